"""The kind of the minutes, what only the minutes of a meeting have in their heading, and what is told only when asked for."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.form import Form, Turn, lock
from fasilitaattori.kit.fields import Field, Select
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.ticks import Switch
from fasilitaattori.workshop.heading import DIALOGUE, MEETING, MEMO, head_minutes, kind_of, next_number, tell_speaking
from fasilitaattori.workshop.info import parse_date

SIDE_BY_SIDE = 420  # pixels at 100 %


class HeadingForm(Form):
    """Each field is one change when it is left; the kind when it is chosen."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        self.kind = Select(look, tr("Muistion laji"))
        self.kind.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for kind, words in (
            (MEMO, tr.c("laji", "Muistio")),
            (MEETING, tr("Pöytäkirja (kokous)")),
            (DIALOGUE, tr("Keskustelumuistio (dialogi)")),
        ):
            self.kind.addItem(words, kind)
        self.lines = {name: LineEntry() for name in ("number", "chair", "secretary", "examiners")}
        self.lines["number"].setPlaceholderText(tr("esim. 1/2026"))
        self.lines["examiners"].setPlaceholderText(tr("esim. Helmi Korpela ja Reino Salo"))
        labels = {"number": tr("Numero"), "chair": tr("Puheenjohtaja"), "secretary": tr("Sihteeri")}
        labels["examiners"] = tr("Pöytäkirjan tarkastajat")
        self.fields = {name: Field(look, labels[name], line) for name, line in self.lines.items()}
        self.speaking = Switch(look, tr("Puheajat muistioon"), words_first=False)
        self.speaking_about = Label(
            look,
            tr("Kertoo ilman nimiä, miten tasan puheaika jakautui. Näkyy vain, jos puhujia oli vähintään viisi."),
            "small",
            "ink2",
        )
        self.meeting = QWidget()
        self.private = Label(look, tr("Nimet painetaan vain sisäiseen versioon."), "small", "ink2")
        self._lay_out()
        self.kind.activated.connect(self._choose)
        self.speaking.clicked.connect(self._tell_speaking)
        for name, line in self.lines.items():
            line.committed.connect(self._saver(name))

    def _lay_out(self) -> None:
        fields = self.fields
        inner = QVBoxLayout(self.meeting)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        people = [(fields["number"], 2), (fields["chair"], 3), (fields["secretary"], 3)]
        inner.addWidget(Turn(self.workbench, SIDE_BY_SIDE, people))
        inner.addWidget(fields["examiners"])
        inner.addWidget(self.private)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(Field(self.look, self.look.tr("Muistion laji"), self.kind))
        column.addWidget(self.meeting)
        choice = QVBoxLayout()
        choice.setSpacing(2)
        choice.addWidget(self.speaking)
        choice.addWidget(self.speaking_about)
        column.addLayout(choice)

    def refresh(self) -> None:
        state = self.workbench.state
        self.kind.setCurrentIndex(self.kind.findData(kind_of(state)))
        self.speaking.setChecked(state.closing.heading.speaking)
        for name, line in self.lines.items():
            line.set_value(self.unsaved.over(name, getattr(state.closing.heading, name)))
        self.meeting.setVisible(kind_of(state) == MEETING)

    def commit(self) -> None:
        for line in self.lines.values():
            line.commit()
        super().commit()

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self.kind.setEnabled(not locked)
        self.speaking.setEnabled(not locked)
        for line in self.lines.values():
            lock(line, locked)

    @Slot(int)
    def _choose(self, index: int) -> None:
        kind, bench = self.kind.itemData(index), self.workbench
        if kind != MEETING or bench.state.closing.heading.number:
            bench.do(head_minutes(kind=kind))
            return
        services, stream, year = bench.services, bench.state.id, self._year()

        def numbered(taken: list[str]) -> None:
            if bench.session is not None and bench.state.id == stream:
                bench.do(head_minutes(kind=kind, number=next_number(taken, year)))

        def unnumbered(error: Exception) -> None:
            numberless = head_minutes(kind=kind)
            if bench.session is not None and bench.state.id == stream:
                bench.do(numberless)
            bench.tell(error)

        services.background.run(lambda: services.minutes_numbers(stream), numbered, unnumbered, owner=self)

    def _year(self) -> int:
        """That of the meeting, else this one."""
        day = parse_date(self.workbench.state.info.date)
        return day.year if day else self.workbench.services.clock.now().year

    @Slot(bool)
    def _tell_speaking(self, on: bool) -> None:
        self.workbench.do(tell_speaking(on))

    def _saver(self, name: str) -> Callable[[str], None]:
        def save(value: str) -> None:
            self.unsaved.save(name, value, head_minutes(**{name: value}))

        return save
