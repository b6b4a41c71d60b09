"""Nothing is too small, outside the safe area, or on top of something else: every slide, shape and language."""

import itertools

import pytest
from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtWidgets import QApplication

from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.slides.sheet import FLOORS, Sheet
from tests.unit.desktop.bigscreen.drawn import Pixels, pages_of, slide_named, written
from tests.unit.desktop.bigscreen.scenes import SCENES

SIZES: tuple[Pixels, ...] = ((1920, 1080), (1024, 768), (1080, 1920), (1280, 800), (1280, 1024), (2560, 1080))
NEAR = 1.0
"""u that rounding may take."""


def overlapping(one: QRectF, other: QRectF) -> bool:
    """Do the letters of two lines touch?"""
    return one.adjusted(NEAR, NEAR, -NEAR, -NEAR).intersects(other.adjusted(NEAR, NEAR, -NEAR, -NEAR))


def faults(name: str, language: str, size: Pixels) -> list[str]:
    slide = slide_named(name, language)
    sheet = Sheet.of(QSizeF(*size), translator(language))
    safe = sheet.safe.adjusted(-NEAR, -NEAR, NEAR, NEAR)
    found = []
    for page in range(pages_of(slide, size, language)):
        texts = [(text, text.ink) for text in written(slide, size, language, page)]
        where = f"{name} {language} {size} page {page}"
        found += [f"too small: {where}: {text}" for text, _ in texts if text.style.size < FLOORS[text.tier]]
        found += [f"outside: {where}: {text}" for text, ink in texts if not safe.contains(ink)]
        found += [
            f"on top of each other: {where}: {one.words!r} {other.words!r}"
            for (one, ink), (other, below) in itertools.combinations(texts, 2)
            if overlapping(ink, below)
        ]
    return found


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_fits(qapp: QApplication, name: str, language: str) -> None:
    sizes = SIZES if language == "fi" else SIZES[:3]
    assert [fault for size in sizes for fault in faults(name, language, size)] == []


@pytest.mark.parametrize("name", SCENES)
def test_the_picture_is_the_same_at_every_size(qapp: QApplication, name: str) -> None:
    slide = slide_named(name)
    for small, large in (((800, 600), (1024, 768)), ((320, 180), (1920, 1080)), ((3840, 2160), (1920, 1080))):
        assert pages_of(slide, small) == pages_of(slide, large)
    assert [text.words for text in written(slide, (320, 180))] == [text.words for text in written(slide, (1920, 1080))]
    assert written(slide, (3840, 2160)) == written(slide, (1920, 1080))
