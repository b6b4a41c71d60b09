"""What is left of the page when another workshop has been opened: nothing that hears of anything."""

from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.window import MainWindow
from tests.unit.desktop.conftest import House, OpenAt


def test_a_page_that_is_gone_does_not_hear_of_another_theme(
    window: MainWindow, house: House, open_at: OpenAt, qtbot: QtBot
) -> None:
    """An error in it would fail this test."""
    gone: list[bool] = []
    open_at(house.evening(), "kokoa").destroyed.connect(lambda: gone.append(True))
    open_at(house.evening(), "ohjaa")
    qtbot.waitUntil(lambda: bool(gone))
    house.settings.change(theme="ilta")
    qtbot.waitUntil(lambda: window.look.theme.name == "ilta")
