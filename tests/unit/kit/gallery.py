"""Paints every part in every state on one sheet, to compare with the picture the look was agreed on.

    QT_QPA_PLATFORM=offscreen python tests/unit/kit/gallery.py FOLDER

writes parts-paiva.png, parts-ilta.png and parts-kontrasti.png. A test builds it too, so it cannot rot.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fasilitaattori.i18n import translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, Role
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import CheckBox, Field
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.focus import paint_focus_ring
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.note import IdeaNote, NoteContent
from fasilitaattori.kit.panels import Card, EmptyState, Panel
from fasilitaattori.kit.rail import Mark
from fasilitaattori.kit.ring import RingState
from fasilitaattori.kit.ring_widget import BigDigits, ChairRing
from fasilitaattori.kit.rug_widgets import RugStrip
from fasilitaattori.kit.shares import DotsRow, SpeakingBar
from fasilitaattori.kit.tags import Tag
from fasilitaattori.kit.theme import THEME_NAMES
from fasilitaattori.kit.toast import Kind, Toast

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


class Posed(Button):
    """A button held in one state."""

    def __init__(self, look: Look, words: str, role: Role, pose: str) -> None:
        super().__init__(look, words, role)
        self._pose = pose

    def state(self) -> str:
        return self._pose


class Ringed(QWidget):
    """A widget with the focus ring painted around it."""

    def __init__(self, look: Look, inner: QWidget, radius: float = 6) -> None:
        super().__init__()
        self.look, self.radius = look, radius
        row = QHBoxLayout(self)
        row.setContentsMargins(5, 5, 5, 5)
        row.addWidget(inner)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_focus_ring(QPainter(self), QRectF(self.rect()), self.look.theme["focus"], self.radius)


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
            ((self._buttons(), 7), (self._fields(), 5)),
            ((self._rings(), 7), (self._toasts(), 5)),
            ((self._notes(), 7), (self._tags(), 5)),
            ((self._agenda(), 4), (self._counts(), 4), (self._question(), 4)),
        ):
            column.addLayout(self._row(parts))
        column.addWidget(self._table())
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

    def _panel(self, title: str) -> Panel:
        panel = Panel(self.look, margins=(16, 13, 16, 15), spacing=11)
        panel.body.addWidget(Label(self.look, title, "card"))
        return panel

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

    def _buttons(self) -> Panel:
        panel = self._panel("Painikkeet")
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(0)
        for place, words in enumerate(("perus", "osoitin päällä", "kohdistus", "painettu", "ei käytössä")):
            grid.addWidget(Label(self.look, words, "small", "ink2"), 0, place + 1)
        kinds: tuple[tuple[str, str, Role], ...] = (
            ("Ensisijainen", "Tallenna", "primary"),
            ("Toissijainen", "Muokkaa", "secondary"),
            ("Hiljainen", "Kumoa", "quiet"),
            ("Poistava", "Poista", "delete"),
        )
        for line, (kind, words, role) in enumerate(kinds):
            grid.addWidget(Label(self.look, kind, "small-strong"), line + 1, 0)
            for place, pose in enumerate(("plain", "hover", "focus", "pressed", "disabled")):
                button = Posed(self.look, words, role, "plain" if pose == "focus" else pose)
                button.setEnabled(pose != "disabled")
                box = Ringed(self.look, button) if pose == "focus" else _padded(button, 5)
                grid.addWidget(box, line + 1, place + 1)
                grid.setColumnStretch(place + 1, 1)
        panel.body.addLayout(grid)
        panel.body.addStretch(1)
        return panel

    def _fields(self) -> Panel:
        panel = self._panel("Kentät")
        grid = QGridLayout()
        grid.setSpacing(12)
        name = Field(self.look, "Nimi", QLineEdit("Kyläkoulun uusi elämä"))
        wrong = Field(self.look, "Viimeistään", QLineEdit("31.2."))
        wrong.set_message("Päivää ei ole. Tarkista kuukausi.", "error")
        author = Field(self.look, "Laatija", QLineEdit("Kyläyhdistys"))
        author.set_message("Tallennettu", "saved")
        focused = QVBoxLayout()
        focused.setSpacing(0)
        focused.addWidget(Label(self.look, "Nimi, kohdistus", "field"))
        focused.addWidget(Ringed(self.look, QLineEdit("Kyläkoulun uusi elämä")))
        top = Qt.AlignmentFlag.AlignTop
        grid.addWidget(name, 0, 0, top)
        grid.addLayout(focused, 0, 1, top)
        grid.addWidget(wrong, 1, 0, top)
        grid.addWidget(author, 1, 1, top)
        panel.body.addLayout(grid)
        panel.body.addStretch(1)
        return panel

    def _rings(self) -> Panel:
        panel = self._panel("Tuolirinki: yksi tuoli on yksi minuutti")
        row = QHBoxLayout()
        states: tuple[tuple[float, float, RingState, str, str], ...] = (
            (20, 12.4, "runs", "käy", "keltainen kuluu"),
            (20, 2, "runs", "2 min jäljellä", "merkkiääni"),
            (20, 12.4, "paused", "", "pysäytetty"),
            (20, -2.1667, "over", "", "yli ajan"),
            (60, 41, "runs", "pitkä vaihe", "60 tuolia"),
        )
        centre = Qt.AlignmentFlag.AlignHCenter
        for total, left, state, title, words in states:
            cell = QVBoxLayout()
            cell.setSpacing(2)
            ring = ChairRing(self.look, 128, 27)
            ring.set_time(total * 60, left * 60, state)
            cell.addWidget(ring, 0, centre)
            cell.addSpacing(6)
            if title:
                cell.addWidget(Label(self.look, title, "small-strong", align=centre))
                cell.addWidget(Label(self.look, words, "small", align=centre))
            elif state == "paused":
                cell.addWidget(Tag(self.look, words, "line", "pause"), 0, centre)
            else:
                cell.addWidget(Tag(self.look, words, "puna", "clock"), 0, centre)
            cell.addStretch(1)
            row.addLayout(cell)
        panel.body.addLayout(row)
        return panel

    def _toasts(self) -> Panel:
        panel = self._panel("Ilmoitukset")
        shown: tuple[tuple[str, Kind, str, str], ...] = (
            ("Siirryttiin: Kahvitauko", "done", "Kumoa", "Ctrl Z"),
            ("3 puhelinta putosi verkosta", "warning", "Katso", ""),
            ("Tallennus ei onnistu: levy on täynnä", "error", "Vaihda paikka", ""),
        )
        for words, kind, action, key in shown:
            toast = Toast(self.look, words, kind, action, key)
            toast.setMinimumHeight(52)
            panel.body.addWidget(toast)
        panel.body.setSpacing(9)
        panel.body.addStretch(1)
        return panel

    def _notes(self) -> Panel:
        panel = self._panel("Lapun tilat")
        row = QHBoxLayout()
        row.setSpacing(4)
        notes = (
            (NoteContent("Leikkipuisto kuntoon", "waiting"), "odottaa tarkistusta", False),
            (NoteContent("Juhlasali lainaan", theme_index=0), "seinällä", False),
            (NoteContent("Juhlasali lainaan", theme_index=0), "valittu", True),
            (NoteContent("Saunavuoro", "new", fresh="uusi"), "juuri tullut", False),
            (NoteContent("Asiaton lappu", "hidden"), "piilotettu", False),
        )
        for content, words, chosen in notes:
            cell = QVBoxLayout()
            cell.setSpacing(2)
            note = IdeaNote(self.look, content)
            note.setChecked(chosen)
            cell.addWidget(note)
            cell.addWidget(_padded(Label(self.look, words, "small"), 6))
            cell.addStretch(1)
            row.addLayout(cell, 1)
        panel.body.addLayout(row)
        panel.body.addStretch(1)
        return panel

    def _tags(self) -> Panel:
        panel = self._panel("Merkit ja rajaimet")
        tags = QWidget()
        flow = FlowLayout(tags, 8)
        keep_height(tags)
        for words, kind, icon in (
            ("Muistio valmis", "kuusi", "check"),
            ("Muistio kesken", "savi", "note-pencil"),
            ("Suunnitelma valmis", "jarvi", "check"),
            ("Luonnos", "line", "pencil-simple"),
            ("Käynnissä", "nyt", "play-circle"),
            ("Virhe", "puna", "warning-circle"),
        ):
            flow.addWidget(Tag(self.look, words, kind, icon))
        panel.body.addWidget(tags)
        chips = QHBoxLayout()
        chips.setSpacing(4)
        chosen = Chip(self.look, "Kaikki 6")
        chosen.setChecked(True)
        chips.addWidget(chosen)
        chips.addWidget(Chip(self.look, "Tulossa 3"))
        chips.addWidget(Ringed(self.look, Chip(self.look, "Pidetyt 3"), 18))
        chips.addStretch(1)
        panel.body.addLayout(chips)
        states = QHBoxLayout()
        states.setSpacing(16)
        for icon, tone, words in (
            ("check-circle-fill", "kuusi", "yhteys kunnossa"),
            ("warning", "savi", "odottaa yhteyttä"),
            ("wifi-slash", "puna", "poikki"),
        ):
            states.addWidget(Label(self.look, words, "small", wrap=False, icon=icon, icon_tone=tone))
        states.addStretch(1)
        panel.body.addLayout(states)
        panel.body.addStretch(1)
        return panel

    def _agenda(self) -> Panel:
        panel = self._panel("Vaihe ohjelmassa")
        for icon, title, words, chosen, warned in (
            ("users", "Pariporina", "10 min", False, False),
            ("users-three", "Keskustelu", "35 min", True, False),
            ("warning", "Loppukierros", "ei mahdu, 10 min yli", False, True),
        ):
            card = Card(self.look, title, margins=(10, 0, 10, 0), radius=6)
            card.setFixedHeight(40)
            card.set_selected(chosen)
            card.set_warned(warned)
            row = QHBoxLayout()
            row.addWidget(Label(self.look, "", icon="dots-six-vertical"))
            tone = "savi" if warned else "ink"
            row.addWidget(Label(self.look, title, "dense-strong", wrap=False, icon=icon, icon_tone=tone), 1)
            row.addWidget(Label(self.look, words, "dense"))
            card.body.addLayout(row)
            panel.body.addWidget(card)
        panel.body.addStretch(1)
        return panel

    def _counts(self) -> Panel:
        panel = self._panel("Äänet ja puheaika")
        grid = QGridLayout()
        for line, (words, points, on) in enumerate((("Olohuone ja kahvila", 7, True), ("Kirjaston noutopiste", 4, False))):
            grid.addWidget(Label(self.look, words, "dense-strong" if on else "dense"), line, 0)
            dots = DotsRow(self.look)
            dots.set_points(points, 7, on)
            grid.addWidget(dots, line, 1)
            grid.addWidget(Label(self.look, str(points), "dense-strong"), line, 2)
        panel.body.addLayout(grid)
        row = QHBoxLayout()
        row.addWidget(Label(self.look, "Helmi", "section", icon="microphone-fill"), 1)
        row.addWidget(BigDigits(self.look, "1:24", 19))
        row.addWidget(Label(self.look, "/ 2:00", "small", "ink2"))
        panel.body.addLayout(row)
        bar = SpeakingBar(self.look)
        bar.set_share(0.7)
        panel.body.addWidget(bar)
        sources = QHBoxLayout()
        sources.addWidget(Label(self.look, "puhelimesta", "small", "ink2", icon="device-mobile"))
        sources.addWidget(Label(self.look, "käsi nostettu", "small", "ink2", icon="hand-palm"))
        sources.addStretch(1)
        panel.body.addLayout(sources)
        panel.body.addStretch(1)
        return panel

    def _question(self) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        dialog = Dialog(
            self.look,
            "Lopetetaanko ilta?",
            "Jäljellä on 2 vaihetta. Puhelimille tulee kiitos, ja muistion luonnos avautuu.",
            act="Lopeta ja kokoa",
            safe="Jatka iltaa",
            width=380,
        )
        dialog.setWindowFlags(Qt.WindowType.Widget)
        column.addWidget(dialog)
        column.addWidget(
            EmptyState(
                self.look,
                "Ei vielä lappuja",
                "Laput tulevat tähän, kun joku lähettää idean.",
                "Lisää lappu itse",
                "plus",
            )
        )
        return box

    def _table(self) -> Panel:
        panel = self._panel("Rastit")
        row = QHBoxLayout()
        for words, on, able in (("Valitsematta", False, True), ("Valittu", True, True), ("Ei käytössä", True, False)):
            box = CheckBox(self.look, words)
            box.setChecked(on)
            box.setEnabled(able)
            row.addWidget(box)
        row.addStretch(1)
        panel.body.addLayout(row)
        return panel


def _padded(inner: QWidget, margin: int) -> QWidget:
    box = QWidget()
    row = QHBoxLayout(box)
    row.setContentsMargins(margin, margin, margin, margin)
    row.addWidget(inner)
    return box


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
