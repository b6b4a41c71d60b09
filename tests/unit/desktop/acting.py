"""Changing a workshop behind the desk's back, and waiting until the desk has noticed."""

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.live.door import Door
from tests.unit.desktop.conftest import House


def until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Wait for a condition; a slow machine is not a wrong program."""
    qtbot.waitUntil(condition)


def caught_up(workbench: Workbench) -> bool:
    """Has the open workshop folded and told everything that is saved, and is nothing asked for that is not answered?"""
    session, door = workbench.open_session, workbench.services.door
    assert isinstance(door, Door)
    events = door.replica(session.stream).events
    return session.told and not session.pending and (not events or events[-1].id in session.replica.by_id)


def do(house: House, stream: str, *commands: Any) -> None:
    """Change a workshop as the log's other callers do."""
    for command in commands:
        house.door.ask(stream, command).result()
