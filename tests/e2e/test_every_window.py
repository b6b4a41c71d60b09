"""Every window of an evening, looked at through Qt's accessibility interface and by what is painted."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication, QMenu

from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.papers import latest
from fasilitaattori.desktop.settings.page import SECTIONS
from fasilitaattori.kit.slides.slide import Slide
from shots.evening import Evening, Stop, let_work
from tests.inspecting import OwnWords, faults
from tests.menus import faults_of_menu
from tests.tabbing import faults_of_way

SMALL, FULL = QSize(1366, 768), QSize(1920, 1080)
LOOKS = [
    ("fi", 100, "paiva", SMALL),
    ("sv", 100, "ilta", SMALL),
    ("en", 100, "kontrasti", SMALL),
    ("fi", 150, "kontrasti", SMALL),
    ("sv", 150, "paiva", SMALL),
    ("en", 150, "ilta", SMALL),
    ("fi", 200, "paiva", SMALL),
    ("fi", 200, "ilta", FULL),
]
LAID_OUT_MS = 500
WALKED = 100, 200
"""At which sizes of letters the way of the Tab key is walked, in Finnish: other words lie in the same places."""


class Inspector:
    """Notes what is wrong at every stop, each fault with the stops at which it was seen."""

    def __init__(self, language: str, walks: bool = False) -> None:
        self._walks = walks
        self.stops: list[str] = []
        self.pages: set[str] = set()
        self.found: dict[str, list[str]] = defaultdict(list)
        self._own_words = OwnWords(language)

    def desk(self, stop: Stop, evening: Evening) -> None:
        shown = evening.opened(stop)
        self.stops.append(stop.name)
        self.pages.add(evening.window.pages.name)
        found = faults(shown, self._own_words)
        if found:  # it may be laid out still
            let_work(LAID_OUT_MS)
            found = faults(shown, self._own_words)
        if isinstance(shown, QMenu):
            found += faults_of_menu(shown, evening.window.help.acts(), evening.window.width())
        elif self._walks and stop.close is None:  # what lies over the page goes when the focus leaves it
            found += faults_of_way(shown)
        if evening.window.size().expandedTo(shown.size()) != evening.window.size():
            found.append(f"larger than the window: {shown.size().toTuple()} {type(shown).__name__}")
        for fault in found:
            self.found[fault].append(stop.name)
        evening.closed(stop)

    def slide(self, name: str, slide: Slide) -> None:
        """The big screen has tests of its own."""

    def told(self) -> Iterator[str]:
        for fault, stops in sorted(self.found.items()):
            yield f"{fault}  [{', '.join(dict.fromkeys(stops))}]"


@pytest.mark.parametrize(("language", "size", "theme", "window"), LOOKS)
def test_every_window_can_be_read_and_used_by_everyone(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, size: int, theme: str, window: QSize
) -> None:
    monkeypatch.setattr(latest, "QUIET_MS", 40)  # what is drawn in the background begins sooner, so each stop waits less for it
    inspector = Inspector(language, walks=language == "fi" and size in WALKED)
    evening = Evening(tmp_path, language, inspector, size=window, text_size=size, theme=theme)
    try:
        evening.run()
    finally:
        evening.close()
    assert inspector.pages == set(PAGES)
    assert {f"asetukset-{key}" for key in SECTIONS} <= set(inspector.stops)
    told = list(inspector.told())
    assert not told, "\n".join(told)
