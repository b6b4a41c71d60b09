"""Perustiedot: the heading of the minutes. The same fields head the plan, so a correction here is a correction there."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import ClockEntry, DayEntry, LineEntry, TextEntry
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.form import Form, Turn, lock
from fasilitaattori.desktop.wrapup.headingform import HeadingForm
from fasilitaattori.kit.fields import Field
from fasilitaattori.workshop.info import set_info

SIDE_BY_SIDE = 420  # pixels at 100 %: wide enough for two or three fields in a row


class BasicsForm(Form):
    """Each field is one change when it is left."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        today = workbench.services.clock.now().date()
        self.lines = {name: LineEntry() for name in ("title", "place", "organiser", "facilitator", "series")}
        self.goal = TextEntry(look, lines=2)
        self.day = DayEntry(look, today)
        self.start, self.end = ClockEntry(look), ClockEntry(look)
        self.fields = {
            "title": Field(look, tr("Otsikko"), self.lines["title"]),
            "goal": Field(look, tr("Miksi kokoonnuimme"), self.goal),
            "date": Field(look, tr("Päivä"), self.day),
            "start": Field(look, tr("Alkaa klo"), self.start),
            "end": Field(look, tr("Loppuu klo"), self.end),
            "place": Field(look, tr("Paikka"), self.lines["place"]),
            "organiser": Field(look, tr("Järjestäjä"), self.lines["organiser"]),
            "series": Field(look, tr("Sarja, jos kuuluu sellaiseen"), self.lines["series"]),
            "facilitator": Field(look, tr("Ohjaaja (vain sisäisessä versiossa)"), self.lines["facilitator"]),
        }
        self.heading = HeadingForm(workbench)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(fields["title"])
        column.addWidget(fields["goal"])
        times = [(fields["date"], 4), (fields["start"], 2), (fields["end"], 2)]
        column.addWidget(Turn(self.workbench, SIDE_BY_SIDE, times))
        column.addWidget(fields["place"])
        column.addWidget(fields["organiser"])
        column.addWidget(fields["facilitator"])
        column.addWidget(fields["series"])
        column.addStretch(1)

    def _connect(self) -> None:
        for name, entry in self._entries().items():
            entry.committed.connect(self._saver(name))
            if isinstance(entry, DayEntry | ClockEntry):
                entry.misread.connect(self._misreader(name))

    def _entries(self) -> dict[str, LineEntry | TextEntry | DayEntry]:
        """What each of them is called in the log."""
        return {**self.lines, "goal": self.goal, "date": self.day, "start": self.start, "end": self.end}

    def refresh(self) -> None:
        info = self.workbench.state.info
        self.heading.refresh()
        for name, entry in self._entries().items():
            entry.set_value(self.unsaved.over(name, getattr(info, name)))

    def commit(self) -> None:
        self.heading.commit()
        for line in (*self.lines.values(), self.start, self.end, self.day.line):
            line.commit()
        self.goal.commit()
        super().commit()

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self.heading.set_locked(locked)
        for line in (*self.lines.values(), self.start, self.end, self.day.line):
            lock(line, locked)
        self.day.button.setVisible(not locked)
        lock(self.goal, locked)

    def _saver(self, name: str) -> Callable[[str], None]:
        def save(value: str) -> None:
            self.fields[name].set_message("")
            self.unsaved.save(name, value, set_info(**{name: value}))

        return save

    def _misreader(self, name: str) -> Callable[[], None]:
        @Slot()
        def misread() -> None:
            tr = self.look.tr
            wrong_day, wrong_time = tr("Päivää ei ole. Kirjoita se muodossa 12.3.2026."), tr("Kirjoita aika muodossa 18.30.")
            self.fields[name].set_message(wrong_day if name == "date" else wrong_time, "error")

        return misread
