"""Changing a workshop behind the desk's back, and waiting until the desk has noticed."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from tests.unit.desktop.conftest import House

PATIENCE_MS = 60_000


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Wait for a condition; a slow machine is not a wrong program."""
    qtbot.waitUntil(condition, timeout=PATIENCE_MS)


def do(house: House, stream: str, *commands: Any) -> None:
    """Change a workshop as the log's other callers do."""
    for command in commands:
        house.door.ask(stream, command).result()
