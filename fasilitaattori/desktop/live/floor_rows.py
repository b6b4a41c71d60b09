"""One row of the speaker queue, and the list that keeps its rows when the queue changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.rows import Column
from fasilitaattori.kit.tags import Tag

ROW, LOW_ROW = 45, 40
LARGE, SEEN_LARGE = 1.25, 3  # from letters of this size on, so many rows are seen at once


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a row shows, in words. `tag` is set apart ("ensimmäinen vuoro"), `small` is quiet ("3. vuoro")."""

    id: str
    order: str
    name: str
    tag: str = ""
    tag_kind: str = "kuusi"
    small: str = ""
    icon: str = "device-mobile"
    source: str = ""
    waited: str = ""


class QueueRow(QWidget):
    """A person in the queue. `given(id)` now, `removed(id)` out of the queue."""

    given = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, waiting: Waiting, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.waiting, self._low = look, waiting, False
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 0)
        row.setSpacing(9)
        self._order = Label(look, role="question", tone="ink2", wrap=False)
        self._order.setMinimumWidth(look.px(26))
        self._name = Label(look, role="row", wrap=False)
        self._name.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._tag = Tag(look, "")
        self._small = Label(look, role="small", tone="ink2", wrap=False)
        self._time = Label(look, role="small", tone="ink2", wrap=False)
        self.menu_button = IconButton(look, "dots-three", look.tr("Lisää toimintoja"), "quiet", "small")
        self.menu_button.clicked.connect(self.open_menu)
        for widget in (self._order, self._name, self._tag, self._small):
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        row.addWidget(self._time, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.refresh)
        self.show_waiting(waiting, force=True)
        self.refresh()

    def show_waiting(self, waiting: Waiting, force: bool = False) -> None:
        """Shows another place, tag or time; only what differs is touched."""
        if waiting == self.waiting and not force:
            return
        self.waiting = waiting
        self._order.set_text(waiting.order)
        self._name.set_text(waiting.name)
        self._tag.set_tag(waiting.tag, waiting.tag_kind)
        self._tag.setVisible(bool(waiting.tag))
        self._small.set_text(waiting.small)
        self._small.setVisible(bool(waiting.small))
        self._time.set_icon(waiting.icon, "ink2")
        self._time.set_text(waiting.waited)
        parts = (waiting.order, waiting.name, waiting.tag, waiting.small, waiting.source, waiting.waited)
        self.setAccessibleName(", ".join(part for part in parts if part))
        self.menu_button.setAccessibleName(self.look.tr("Toiminnot: {name}", name=waiting.name))

    def set_low(self, low: bool) -> None:
        """Lower rows in a low window."""
        self._low = low
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Measures again."""
        self.setFixedHeight(self.look.px(LOW_ROW if self._low else ROW))
        self.update()

    @Slot()
    def open_menu(self) -> None:
        """What may be done with this asking."""
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """The menu of the row."""
        look, asking = self.look, self.waiting.id
        menu = QMenu(self)
        menu.addAction(look.icon("microphone"), look.tr("Anna puheenvuoro nyt"), lambda: self.given.emit(asking))
        menu.addAction(look.icon("x"), look.tr("Poista jonosta"), lambda: self.removed.emit(asking))
        return menu

    def contextMenuEvent(self, event: object) -> None:
        self.open_menu()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        if self.underMouse():
            painter.fillRect(self.rect(), theme["well"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["line"])


class QueueList(Column):
    """The rows in order; a row stays the same widget while its asking is in the queue."""

    given = Signal(str)
    removed = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look.tr("Puheenvuorojono"), parent=parent)
        self.look, self._low = look, False
        self._by_id: dict[str, QueueRow] = {}
        self.rows.addStretch(1)
        look.changed.connect(self._fit)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Never so low that the first row is cut: the page scrolls then. With large letters it scrolls anyway, and a queue of
        which one row is seen at a time is no queue."""
        seen = min(len(self._by_id), SEEN_LARGE) if self.look.text_scale > LARGE else 1
        self.setMinimumHeight(max(1, seen) * self.look.px(LOW_ROW if self._low else ROW) + 2)

    def set_low(self, low: bool) -> None:
        """Lower rows in a low window."""
        self._low = low
        self._fit()
        for row in self._by_id.values():
            row.set_low(low)

    def show_queue(self, queue: Sequence[Waiting]) -> None:
        """Makes the rows match the queue."""
        wanted = {waiting.id for waiting in queue}
        for gone in [key for key in self._by_id if key not in wanted]:
            row = self._by_id.pop(gone)
            self.rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        for place, waiting in enumerate(queue):
            kept = self._by_id.get(waiting.id)
            if kept is None:
                self._add(place, waiting)
                continue
            kept.show_waiting(waiting)
            if self.rows.indexOf(kept) != place:
                self.rows.removeWidget(kept)
                self.rows.insertWidget(place, kept)
        self._fit()

    def _add(self, place: int, waiting: Waiting) -> None:
        row = QueueRow(self.look, waiting)
        row.set_low(self._low)
        row.given.connect(self.given)
        row.removed.connect(self.removed)
        self._by_id[waiting.id] = row
        self.rows.insertWidget(place, row)

    def queue_rows(self) -> list[QueueRow]:
        """The rows from first to last."""
        found = sorted(self._by_id.values(), key=self.rows.indexOf)
        return list(found)
