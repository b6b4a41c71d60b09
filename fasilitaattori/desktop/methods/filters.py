"""The panel in which one says what is known of the evening."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.methods.choice import (
    LEAST_MINUTES,
    MOST_MINUTES,
    OWN,
    STEP_MINUTES,
    Wish,
)
from fasilitaattori.desktop.parts import SearchField, Shelf, holder
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.ticks import CheckBox
from fasilitaattori.kit.wheel import Slider
from fasilitaattori.methods.model import PURPOSES

MOST_PEOPLE = 500


def minutes_words(tr: Translator, minutes: int) -> str:
    """ "120 min"; "ei rajaa" for none."""
    return tr("{n} min", n=minutes) if minutes else tr("ei rajaa")


class Filters(Panel):
    """`wished(Wish)` whenever something changes."""

    wished = Signal(object)

    def __init__(self, look: Look, counts: dict[str, int], parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        tr = look.tr
        self.setAccessibleName(tr("Rajaukset"))
        self.search = SearchField(look, tr("Etsi menetelmää"))
        self.purposes = {key: CheckBox(look, tr(words)) for key, words in PURPOSES.items()}
        self._counts = {key: Label(look, "", "small", "ink2", wrap=False) for key in (*PURPOSES, OWN)}
        self.own = CheckBox(look, tr("Omat"))
        self.minutes = Slider(Qt.Orientation.Horizontal)
        self.minutes.setRange(LEAST_MINUTES // STEP_MINUTES, MOST_MINUTES // STEP_MINUTES)
        self.minutes.setAccessibleName(tr("Aikaa on enintään"))
        self._minutes_now = Label(look, "", "small-strong", wrap=False)
        self.people = Stepper(look, 0, 0, MOST_PEOPLE, self._people_words, name=tr("Väkeä tulee"), small=True)
        self.without_phones = CheckBox(look, tr("Toimii ilman puhelimia"))
        self.no_tables = CheckBox(look, tr("Ei tarvita pöytiä"))
        self.import_button = Button(look, tr("Tuo tiedostosta"), size="small", icon="download-simple")
        self.clear_button = Button(look, tr("Tyhjennä rajaukset"), size="small", icon="x")
        self._order = "fit"
        self._quiet = False
        self._lay_out(counts)
        self._connect()
        self.set_wish(Wish())

    def _people_words(self, people: int) -> str:
        tr = self.look.tr
        return tr("{n} henkeä", n=people) if people else tr("ei tiedossa")

    def _lay_out(self, counts: dict[str, int]) -> None:
        tr, look = self.look.tr, self.look
        column = QVBoxLayout()
        column.setContentsMargins(16, 14, 16, 6)
        column.setSpacing(2)
        column.addWidget(self.search)
        column.addSpacing(10)
        column.addWidget(Label(look, tr("Mihin tarvitset?"), "strong"))
        for key, box in (*self.purposes.items(), (OWN, self.own)):
            line = QHBoxLayout()
            line.addWidget(box, 1)
            line.addWidget(self._counts[key])
            column.addLayout(line)
        column.addSpacing(9)
        column.addWidget(Label(look, tr("Aikaa on enintään"), "strong"))
        column.addWidget(self.minutes)
        ends = QHBoxLayout()
        ends.addWidget(Label(look, tr("{n} min", n=LEAST_MINUTES), "small", "ink2", wrap=False), 1)
        ends.addWidget(self._minutes_now)
        right = Label(look, tr("ei rajaa"), "small", "ink2", wrap=False, align=Qt.AlignmentFlag.AlignRight)
        ends.addWidget(right, 1)
        column.addLayout(ends)
        column.addSpacing(9)
        column.addWidget(Label(look, tr("Väkeä tulee"), "strong"))
        column.addSpacing(4)
        column.addWidget(self.people)
        column.addSpacing(10)
        column.addWidget(self.without_phones)
        column.addWidget(self.no_tables)
        column.addStretch(1)
        column.addWidget(self.import_button)
        self.body.addWidget(Shelf(holder(column)), 1)
        self.set_counts(counts)  # once they have their places: what is shown before would be a window of its own
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 8, 16, 14)
        foot.addWidget(self.clear_button)
        self.body.addLayout(foot)

    def set_counts(self, counts: dict[str, int]) -> None:
        """How many methods there are for each purpose, and how many are the user's own; what has none is not offered."""
        for key, box in (*self.purposes.items(), (OWN, self.own)):
            self._counts[key].set_text(str(counts.get(key, 0)))
            for widget in (box, self._counts[key]):
                widget.setVisible(bool(counts.get(key)))
        if not counts.get(OWN):
            self.own.setChecked(False)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._changed)
        self.minutes.valueChanged.connect(self._changed)
        self.people.value_changed.connect(self._changed)
        for box in (*self.purposes.values(), self.own, self.without_phones, self.no_tables):
            box.toggled.connect(self._changed)
        self.clear_button.clicked.connect(self.clear)

    def wish(self) -> Wish:
        """What is asked for now."""
        minutes = self.minutes.value() * STEP_MINUTES
        return Wish(
            self.search.text().strip(),
            frozenset(key for key, box in self.purposes.items() if box.isChecked()),
            0 if minutes >= MOST_MINUTES else minutes,
            self.people.value(),
            self.without_phones.isChecked(),
            self.no_tables.isChecked(),
            self.own.isChecked(),
            self._order,
        )

    def set_wish(self, wish: Wish) -> None:
        """Fill the fields; emits `wished` once."""
        self._quiet = True
        self.search.setText(wish.text)
        for key, box in self.purposes.items():
            box.setChecked(key in wish.purposes)
        self.minutes.setValue((wish.minutes or MOST_MINUTES) // STEP_MINUTES)
        self.people.set_value(wish.people)
        self.without_phones.setChecked(wish.without_phones)
        self.no_tables.setChecked(wish.no_tables)
        self.own.setChecked(wish.own)
        self._quiet = False
        self._changed()

    def set_order(self, order: str) -> None:
        """The order of the list, chosen above it."""
        self._order = order
        self._changed()

    @Slot()
    def clear(self) -> None:
        """Ask for nothing in particular."""
        self.set_wish(Wish())

    @Slot()
    def _changed(self) -> None:
        if self._quiet:
            return
        wish = self.wish()
        self._minutes_now.set_text(minutes_words(self.look.tr, wish.minutes) if wish.minutes else "")
        self.clear_button.setEnabled(wish.narrows)
        self.wished.emit(wish)
