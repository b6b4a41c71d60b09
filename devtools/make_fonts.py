"""Builds the bundled fonts and icons from their npm packages.

The program must look the same on every machine and never wait for the network, so the fonts lie in the
repository. They come from packages cut into alphabets; Qt and typst want one TTF per weight. Run this
only when a package is updated::

    npm pack @fontsource/besley @fontsource/atkinson-hyperlegible-next @fontsource/noto-sans @phosphor-icons/core
    python devtools/make_fonts.py DIRECTORY_WITH_THE_TGZ_FILES

Writes resources/fonts/*.ttf, resources/web/fonts/*.woff2 and resources/icons/*.svg with their licences.
Needs fonttools (a tool of the builder, not of the program).
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = ROOT / "resources"

# package prefix, weights, alphabets, licence file
FAMILIES = (
    ("besley", (600, 700), ("latin", "latin-ext"), "OFL-Besley.txt"),
    ("atkinson-hyperlegible-next", (400, 700), ("latin", "latin-ext"), "OFL-Atkinson.txt"),
    ("noto-sans", (400, 700), ("latin", "latin-ext", "cyrillic", "greek"), "OFL-NotoSans.txt"),
)
PHONE_FONTS = (
    ("besley", 600, "besley-600.woff2"),
    ("besley", 700, "besley-700.woff2"),
    ("atkinson-hyperlegible-next", 400, "atkinson-400.woff2"),
    ("atkinson-hyperlegible-next", 700, "atkinson-700.woff2"),
)
STYLE_ICONS = ("check", "caret-down")
FILLED_ICONS = ("check-circle-fill", "microphone-fill")


def package(directory: Path, name: str) -> tarfile.TarFile:
    """Opens the one .tgz whose name contains `name`; SystemExit when it is missing."""
    found = sorted(directory.glob(f"*{name}*.tgz"))
    if not found:
        raise SystemExit(f"{name}: no .tgz in {directory}")
    return tarfile.open(found[-1])


def read(archive: tarfile.TarFile, path: str) -> bytes:
    """The bytes of one file of an npm package."""
    member = archive.extractfile(f"package/{path}")
    if member is None:
        raise SystemExit(f"{path}: missing in {archive.name!r}")
    return member.read()


def merged_ttf(archive: tarfile.TarFile, family: str, weight: int, alphabets: tuple[str, ...], target: Path) -> None:
    """Joins the alphabets of one weight into one TTF file."""
    with tempfile.TemporaryDirectory() as folder:
        parts: list[str] = []
        for alphabet in alphabets:
            part = Path(folder) / f"{alphabet}.woff"
            part.write_bytes(read(archive, f"files/{family}-{alphabet}-{weight}-normal.woff"))
            parts.append(str(part))
        subprocess.run([sys.executable, "-m", "fontTools.merge", f"--output-file={target}", *parts], check=True)


def make_fonts(directory: Path) -> None:
    """Writes the TTF files and their licences, and the WOFF2 files of the phones."""
    fonts, web = RESOURCES / "fonts", RESOURCES / "web" / "fonts"
    for folder in (fonts, web):
        folder.mkdir(parents=True, exist_ok=True)
    for family, weights, alphabets, licence in FAMILIES:
        with package(directory, f"fontsource-{family}") as archive:
            for weight in weights:
                merged_ttf(archive, family, weight, alphabets, fonts / f"{family}-{weight}.ttf")
            (fonts / licence).write_bytes(read(archive, "LICENSE"))
            for phone_family, weight, name in PHONE_FONTS:
                if phone_family == family:
                    (web / name).write_bytes(read(archive, f"files/{family}-latin-{weight}-normal.woff2"))
                    (web / licence).write_bytes(read(archive, "LICENSE"))


def make_style_icons() -> None:
    """Qt's style sheets cannot colour an icon, so the few they draw are kept in black and in white."""
    for name in STYLE_ICONS:
        source = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        for tone, colour in (("black", "#000000"), ("white", "#FFFFFF")):
            made = source.replace("currentColor", colour)
            (RESOURCES / "look" / f"{name}-{tone}.svg").write_text(made, encoding="utf-8")


def make_icons(directory: Path) -> None:
    """Refreshes every bold (and the two filled) Phosphor icons listed in devtools/icon_names.txt."""
    icons = RESOURCES / "icons"
    icons.mkdir(parents=True, exist_ok=True)
    with package(directory, "phosphor-icons-core") as archive:
        for name in (ROOT / "devtools" / "icon_names.txt").read_text(encoding="utf-8").split():
            style = "fill" if name in FILLED_ICONS else "bold"
            source = name if name in FILLED_ICONS else f"{name}-bold"
            (icons / f"{name}.svg").write_bytes(read(archive, f"assets/{style}/{source}.svg"))
        (icons / "LICENSE-Phosphor-MIT.txt").write_bytes(read(archive, "LICENSE"))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    make_fonts(Path(sys.argv[1]))
    make_icons(Path(sys.argv[1]))
    make_style_icons()
