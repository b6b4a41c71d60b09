"""What the room sees while somebody talks: the prompt on a card, and who speaks."""

from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.stage import Stage


def slide(stage: Stage) -> Slide:
    """The prompt; without one the step's own title stands on the card."""
    settings = stage.settings
    prompt = settings.prompt.strip()
    heading = stage.title if prompt else stage.state.info.title.strip()
    return CardSlide(stage.around, heading, prompt or stage.title, settings.speaker.strip(), time=stage.time)
