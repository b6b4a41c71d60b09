"""Every window of an evening, looked at through Qt's accessibility interface and by what is painted."""

import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.settings.page import SECTIONS
from fasilitaattori.kit.slides.slide import Slide
from shots.evening import Evening, Stop
from tests.inspecting import OwnWords, faults

LOOKS = [
    ("fi", 100, "paiva"),
    ("sv", 100, "ilta"),
    ("en", 100, "kontrasti"),
    ("fi", 150, "kontrasti"),
    ("sv", 150, "paiva"),
    ("en", 150, "ilta"),
]

LARGE = re.compile(
    r"shortened: '(Step|Vaihe|Steg) \d+ / \d+'|shortened: '(Sivuun|Åt sidan|Put aside|Seuraava)'"
    r"|(too small|hint cut): .*(Tag in Head|in RoomCard|NextButton in|in MessageDialog|SearchField in)"
)
"""What letters half as large again still shorten in a window of 1366 × 768. Screen readers hear it whole."""


class Inspector:
    """Notes what is wrong at every stop, each fault with the stops at which it was seen."""

    def __init__(self, language: str) -> None:
        self.stops: list[str] = []
        self.pages: set[str] = set()
        self.found: dict[str, list[str]] = defaultdict(list)
        self._own_words = OwnWords(language)

    def desk(self, stop: Stop, evening: Evening) -> None:
        shown = evening.opened(stop)
        self.stops.append(stop.name)
        self.pages.add(evening.window.pages.name)
        for fault in faults(shown, self._own_words):
            self.found[fault].append(stop.name)
        evening.closed(stop)

    def slide(self, name: str, slide: Slide) -> None:
        """The big screen has tests of its own."""

    def told(self) -> Iterator[str]:
        for fault, stops in sorted(self.found.items()):
            yield f"{fault}  [{', '.join(dict.fromkeys(stops))}]"


@pytest.mark.parametrize(("language", "size", "theme"), LOOKS)
def test_every_window_can_be_read_and_used_by_everyone(
    qapp: QApplication, tmp_path: Path, language: str, size: int, theme: str
) -> None:
    inspector = Inspector(language)
    evening = Evening(tmp_path, language, inspector, text_size=size, theme=theme)
    try:
        evening.run()
    finally:
        evening.close()
    assert inspector.pages == set(PAGES)
    assert {f"asetukset-{key}" for key in SECTIONS} <= set(inspector.stops)
    told = [fault for fault in inspector.told() if size == 100 or LARGE.match(fault) is None]
    assert not told, "\n".join(told)
