"""How list, editor and preview share the width: three columns, two with the preview behind a switch, or one with the
sections in a drop-down list. Large text needs this on a small screen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import PAGE_MARGIN, Scrolled, row
from fasilitaattori.desktop.services import Section
from fasilitaattori.desktop.wrapup.preview import Preview
from fasilitaattori.desktop.wrapup.sectionlist import names_of, standing
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.fields import Select
from fasilitaattori.kit.look import Look

THREE, TWO = 1100, 690  # least widths of the page at 100 %
LIST_WIDTH, PREVIEW_WIDTH = 300, 392
WIDE, SHARE = 1268, 0.38  # of what is wider than that the page takes so much: it is to be read
WRITE, LOOK_AT = "write", "look"


class Room(QWidget):
    """`chosen(key)` from the drop-down list."""

    chosen = Signal(str)

    def __init__(self, look: Look, sections: QWidget, editor: QWidget, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look, self._low = look, False
        self._entries: list[tuple[str, str, str, str, str]] = []
        self._list, self._editor, self._paper = sections, editor, preview
        self._preview = Scrolled(preview)
        self.select = Select(look, tr("Osat"))
        self.select.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.select.activated.connect(self._selected)
        self.switch = Segmented(
            look, [(WRITE, tr("Muokkaa")), (LOOK_AT, tr("Esikatselu"))], WRITE, small=True, name=tr("Mitä näytetään")
        )
        self.switch.chosen.connect(self._switched)
        self._stack = QStackedWidget()
        for part in (sections, self._preview, self.select, self.switch):
            look.dress(part)
        choosing = row(self.select, self.switch, spacing=8)
        choosing.setStretch(0, 1)
        choosing.setStretch(1, 1)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(choosing)
        column.addWidget(self._stack, 1)
        self._stack.addWidget(editor)
        self._grid = QGridLayout(self)
        self._grid.setSpacing(16)
        self._grid.addWidget(sections, 0, 0)
        self._grid.addWidget(middle, 0, 1)
        self._grid.addWidget(self._preview, 0, 2)
        self._grid.setColumnStretch(1, 1)
        self._columns = 3
        look.changed.connect(self._refit)
        self.set_low(False)
        self._arrange(3)

    @property
    def columns(self) -> int:
        """How many columns there are now."""
        return self._columns

    def set_low(self, low: bool) -> None:
        """Less air in a low window."""
        self._low = low
        around = 10 if low else 14
        self._grid.setContentsMargins(PAGE_MARGIN, around, PAGE_MARGIN, around)

    def fit(self, width: int) -> None:
        """As many columns as this width of the page has room for."""
        scale = self.look.text_scale
        columns = 3 if width >= THREE * scale else 2 if width >= TWO * scale else 1
        spare = min(1.0, max(0.0, (width / scale - THREE) / 168))
        self._list.setFixedWidth(round(LIST_WIDTH * scale))
        self._preview.setMinimumWidth(0)
        self._preview.setMaximumWidth(16_777_215)
        if columns == 3:
            more = SHARE * max(0.0, width / scale - WIDE)
            self._preview.setFixedWidth(round((PREVIEW_WIDTH - 72 * (1 - spare) + more) * scale))
        self._arrange(columns)

    def _arrange(self, columns: int) -> None:
        self.select.setVisible(columns == 1)
        self.switch.setVisible(columns < 3)
        self._list.setVisible(columns > 1)
        if (columns == 3) != (self._columns == 3):
            if columns == 3:
                self._stack.removeWidget(self._preview)
                self._grid.addWidget(self._preview, 0, 2)
                self._preview.show()
            else:
                self._grid.removeWidget(self._preview)
                self._stack.addWidget(self._preview)
        self._columns = columns
        self._paper.set_wide(columns < 3)
        looking = columns < 3 and self.switch.value() == LOOK_AT
        self._stack.setCurrentWidget(self._preview if looking else self._editor)

    @Slot()
    def _refit(self) -> None:
        self.fit(self.width())

    def show_sections(self, sections: Sequence[Section], chosen: str) -> None:
        """The same sections in the drop-down list."""
        tr = self.look.tr
        names = names_of(sections, tr)
        entries = [(section.key, name, *standing(section, tr)) for section, name in zip(sections, names, strict=True)]
        if entries != self._entries:
            self._entries = entries
            self.select.clear()
            for key, name, icon, tone, words in entries:
                self.select.addItem(self.look.icon(icon, tone), f"{name} · {words}" if words else name, key)
        self.set_current(chosen)

    def set_current(self, key: str) -> None:
        """Marks a section without telling."""
        self.select.setCurrentIndex(self.select.findData(key))

    @Slot(int)
    def _selected(self, index: int) -> None:
        self.switch.set_value(WRITE)
        self._stack.setCurrentWidget(self._editor)
        self.chosen.emit(str(self.select.itemData(index)))

    @Slot(str)
    def _switched(self, what: str) -> None:
        self._stack.setCurrentWidget(self._preview if what == LOOK_AT else self._editor)
