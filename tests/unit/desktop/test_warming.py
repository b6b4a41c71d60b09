import subprocess
import sys

WARM = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
app = QApplication(["fasilitaattori"])
from fasilitaattori.desktop.warming import Warming
told = []
warming = Warming((lambda: told.append(len(sys.modules)),))
assert not any(name.startswith("fasilitaattori.desktop.live.") for name in sys.modules)
done = []
warming.done.connect(lambda: done.append(True))
warming.done.connect(app.quit)
warming.start()
QTimer.singleShot(120_000, app.quit)
app.exec()
assert done
warming.close()
print(len(told), *sorted(sys.modules))
"""


def loaded() -> tuple[int, set[str]]:
    done = subprocess.run([sys.executable, "-c", WARM], stdout=subprocess.PIPE, text=True, check=True)
    told, *names = done.stdout.split()
    return int(told), set(names)


def test_everything_that_pages_are_made_of_is_loaded_and_nothing_that_others_need() -> None:
    told, names = loaded()
    assert told == 1
    rooms = ("library", "methods", "plan", "live", "wrapup", "papers", "network", "settings")
    assert {f"fasilitaattori.desktop.{room}.page" for room in rooms} <= names
    assert {"fasilitaattori.desktop.bigscreen.control", "fasilitaattori.tools.ideas.console.wall"} <= names
    assert names.isdisjoint({"starlette", "uvicorn", "sqlalchemy", "typst", "reportlab", "docx", "httpx", "numpy", "PIL"})
