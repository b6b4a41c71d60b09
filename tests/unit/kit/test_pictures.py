import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QPoint
from PySide6.QtGui import QColor, QImage, QPainter

import fasilitaattori
from fasilitaattori.kit.pictures import decoded

BOTH = """
import sys, threading
from PySide6.QtCore import QBuffer, QIODevice, QTranslator
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from fasilitaattori.kit.pictures import decoded

class Words(QTranslator):
    def isEmpty(self):
        return False
    def translate(self, context, text, comment=None, n=-1):
        return "".join(list("sana")) if text else ""

sys.setswitchinterval(1e-5)
app, words = QApplication(sys.argv), Words()
app.installTranslator(words)
image, buffer = QImage(50, 50, QImage.Format.Format_RGB32), QBuffer()
image.fill(0)
buffer.open(QIODevice.OpenModeFlag.WriteOnly)
image.save(buffer, "PNG")
png = bytes(buffer.data().data())
work = threading.Thread(target=lambda: [decoded(png) for _ in range(200)], daemon=True)
work.start()
while work.is_alive():
    QImage.fromData(png)
print("both")
"""
"""Qt asks for words in the middle of reading a picture, and Python's are given with Python's lock."""


def png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


@pytest.mark.parametrize("kind", [QImage.Format.Format_ARGB32, QImage.Format.Format_RGB32, QImage.Format.Format_Grayscale8])
def test_a_picture_is_the_same_as_in_qt(qapp: object, kind: QImage.Format) -> None:
    image = QImage(37, 23, QImage.Format.Format_ARGB32)
    image.fill(QColor(200, 40, 90, 120))
    painter = QPainter(image)
    painter.fillRect(3, 4, 20, 9, QColor("#2F6B4F"))
    painter.drawText(QPoint(5, 20), "Åä")
    painter.end()
    data = png(image.convertToFormat(kind))
    assert decoded(data) == QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32)


def test_a_smaller_picture_is_the_mean_of_the_large_one(qapp: object) -> None:
    image = QImage(42, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.fillRect(0, 0, 2, 20, QColor("black"))
    painter.end()
    small = decoded(png(image), 4)
    assert (small.width(), small.height()) == (11, 5)
    assert abs(small.pixelColor(0, 2).red() - 128) <= 1
    assert small.pixelColor(5, 2) == QColor("white")


def test_what_is_no_picture_is_refused() -> None:
    with pytest.raises(OSError, match="cannot identify"):
        decoded(b"%PDF-1.7")


def test_the_qt_thread_may_read_pictures_too() -> None:
    done = subprocess.run([sys.executable, "-c", BOTH], stdout=subprocess.PIPE, text=True, check=True, timeout=240)
    assert done.stdout.strip() == "both"


def test_nothing_is_decoded_by_qt_where_other_threads_may_be() -> None:
    """Only files of the program's own are read by Qt, and those on its own thread."""
    for path in Path(fasilitaattori.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert "fromData(" not in text.replace("loadFromData(", "fromData("), path
        assert "QImageReader" not in text, path
