"""What a dialogue leaves in the minutes: what was asked, on what rules, in what rounds. Never who said what."""

from fasilitaattori.document.blocks import Block, Quote, bullets, paragraph
from fasilitaattori.i18n import Translator
from fasilitaattori.tools.discussion.model import Settings, State
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.record import NOTE
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """The questions the room saw, the ground rules and whether they were accepted, and the rounds held."""
    settings: Settings = state.settings(step)
    mine: State = state.tool(step)
    held = sum(1 for turn in mine.rounds if turn.spoken)
    prompts = [prompt for prompt in settings.prompts[: mine.prompt_index + 1] if prompt.strip()]
    if len(settings.prompts) < 2 and not held and not state.record.of_kind(NOTE, step.id):
        prompts = []  # a question that led to no note says nothing by itself
    blocks: list[Block] = [Quote(prompt) for prompt in prompts]
    if settings.ground_rules:
        together = mine.room_accepted or mine.accepted
        blocks.append(paragraph(tr("Yhdessä hyväksytyt pelisäännöt:") if together else tr("Pelisäännöt:")))
        blocks.append(bullets(settings.ground_rules, numbered=True))
    if held:
        blocks.append(paragraph(tr.n("Pidettiin {n} puhekierros.", "Pidettiin {n} puhekierrosta.", held)))
    return blocks
