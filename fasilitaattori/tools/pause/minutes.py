"""What a break leaves in the minutes: nothing of its own; the agenda tells when it was."""

from fasilitaattori.document.blocks import Block
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.state import Workshop


def chapter(state: Workshop, step: Step, tr: Translator) -> list[Block]:
    """No blocks."""
    return []
