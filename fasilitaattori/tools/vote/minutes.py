"""What a vote leaves in the minutes: how it was done, how many voted, and the figures.

Numbers counted in the room stand apart from the ballots of phones and papers, since they were counted in another way, unless
those are so few that they would be somebody's vote. How many ballots came on paper is told, but for the same reason not what
stood on them.
"""

from fasilitaattori.document.blocks import Block, Quote, drawn, paragraph, table
from fasilitaattori.figures.bars import Bar, bars, dots
from fasilitaattori.figures.scales import scale
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.vote.model import Result, Settings, State
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop

_STEPS = range(6)  # from 0 (fist) to 5 (five fingers)


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """The question, the rule, the turnout, a figure and a table; a vote that was not held says so."""
    settings: Settings = state.settings(step)
    vote: State = state.tool(step)
    blocks: list[Block] = [Quote(settings.question)] if settings.question.strip() else []
    if vote.result is None and not vote.hands:
        told = tr("Äänestys on vielä auki.") if vote.open else tr("Äänestystä ei pidetty.")
        return [*blocks, *([] if vote.late else [paragraph(told)]), *_waiting(vote, tr)]
    if vote.nobody:
        return [*blocks, paragraph(tr("Ei äänestetty.")), *_waiting(vote, tr)]
    blocks.append(paragraph(" ".join([*_rule(settings, tr), *_turnout(vote, tr)])))
    blocks += _spread(settings, vote, tr) if settings.kind == "scale" else _ranking(settings, vote, tr)
    if vote.result is not None:
        blocks.append(paragraph(_secret(vote.result, tr), small=True))
    return [*blocks, *_waiting(vote, tr)]


def brief(state: Workshop, step: Step, tr: Translator) -> str:
    """How many voted, for the list of sections."""
    voters = state.tool(step).voters()
    return tr.n("{n} äänestäjä", "{n} äänestäjää", voters) if voters else ""


def _rule(settings: Settings, tr: Translator) -> list[str]:
    match settings.kind:
        case "one":
            return [tr("Jokainen valitsi yhden vaihtoehdon.")]
        case "several" if settings.max_choices:
            return [
                tr.n(
                    "Jokainen sai valita enintään {n} vaihtoehdon.",
                    "Jokainen sai valita enintään {n} vaihtoehtoa.",
                    settings.max_choices,
                )
            ]
        case "several":
            return [tr("Jokainen sai valita niin monta vaihtoehtoa kuin halusi.")]
        case "scale":
            return [tr("Jokainen antoi luvun nollasta viiteen.")]
    told = [tr.n("Jokaisella oli {n} piste.", "Jokaisella oli {n} pistettä.", settings.dots)]
    if 1 < settings.per_option < settings.dots:
        told.append(
            tr.n("Samalle sai antaa enintään {n} pisteen.", "Samalle sai antaa enintään {n} pistettä.", settings.per_option)
        )
    elif settings.per_option == 1 and settings.dots > 1:
        told.append(tr("Samalle sai antaa enintään yhden."))
    return told


def _secret(result: Result, tr: Translator) -> str:
    if not result.papers:
        return tr("Puhelimilla äänestettiin salaisesti: äänistä jäi vain yhteistulos.")
    if result.papers == result.ballots:
        return tr("Paperilla äänestettiin salaisesti: äänistä jäi vain yhteistulos.")
    return tr("Puhelimilla ja paperilla äänestettiin salaisesti: äänistä jäi vain yhteistulos.")


def _has_papers(vote: State) -> bool:
    return vote.result is not None and vote.result.papers > 0


def _waiting(vote: State, tr: Translator) -> list[Block]:
    """Papers that were typed in after closing and are not counted yet: a result that leaves them out says so."""
    waiting = len(vote.papers.slips) if vote.late else 0
    if not waiting:
        return []
    told = tr.n(
        "{n} paperilippu on syötetty, mutta sitä ei ole vielä laskettu mukaan.",
        "{n} paperilippua on syötetty, mutta niitä ei ole vielä laskettu mukaan.",
        waiting,
    )
    return [paragraph(told)]


