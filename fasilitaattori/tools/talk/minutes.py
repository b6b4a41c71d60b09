"""What a talk leaves in the minutes: nothing of its own. What was noted during it is the workshop's record."""

from fasilitaattori.document.blocks import Block
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """No blocks: a welcome or a speech is told by the agenda and by its notes."""
    return []
