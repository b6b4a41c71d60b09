"""Which pictures stand in README and handbook, and how they get there: `dev.py shots --publish` takes these anew."""

from pathlib import Path

from PIL import Image

FOLDER = Path(__file__).parents[1] / "docs" / "screenshots"
COLOURS = 128  # flat areas and letters need no more, and the files are a third of the size
WIDEST = 1600

PUBLISHED = {
    "desk-library.png": "desk/tyopajat_fi_paiva_1366x768.png",
    "desk-methods.png": "desk/menetelmat_fi_paiva_1366x768.png",
    "desk-plan.png": "desk/suunnittele_fi_paiva_1366x768.png",
    "desk-network.png": "desk/verkko_fi_paiva_1366x768.png",
    "desk-live.png": "desk/puheenvuorot-5_fi_paiva_1366x768.png",
    "desk-ideas.png": "desk/ideat-teemoittain_fi_paiva_1366x768.png",
    "desk-paper-entry.png": "desk/paperilta-lomake_fi_paiva_1366x768.png",
    "desk-minutes.png": "desk/kokoa_fi_paiva_1366x768.png",
    "desk-answers.png": "desk/vastaukset_fi_paiva_1366x768.png",
    "desk-papers.png": "desk/tulosteet_fi_paiva_1366x768.png",
    "screen-welcome.png": "slide/tervetuloa_fi_paiva_3840x2160.png",
    "screen-question.png": "slide/keskustelu-5_fi_ilta_3840x2160.png",
    "screen-ideas.png": "slide/scene-wall_fi_paiva_3840x2160.png",
}


def publish(shots: Path) -> list[Path]:
    """Put the chosen pictures of this folder into docs/screenshots, small enough for a repository. Gives the files.
    FileNotFoundError when one was not taken."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, path in PUBLISHED.items():
        with Image.open(shots / path) as taken:
            picture = taken.convert("RGB")
        if picture.width > WIDEST:
            picture = picture.resize((WIDEST, picture.height * WIDEST // picture.width), Image.Resampling.LANCZOS)
        small = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        small.save(FOLDER / name, optimize=True)
    return [FOLDER / name for name in PUBLISHED]