def _papers(result: Result, tr: Translator) -> list[str]:
    told = [tr("Heistä {number} äänesti paperilla.", number=result.papers)] if result.papers else []
    if result.rejected:
        told.append(tr("Hylättyjä lippuja oli {number}.", number=result.rejected))
    if result.late:
        told.append(tr("Paperilipuista {number} lisättiin tulokseen äänestyksen sulkemisen jälkeen.", number=result.late))
    return told


def _turnout(vote: State, tr: Translator) -> list[str]:
    told = [tr("Äänestäjiä oli {number}.", number=vote.voters())]
    if vote.result is not None:
        told += _papers(vote.result, tr)
    if vote.hand_voters:
        told.append(tr("Heistä {number} laskettiin huoneessa.", number=vote.hand_voters))
    if vote.result is not None and vote.result.blanks and vote.apart:
        told.append(tr("Tyhjiä ääniä oli {number}.", number=vote.result.blanks))
    if vote.earlier:
        told.append(tr("Äänestys pidettiin {number} kertaa; tässä on viimeisen tulos.", number=len(vote.earlier) + 1))
    return told


def _spread(settings: Settings, vote: State, tr: Translator) -> list[Block]:
    counts = [vote.result.totals.get(str(step), 0) if vote.result else 0 for step in _STEPS]
    hands = [vote.hands.get(str(step), 0) for step in _STEPS]
    if not vote.apart:
        counts, hands = [count + hand for count, hand in zip(counts, hands, strict=True)], [0] * len(_STEPS)
    title, given = settings.question or tr("Äänestyksen tulos"), _given(vote, tr)
    how = {"title": title, "given": given.lower()}
    spread = drawn(lambda width: scale(counts, tr, labels=settings.labels, hand=hands, width=width, **how))
    labels = [*settings.labels, *[""] * len(_STEPS)]
    steps = [Bar(f"{step} {labels[step]}".strip(), counts[step], hands[step]) for step in _STEPS]
    return [spread, _numbers(tr("Vastaus"), tr("Ääniä"), steps, given, tr)]


def _ranking(settings: Settings, vote: State, tr: Translator) -> list[Block]:
    on, tied = vote.marked(settings)
    filled = vote.filled(settings)
    items = [
        Bar(candidate.text, points - hand, hand, candidate.id in filled)
        for candidate, points in vote.ranking()
        for hand in (vote.hands.get(candidate.id, 0) if vote.apart else 0,)
    ]
    draw, unit = (dots, tr("Pisteitä")) if settings.kind == "dots" else (bars, tr("Ääniä"))
    given = _given(vote, tr)
    how = {"title": tr("Äänestyksen tulos"), "given": given.lower()}
    blocks: list[Block] = [
        drawn(lambda width: draw(items, tr, width=width, **how)),
        _numbers(tr("Vaihtoehto"), unit, items, given, tr),
    ]
    if on:
        blocks.append(paragraph(tr("Jatkoon: {names}.", names=", ".join(candidate.text for candidate in on))))
    if tied:
        names = ", ".join(candidate.text for candidate in tied)
        blocks.append(paragraph(tr("Tasan viimeisestä jatkopaikasta: {names}.", names=names)))
    return blocks


def _given(vote: State, tr: Translator) -> str:
    """How the votes were given that were not counted in the room."""
    return tr("Puhelimella tai paperilla") if _has_papers(vote) else tr("Puhelimella")


def _numbers(name: str, unit: str, items: list[Bar], given: str, tr: Translator) -> Block:
    """What the figure shows, as a table."""
    if any(bar.hand for bar in items):
        header = [name, given, tr("Huoneessa"), tr("Yhteensä")]
        rows = [[bar.label, f"{bar.value}", f"{bar.hand}", f"{bar.total}"] for bar in items]
        return table(header, rows, weights=(4.4, 1.6, 1.5, 1.5), right=(1, 2, 3), caption=unit)
    return table([name, unit], [[bar.label, f"{bar.total}"] for bar in items], weights=(6, 1), right=(1,))
