"""What a vote says in a few words, for checking it together: what got most, or how many could live with it."""

from typing import TYPE_CHECKING

from fasilitaattori.i18n import Translator
from fasilitaattori.tools.vote.model.facts import SCALE

if TYPE_CHECKING:
    from fasilitaattori.tools.vote.model.facts import Settings, State
    from fasilitaattori.workshop.agenda import Step
    from fasilitaattori.workshop.state import Workshop

FIRST = 3
AGREED_FROM = 3  # fist to five: from three up one can live with it


def points(state: "Workshop", step: "Step", tr: Translator) -> list[str]:
    """One line when the vote was counted and somebody voted, else none."""
    vote: State = state.tool(step)
    settings: Settings = state.settings(step)
    if vote.open or vote.nobody or (vote.result is None and not vote.hands):
        return []
    name = step.title.strip() or settings.question.strip()
    if settings.kind == SCALE:
        counts = [vote.total(str(value)) for value in range(6)]
        least, less = sum(counts[AGREED_FROM:]), sum(counts[:AGREED_FROM])
        return [tr("{title}: vähintään kolmosen antoi {n}, alle kolmosen {m}", title=name, n=least, m=less)]
    ranked = ", ".join(f"{candidate.text} {total}" for candidate, total in vote.ranking()[:FIRST] if total)
    return [tr("{title}: eniten saivat {ranked}", title=name, ranked=ranked)] if ranked else []
