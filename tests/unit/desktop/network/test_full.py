"""The desk hears when there is no room for another phone, once, and when there is room again."""

import pytest
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.workshop import moderation, people

from .conftest import RealHouse
from .test_watching import Evening


@pytest.fixture
def evening(window: MainWindow, house: RealHouse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Evening:
    return Evening(window, house, qtbot, monkeypatch)


def test_the_desk_is_told_that_nobody_more_gets_in(
    evening: Evening, told: list[Notice], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(people, "MAX_PHONES", 1)
    evening.join()
    qtbot.waitUntil(lambda: any(notice.about == "full" for notice in told))
    notice = next(notice for notice in told if notice.about == "full")
    assert notice.kind == "warning"
    assert "eikä enempää pääse mukaan" in notice.words
    assert notice.offer is not None
    evening.bench.do(moderation.remove_person(1))
    qtbot.waitUntil(lambda: "full" not in [toast.about for toast in evening.window.toasts.shown()])
    assert sum(notice.about == "full" for notice in told) == 1
