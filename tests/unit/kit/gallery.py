"""Paints every part in every state on one sheet, to compare with the picture the look was agreed on.

    QT_QPA_PLATFORM=offscreen python -m tests.unit.kit.gallery FOLDER

writes parts-paiva.png, parts-ilta.png and parts-kontrasti.png. A test builds it too, so it cannot rot.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.i18n import translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.rail import Mark
from fasilitaattori.kit.rug_widgets import RugStrip
from fasilitaattori.kit.theme import THEME_NAMES
from tests.unit.kit import gallery_controls as controls
from tests.unit.kit import gallery_hall as hall

EVENING = [
    (10, "kaikki", "Tervetuloa ja esittäytyminen"),
    (5, "kaikki", "Pelisäännöt"),
    (5, "esitys", "Alkujuttu: koulun vaiheet"),
    (10, "pari", "Pariporina"),
    (35, "kaikki", "Yhteinen keskustelu"),
    (20, "tauko", "Kahvitauko"),
    (20, "yksin", "Ideaseinä"),
    (15, "ryhma", "Ryhmittely ja syventäminen"),
    (10, "aani", "Pisteäänestys"),
    (15, "kaikki", "Sovitaan jatkosta"),
    (5, "kaikki", "Loppukierros ja kiitos"),
]
SWATCHES = (
    ("ground", "ink"),
    ("surface", "ink"),
    ("well", "ink"),
    ("kuusi", "on-kuusi"),
    ("kuusi-tint", "ink"),
    ("nyt", "on-nyt"),
    ("nyt-tint", "ink"),
    ("jarvi", "surface"),
    ("jarvi-tint", "ink"),
    ("ink", "surface"),
    ("line", "ink"),
    ("edge", "surface"),
    ("wall", "wall-ink"),
    ("puna", "on-puna"),
    ("puna-tint", "ink"),
    ("savi", "surface"),
    ("savi-tint", "ink"),
    ("kanerva", "surface"),
    ("kanerva-tint", "ink"),
    ("focus", "surface"),
)


class Swatch(QWidget):
    """One colour with its name."""

    def __init__(self, look: Look, token: str, ink: str) -> None:
        super().__init__()
        self.look, self.token, self.ink = look, token, ink
        self.setFixedHeight(62)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        paint.frame(painter, rect, 6, theme[self.token], theme["line"], 1)
        low = Qt.AlignmentFlag.AlignBottom
        paint.text(painter, rect.adjusted(9, 0, -2, -7), self.token, self.look.sans(14, True), theme[self.ink], low)


class Gallery(QWidget):
    """The sheet of parts, 1366 pixels wide."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.setFixedWidth(1366)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 22, 26, 26)
        column.setSpacing(14)
        column.addLayout(self._head())
        column.addWidget(self._swatches())
        for parts in (
            ((controls.buttons(self.look), 7), (controls.fields(self.look), 5)),
            ((hall.rings(self.look), 7), (hall.toasts(self.look), 5)),
            ((hall.notes(self.look), 7), (controls.tags(self.look), 5)),
            ((hall.agenda(self.look), 4), (hall.counts(self.look), 4), (hall.question(self.look), 4)),
        ):
            column.addLayout(self._row(parts))
        column.addWidget(controls.table(self.look))
        column.addStretch(1)
        self.setFixedHeight(column.heightForWidth(1366))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.look.theme["ground"])

    @staticmethod
    def _row(parts: Sequence[tuple[QWidget, int]]) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(14)
        at = 0
        for place in range(12):
            grid.setColumnStretch(place, 1)
            grid.setColumnMinimumWidth(place, 96)
        for widget, span in parts:
            grid.addWidget(widget, 0, at, 1, span)
            at += span
        return grid

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(Mark(self.look, 46))
        row.addWidget(Label(self.look, "Osat ja tilat", "title"), 1)
        rug = RugStrip(self.look, 30, 1.1, "ground")
        rug.setFixedWidth(640)
        rug.set_steps(EVENING)
        rug.set_now(45.4)
        row.addWidget(rug)
        return row

    def _swatches(self) -> Panel:
        panel = Panel(self.look, margins=(16, 13, 16, 15))
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (token, ink) in enumerate(SWATCHES):
            grid.addWidget(Swatch(self.look, token, ink), place // 10, place % 10)
        panel.body.addLayout(grid)
        return panel


def main(folder: Path) -> None:
    """Writes a sheet per theme into `folder`."""
    app = QApplication([])
    for name in THEME_NAMES:
        look = Look(translator("fi"), name)
        look.install(app)
        sheet = Gallery(look)
        sheet.show()
        for _ in range(4):
            app.processEvents()
        sheet.grab().save(str(folder / f"parts-{name}.png"))
        sheet.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
