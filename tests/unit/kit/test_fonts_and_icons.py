"""The bundled fonts and icons are there, are the right ones, and have every letter and colour asked of them."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF, QIcon, QImage, QPainter
from PySide6.QtWidgets import QApplication

from fasilitaattori.kit import fonts, paint
from fasilitaattori.kit.icons import icon, icon_pixmap
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.theme import load_theme
from fasilitaattori.paths import resource

ICONS = """
house-line cards-three list-numbers play-circle note-pencil printer wifi-high gear-six plus trash pencil-simple
magnifying-glass dots-six-vertical dots-three x check timer clock keyboard pause play arrow-right arrow-left
arrow-counter-clockwise arrow-clockwise microphone microphone-fill hand-palm arrow-u-up-left user-plus users-three user users
users-four megaphone-simple coffee hand-tap chat-teardrop-text gavel list-checks arrows-merge paper-plane-right check-circle
check-circle-fill warning warning-circle info hourglass-medium wifi-slash hard-drives lock-simple file-pdf file-doc
download-simple folder-open copy qr-code eye eye-slash projector-screen device-mobile graduation-cap text-aa translate
speaker-high
""".split()


def test_the_families_are_the_ones_the_look_names(qapp: QApplication) -> None:
    families = {"Atkinson Hyperlegible Next", "Besley SemiBold", "Besley", "Noto Sans", "Noto Emoji"}
    assert set(fonts.load_fonts()) == families
    assert QFontInfo(fonts.sans(16)).family() == fonts.SANS
    assert QFontInfo(fonts.serif(27)).family() == fonts.SERIF
    assert QFontInfo(fonts.serif(27, bold=True)).family() == fonts.SERIF_BOLD


def test_text_digits_are_of_equal_width(look: Look) -> None:
    for bold in (False, True):
        metrics = QFontMetricsF(fonts.sans(16, bold))
        assert len({round(metrics.horizontalAdvance(digit), 2) for digit in "0123456789"}) == 1


@pytest.mark.parametrize("size", [14, 15.4, 30])
@pytest.mark.parametrize("bold", [False, True])
def test_words_are_as_wide_as_the_font_draws_them(look: Look, size: float, bold: bool) -> None:
    for words in ("Seuraava: Reino Mäkelä", "Kello 18.05", ""):
        assert look.sans_width(words, size, bold) == QFontMetricsF(look.sans(size, bold)).horizontalAdvance(words)


def test_words_grow_with_the_text_size(look: Look) -> None:
    before = look.sans_width("Seuraava", 16)
    look.change(text_scale=1.5)
    assert look.sans_width("Seuraava", 16) == QFontMetricsF(look.sans(16)).horizontalAdvance("Seuraava") > before


def test_a_clock_is_as_wide_whatever_digits_it_shows(look: Look) -> None:
    for font in (look.serif(30, bold=True), look.sans(14)):
        metrics = QFontMetricsF(font)
        cell = max(metrics.horizontalAdvance(digit) for digit in "0123456789")
        for words in ("18:05", "11:11 Uhr"):
            others = sum(metrics.horizontalAdvance(char) for char in words if not char.isdigit())
            assert paint.digits_width(words, font) == pytest.approx(4 * cell + others)


def test_a_painter_is_as_it_was_after_a_painting_that_failed(qapp: QApplication) -> None:
    image = QImage(4, 4, QImage.Format.Format_ARGB32)
    painter = QPainter(image)

    def fail() -> None:
        with paint.saved(painter):
            painter.setOpacity(0.5)
            raise ValueError("half way")

    with pytest.raises(ValueError, match="half way"):
        fail()
    assert painter.opacity() == 1.0
    painter.end()


def test_every_letter_of_the_languages_here_is_in_some_font(look: Look) -> None:
    letters = "åäöÅÄÖšžŠŽŋŧđčŊŦĐČéüßñçжЖßαΩ–−…·€”’"
    noto = QFontMetricsF(fonts.fallback(16))
    for font in (fonts.sans(16), fonts.serif(16)):
        metrics = QFontMetricsF(font)
        assert [char for char in letters if not metrics.inFontUcs4(ord(char)) and not noto.inFontUcs4(ord(char))] == []
        assert all(metrics.inFontUcs4(ord(char)) for char in "åäöÅÄÖšžéü–−…·€")


@pytest.mark.parametrize("size", [16, 180])
def test_emoji_are_told_from_each_other_on_a_system_that_has_none(look: Look, size: int) -> None:
    for font in (fonts.sans(size), fonts.serif(size)):
        pictures = [drawn(text, font) for text in ("", "🙂", "🚌", "☕", "👵🏽")]
        assert all(one != other for one, other in combinations(pictures, 2))  # an empty box is the same for all


def drawn(text: str, font: QFont) -> QImage:
    size = font.pixelSize()
    picture = QImage(6 * size, 2 * size, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setFont(font)
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return picture


def test_fonts_and_icons_carry_their_licences() -> None:
    folder = resource("fonts")
    assert {path.name for path in folder.glob("OFL-*.txt")} == {"OFL-Atkinson.txt", "OFL-Besley.txt", "OFL-NotoSans.txt"}
    assert all("SIL OPEN FONT LICENSE" in path.read_text(encoding="utf-8").upper() for path in folder.glob("OFL-*.txt"))
    assert "MIT" in resource("icons", "LICENSE-Phosphor-MIT.txt").read_text(encoding="utf-8")


def test_phone_fonts_are_small() -> None:
    sizes = [path.stat().st_size for path in resource("web", "fonts").glob("*.woff2")]
    assert len(sizes) == 4
    assert max(sizes) < 20_000


@pytest.mark.parametrize("name", ICONS)
def test_every_icon_of_the_look_is_bundled_and_colourable(name: str) -> None:
    source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    assert "currentColor" in source
    assert not re.search(r"<script|href=", source)


def test_the_list_of_icons_matches_the_files() -> None:
    listed = Path(__file__).parents[3] / "devtools" / "icon_names.txt"
    assert sorted(listed.read_text(encoding="utf-8").split()) == sorted(path.stem for path in resource("icons").glob("*.svg"))


def test_an_icon_is_painted_in_the_colour_asked_for(qapp: QApplication) -> None:
    image = icon_pixmap("plus", "#8E2A1B", 40).toImage()
    middle = image.pixelColor(20, 20)
    assert (middle.name(), middle.alpha()) == ("#8e2a1b", 255)
    assert image.pixelColor(2, 2).alpha() == 0


def test_icons_are_drawn_once_and_grey_when_disabled(qapp: QApplication) -> None:
    theme = load_theme("paiva")
    assert icon("plus", theme) is icon("plus", theme)
    grey = icon("plus", theme, "kuusi").pixmap(20, QIcon.Mode.Disabled).toImage()
    assert grey.pixelColor(grey.width() // 2, grey.height() // 2).name() == theme.hex("edge").lower()


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        icon_pixmap("ei-ole", "#000000", 20)
