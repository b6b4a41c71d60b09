"""The heading of the workshop: its name, when and where, for whom and why."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import ClockEntry, DayEntry, LineEntry, TextEntry
from fasilitaattori.desktop.parts import Line, Scrolled, holder, row
from fasilitaattori.desktop.parts import column as column_of
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGE_NAMES
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.fields import Field, Select, Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.workshop.info import Info, set_info

MOST_EXPECTED = 5000


class HeadingPanel(Panel):
    """Writes what is changed to the log, field by field. `closed` when the facilitator is done with it."""

    left = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench.look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self._workbench = workbench
        tr, look = self.look.tr, self.look
        self.setAccessibleName(tr("Työpajan tiedot"))
        self.title_line, self.place, self.organiser, self.facilitator, self.series = (LineEntry() for _ in range(5))
        self.day = DayEntry(look, workbench.services.clock.now().date())
        self.start, self.end = ClockEntry(look), ClockEntry(look)
        self.goal = TextEntry(look, lines=2)
        self.expected = Stepper(look, 0, 0, MOST_EXPECTED, self._people, name=tr("Montako odotetaan"))
        self.language = Select(look, tr("Työpajan kieli"))
        for code, name in LANGUAGE_NAMES.items():
            self.language.addItem(name, code)
        self._fields: dict[str, Field] = {}
        self._lay_out()
        self._connect()

    def _people(self, n: int) -> str:
        return self.look.tr("{n} henkeä", n=n) if n else self.look.tr("ei tiedossa")

    def _field(self, key: str, words: str, widget: QWidget) -> Field:
        field = self._fields[key] = Field(self.look, words, widget)
        return field

    def _lay_out(self) -> None:
        tr, look = self.look.tr, self.look
        head = QHBoxLayout()
        head.setContentsMargins(16, 9, 14, 8)
        head.addWidget(Label(look, tr("Työpajan tiedot"), "section"), 1)
        self._cross = IconButton(look, "x", tr("Sulje tiedot"), "quiet", "small")
        self._cross.clicked.connect(self.left)
        head.addWidget(self._cross)
        self.body.addLayout(head)
        self.body.addWidget(Line(look))
        column = QVBoxLayout()
        column.setContentsMargins(18, 10, 18, 14)
        column.setSpacing(10)
        column.addWidget(self._field("title", tr("Nimi"), self.title_line))
        times = row(
            self._field("date", tr("Päivä"), self.day),
            self._field("start", tr("Alkaa klo"), self.start),
            self._field("end", tr("Loppuu klo"), self.end),
            spacing=12,
        )
        for place, stretch in enumerate((5, 2, 2)):
            times.setStretch(place, stretch)
            item = times.itemAt(place)
            if item is not None:
                item.setAlignment(Qt.AlignmentFlag.AlignTop)
        column.addLayout(times)
        column.addWidget(self._field("place", tr("Paikka"), self.place))
        column.addWidget(self._field("goal", tr("Mitä tavoitellaan"), self.goal))
        column.addWidget(self._field("organiser", tr("Järjestäjä"), self.organiser))
        column.addWidget(self._field("facilitator", tr("Ohjaaja"), self.facilitator))
        self.series.setPlaceholderText(tr("esim. Kylien dialogit 2026"))
        column.addWidget(self._field("series", tr("Sarja, jos kuuluu sellaiseen"), self.series))
        last = row(
            self._field("expected", tr("Montako odotetaan"), self.expected),
            self._field("language", tr("Työpajan kieli"), self.language),
            spacing=12,
        )
        column.addLayout(last)
        column.addStretch(1)
        self.body.addWidget(Scrolled(holder(column)), 1)
        done = Button(look, tr("Valmis"), "primary", icon="check")
        done.clicked.connect(self.left)
        self._foot = holder(column_of(Line(look), row(-1, done, margins=(18, 10, 18, 12)), spacing=0))
        self.body.addWidget(self._foot)

    def _connect(self) -> None:
        lines = {"place": self.place, "organiser": self.organiser, "facilitator": self.facilitator, "series": self.series}
        for key, line in lines.items():
            line.committed.connect(lambda words, key=key: self._set(key, words.strip()))
        self.title_line.committed.connect(self._rename)
        self.goal.committed.connect(lambda words: self._set("goal", words.strip()))
        self.day.committed.connect(lambda day: self._set("date", day))
        self.day.misread.connect(lambda: self._wrong("date", self.look.tr("Päivää ei ole. Kirjoita se muodossa 12.3.2026.")))
        for key, clock in (("start", self.start), ("end", self.end)):
            clock.committed.connect(lambda value, key=key: self._set(key, value))
            clock.misread.connect(lambda key=key: self._wrong(key, self.look.tr("Kirjoita aika muodossa 18.30.")))
        self.expected.value_changed.connect(lambda n: self._set("expected", n))
        self.language.activated.connect(lambda _: self._set("language", self.language.currentData()))

    def set_closable(self, closable: bool) -> None:
        """Can it be closed? Not while there is no step to show in its place."""
        self._cross.setVisible(closable)
        self._foot.setVisible(closable)

    def show_info(self, info: Info) -> None:
        """Show the heading as it is."""
        self.title_line.set_value(info.title)
        self.place.set_value(info.place)
        self.organiser.set_value(info.organiser)
        self.facilitator.set_value(info.facilitator)
        self.series.set_value(info.series)
        self.day.set_value(info.date)
        self.start.set_value(info.start)
        self.end.set_value(info.end)
        self.goal.set_value(info.goal)
        self.expected.set_value(info.expected)
        self.language.setCurrentIndex(max(0, self.language.findData(info.language)))

    @Slot(str)
    def _rename(self, words: str) -> None:
        if words.strip():
            self._set("title", words.strip())
        else:
            self._wrong("title", self.look.tr("Anna työpajalle nimi."))

    def _set(self, key: str, value: Any) -> None:
        self._fields[key].set_message("")
        self._workbench.do(set_info(**{key: value}), None, lambda error: self._refused(key, error), self)

    def _refused(self, key: str, error: FasilitaattoriError) -> None:
        self._wrong(key, error.text(self.look.tr))

    def _wrong(self, key: str, words: str) -> None:
        self._fields[key].set_message(words, "error")
