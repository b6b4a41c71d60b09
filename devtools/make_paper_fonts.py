"""Builds the fonts of the papers for scripts and signs the look's own fonts lack.

People write what they write: an idea may hold an emoji, Arabic or Thai. A PDF/UA paper may not hold a single missing
glyph, so the papers carry these fallbacks (the screens have the system's). Run only when a package is updated::

    npm pack @fontsource/noto-emoji @fontsource/noto-sans-arabic @fontsource/noto-sans-hebrew \\
             @fontsource/noto-sans-thai @fontsource/noto-sans-math
    python -m devtools.make_paper_fonts DIRECTORY_WITH_THE_TGZ_FILES

Writes resources/typst/fonts/*.ttf with their licences. Needs fonttools.
"""

from __future__ import annotations

import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from devtools.make_fonts import RESOURCES, merged_ttf, package, read

TARGET = RESOURCES / "typst" / "fonts"
FAMILIES = (
    ("noto-emoji", tuple(str(part) for part in range(11))),
    ("noto-sans-arabic", ("arabic",)),
    ("noto-sans-hebrew", ("hebrew",)),
    ("noto-sans-thai", ("thai",)),
    ("noto-sans-math", ("latin",)),
)
SIGNS = (range(0x2190, 0x2300), range(0x25A0, 0x27C0))  # arrows, operators, shapes, ticks and stars


def keep_signs(path: Path) -> None:
    """Drops from the mathematics font everything but the signs people write in ordinary text."""
    font = TTFont(path)
    subsetter = Subsetter(Options(layout_features=[], drop_tables=["MATH"]))
    subsetter.populate(unicodes=[code for signs in SIGNS for code in signs])
    subsetter.subset(font)
    font.save(path)


def make(directory: Path) -> None:
    """Writes one TTF and one licence for each family."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for family, parts in FAMILIES:
        with package(directory, f"fontsource-{family}") as archive:
            merged_ttf(archive, family, 400, parts, TARGET / f"{family}-400.ttf")
            (TARGET / f"OFL-{family}.txt").write_bytes(read(archive, "LICENSE"))
    keep_signs(TARGET / "noto-sans-math-400.ttf")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    make(Path(sys.argv[1]))
