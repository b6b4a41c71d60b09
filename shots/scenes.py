"""Pictures of the big screen in every scene that its tests know, the extreme ones too."""

from fasilitaattori.desktop.bigscreen.choose import slide_of
from fasilitaattori.desktop.bigscreen.fresh import Freshness
from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.kit.fonts import load_fonts
from shots.pictures import Photographer
from tests.unit.desktop.bigscreen.scenes import SCENES


def photograph(photographer: Photographer) -> None:
    """Every scene in the photographer's language."""
    load_fonts()
    for name, made in SCENES.items():
        if photographer.wish.has(f"scene-{name}"):
            photographer.slide(f"scene-{name}", slide_of(made(photographer.language), SCREENS, Freshness()))
