"""What phones need to hear stands on both views with codes, in every language and shape, and so does the laptop's name."""

import dataclasses

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.bigscreen.codes import CodesSlide, advice
from fasilitaattori.desktop.bigscreen.welcome import NOT_NEEDED, WelcomeSlide
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.slides.sheet import Sheet
from fasilitaattori.kit.theme import load_theme
from tests.unit.desktop.bigscreen.drawn import Pixels, everything, pages_of, slide_named, written
from tests.unit.desktop.bigscreen.evening import CODES, NO_WIFI

SIZES: tuple[Pixels, ...] = ((1920, 1080), (1024, 768))


def joined(words: str) -> str:
    """Words as they are, wherever their lines break."""
    return " ".join(words.split())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scene", ["welcome", "qr", "welcome-extreme", "qr-extreme", "welcome-open-network"])
def test_the_room_is_told_to_stay_in_the_network(qapp: QApplication, scene: str, size: Pixels, language: str) -> None:
    words = joined(everything(scene, size, language))
    assert joined(advice(translator(language), CODES)) in words


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", SIZES)
def test_phones_are_no_must_on_the_welcome_view(qapp: QApplication, size: Pixels, language: str) -> None:
    words = joined(everything("welcome", size, language))
    assert all(each in words for each in translator(language)(NOT_NEEDED).rstrip(".").split(". "))
    assert pages_of(slide_named("welcome", language), size, language) == 1


def test_without_a_network_to_join_it_is_told_where_the_page_opens() -> None:
    assert advice(translator("fi"), NO_WIFI) != advice(translator("fi"), CODES)


@pytest.mark.parametrize("scene", ["welcome", "qr"])
@pytest.mark.parametrize("size", SIZES)
def test_a_name_stands_under_the_address_and_the_code_keeps_the_numbers(qapp: QApplication, scene: str, size: Pixels) -> None:
    slide = slide_named(scene)
    assert isinstance(slide, WelcomeSlide | CodesSlide)
    assert slide.codes is not None
    named = dataclasses.replace(slide, codes=dataclasses.replace(slide.codes, named="fasilitaattori.local:8080"))
    texts = written(named, size)
    assert any(text.words == "tai fasilitaattori.local:8080" for text in texts)
    safe = Sheet.of(QSizeF(*size), translator("fi")).safe.adjusted(-1, -1, 1, 1)
    assert all(safe.contains(text.ink) for text in texts)
    assert sorted(read(named, size)) == sorted([CODES.wifi, CODES.url])


@pytest.mark.parametrize("scene", ["welcome", "qr"])
@pytest.mark.parametrize("size", SIZES)
def test_a_camera_reads_both_codes(qapp: QApplication, scene: str, size: Pixels) -> None:
    assert sorted(read(slide_named(scene), size)) == sorted([CODES.wifi, CODES.url])


def read(slide: object, size: Pixels) -> list[str]:
    """What the codes of the first page say."""
    image = QImage(*size, QImage.Format.Format_RGB888)
    painter = QPainter(image)
    slide.paint(painter, QSizeF(*size), load_theme("paiva"), translator("fi"), 0)  # type: ignore[attr-defined]
    painter.end()
    pixels = Image.frombytes("RGB", size, bytes(image.constBits()), "raw", "RGB", image.bytesPerLine())
    return [found.text for found in zxingcpp.read_barcodes(pixels)]
