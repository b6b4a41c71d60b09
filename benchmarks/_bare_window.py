"""The least a window can be: PySide6, a window with a text and a button. Tells when it was usable, and goes."""

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from benchmarks._ready import Ready


def main() -> int:
    app = QApplication(sys.argv)
    window = QMainWindow()
    page = QWidget()
    column = QVBoxLayout(page)
    column.addWidget(QLabel("Fasilitaattori"))
    column.addWidget(QPushButton("Uusi työpaja"))
    window.setCentralWidget(page)
    window.resize(1366, 768)
    window.show()
    ready = Ready(lambda: window)
    ready.usable.connect(window.close)
    return app.exec()


if __name__ == "__main__":
    sys.exit(main())
