"""The window on a real second display (Qt's offscreen platform can have several), in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

DISPLAYS = {
    "screens": [
        {"name": "LAPTOP", "x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1},
        {
            "name": "PROJECTOR",
            "x": 1366,
            "y": 0,
            "width": 1024,
            "height": 768,
            "logicalDpi": 96,
            "logicalBaseDpi": 96,
            "dpr": 1,
        },
    ]
}
PROGRAM = """
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from fasilitaattori.desktop.bigscreen.placement import Placement
from fasilitaattori.desktop.bigscreen.window import ScreenWindow

app = QApplication([])
desk = QWidget()
desk.show()
window = ScreenWindow(lambda painter, size: painter.fillRect(0, 0, 10, 10, 0))
owner = QObject()
place = Placement(window, owner)
told = []
place.shown_on.connect(lambda name: told.append(name))
place.lost.connect(lambda: told.append("lost"))
print(place.state, place.display)
place.open()
app.processEvents()
print(place.state, window.screen().name(), window.geometry().getRect(), window.isFullScreen(), told)
place.open()
print(told)
desk.windowHandle().setScreen(app.screens()[1])
desk.move(1400, 50)
app.processEvents()
place.keep_off_the_desk()
app.processEvents()
print(place.state, window.screen().name(), told)
place.close()
place.close()
print(place.state, window.isVisible())
"""


def test_it_fills_the_second_display_and_gives_way_to_the_desk(tmp_path: Path) -> None:
    displays = tmp_path / "displays.json"
    displays.write_text(json.dumps(DISPLAYS), encoding="utf-8")
    env = {**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={displays}"}
    root = Path(__file__).resolve().parents[4]
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, env=env, cwd=root, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == [
        "off 1024 × 768",
        "on PROJECTOR (1366, 0, 1024, 768) True ['PROJECTOR']",
        "['PROJECTOR']",
        "on LAPTOP ['PROJECTOR', 'LAPTOP']",
        "off False",
    ]
