"""Displays plugged out and in again in the middle of the evening, in a process of their own: the picture comes back by itself;
the room never sees the desk, and the desk is never covered on its own display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """
from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication, QWidget

from fasilitaattori.desktop.bigscreen.placement import Placement
from fasilitaattori.desktop.bigscreen.window import ScreenWindow
from tests.unit.desktop.bigscreen.plugging import Plugged, plug

LAPTOP = Plugged("LAPTOP", 0, 0, 1366, 768)
PROJECTOR = Plugged("PROJECTOR", 1366, 0, 1024, 768)
HALF = Plugged("PROJECTOR", 1366, 0, 960, 540, 2)
MIRROR = Plugged("PROJECTOR", 0, 0, 1024, 768)
app = QApplication([])
plug([LAPTOP, PROJECTOR])
desk = QWidget()
desk.setGeometry(100, 50, 1200, 600)
desk.show()
window = ScreenWindow(lambda painter, size: painter.fillRect(0, 0, 10, 10, 0))
owner = QObject()
place = Placement(window, owner)
told = []
place.shown_on.connect(lambda name: told.append(name))
place.lost.connect(lambda: told.append("lost"))

def say(what):
    for _ in range(10):  # what is queued queues more
        app.processEvents()
    where = window.screen().name() if window.isVisible() else "hidden"
    over = QApplication.topLevelAt(desk.geometry().center())
    seen = "desk" if over is desk else "picture" if over is window else "nothing"
    box = window.geometry().getRect() if window.isVisible() else ""
    print(what, place.state, where, box, desk.screen().name(), seen)

app.processEvents()
place.open()
say("open:")
"""

UNPLUG = """
plug([LAPTOP])
say("out:")
plug([LAPTOP, PROJECTOR])
say("in:")
plug([LAPTOP])
plug([LAPTOP, HALF])
say("sharper:")
print(told, place.mirrored)
"""

LID = """
plug([PROJECTOR])
say("shut:")
print(place.covers_the_desk, app.topLevelAt(QPoint(1500, 300)) is window)
place.keep_off_the_desk()
say("a second later:")
plug([PROJECTOR, LAPTOP])
say("open again:")
print(desk.geometry().getRect(), place.covers_the_desk, told)
"""

ASKED = """
from PySide6.QtWidgets import QDialog

window.raise_ = lambda: told.append("raised")
def ask():
    dialog = QDialog(desk)
    dialog.open()
    say("asked:")
    dialog.reject()
    say("answered:")
    print(told)
    told.clear()

ask()
plug([PROJECTOR])
say("shut:")
told.clear()
ask()
"""

GIVE_WAY = """
plug([PROJECTOR])
say("shut:")
window.double_clicked.connect(place.give_way)
window.double_clicked.emit()
say("uncovered:")
"""

MIRRORED = """
plug([LAPTOP, MIRROR])
say("mirrored:")
print(place.mirrored)
plug([LAPTOP, PROJECTOR])
say("extended:")
print(place.mirrored, told)
"""


def told_by(program: str) -> list[str]:
    root = Path(__file__).resolve().parents[4]
    env = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(root)}
    command = [sys.executable, "-c", PROGRAM + program]
    done = subprocess.run(command, capture_output=True, text=True, env=env, cwd=root, check=False)
    said = set(done.stderr.splitlines()) - {"This plugin does not support raise()"}
    assert not said
    return done.stdout.splitlines()


pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the switchboard is found as Linux's libraries name it")


OPEN = "open: on PROJECTOR (1366, 0, 1024, 768) LAPTOP desk"


def test_the_projector_plugged_out_and_in_again() -> None:
    assert told_by(UNPLUG) == [
        OPEN,
        "out: lost hidden  LAPTOP desk",
        "in: on PROJECTOR (1366, 0, 1024, 768) LAPTOP desk",
        "sharper: on PROJECTOR (1366, 0, 960, 540) LAPTOP desk",
        "['PROJECTOR', 'lost', 'PROJECTOR', 'PROJECTOR'] False",
    ]


def test_the_laptops_lid_shut_and_opened_again() -> None:
    assert told_by(LID) == [
        OPEN,
        "shut: on PROJECTOR (1366, 0, 1024, 768) PROJECTOR nothing",
        "True True",
        "a second later: on PROJECTOR (1366, 0, 1024, 768) PROJECTOR nothing",
        "open again: on PROJECTOR (1366, 0, 1024, 768) LAPTOP desk",
        "(100, 50, 1200, 600) False ['PROJECTOR']",
    ]


def test_a_question_the_desk_asks_while_the_lid_is_shut_is_not_for_the_room() -> None:
    said = told_by(ASKED)
    assert said[3] == "['PROJECTOR']"
    assert "raised" in said[-1]


def test_a_double_click_uncovers_the_desk_when_its_own_display_is_gone_for_good() -> None:
    assert told_by(GIVE_WAY) == [
        OPEN,
        "shut: on PROJECTOR (1366, 0, 1024, 768) PROJECTOR nothing",
        "uncovered: lost hidden  PROJECTOR nothing",
    ]


def test_displays_that_turn_to_mirrored_and_back() -> None:
    assert told_by(MIRRORED) == [
        OPEN,
        "mirrored: lost hidden  LAPTOP desk",
        "True",
        "extended: on PROJECTOR (1366, 0, 1024, 768) LAPTOP desk",
        "False ['PROJECTOR', 'lost', 'PROJECTOR']",
    ]
