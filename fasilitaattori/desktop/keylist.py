"""The list of keys that F1 shows over the page. Any key or click takes it away; Esc never does more than that. Only where the
list is longer than the window do arrow keys, Home and End move it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from fasilitaattori.desktop.page import Keys
from fasilitaattori.desktop.parts import Shelf, holder
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import IconButton
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.tags import KeyCap

SIDES = 40  # pixels beside the columns
COLUMN = 330  # pixels at 100 % that a column of keys wants
_WAYS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class KeyList(QFrame):
    """A panel over the page, in the middle of `host`. `left` when it goes; the focus is then back where it was."""

    left = Signal()

    def __init__(self, look: Look, groups: Sequence[Keys], host: QWidget) -> None:
        super().__init__(host)
        self.look, self._host = look, host
        self._before: QWidget | None = None
        look.dress(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("paints_focus", True)
        self.setAccessibleName(look.tr("Pikanäppäimet"))
        self.setAccessibleDescription("; ".join(f"{key}: {words}" for group in groups for key, words in group.rows))
        head = QHBoxLayout()
        head.addWidget(Label(look, look.tr("Pikanäppäimet"), "section"), 1)
        cross = IconButton(look, "x", look.tr("Sulje"), "quiet", "small")
        cross.clicked.connect(self.leave)
        head.addWidget(cross)
        columns = self._keys = QHBoxLayout()
        columns.setSpacing(40)
        most = max(1, min(3, (host.width() - 80) // look.px(COLUMN)))
        parts = _columns(groups, most)
        self._columns = len(parts)
        for part in parts:
            columns.addLayout(self._column(part), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 16, SIDES - 22, 18)
        layout.setSpacing(10)
        layout.addLayout(head)
        self._scrolled = Shelf(holder(columns))
        layout.addWidget(self._scrolled, 1)
        host.installEventFilter(self)
        self._place()

    def _column(self, groups: Sequence[Keys]) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(14)
        for group in groups:
            grid = QGridLayout()
            grid.setHorizontalSpacing(14)
            grid.setVerticalSpacing(7)
            grid.setColumnStretch(1, 1)
            grid.addWidget(Label(self.look, group.title, "small-strong", "ink2"), 0, 0, 1, 2)
            for row, (key, words) in enumerate(group.rows, 1):
                grid.addWidget(KeyCap(self.look, key, "ink"), row, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(Label(self.look, words[:1].upper() + words[1:], "dense"), row, 1)
            column.addLayout(grid)
        column.addStretch(1)
        return column

    @Slot()
    def leave(self) -> None:
        """Take it away. May be called again."""
        if self.property("gone"):
            return
        self.setProperty("gone", True)
        self.hide()
        self.left.emit()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        self._before = QApplication.focusWidget()
        self.raise_()
        self.setFocus()

    def _place(self) -> None:
        px = self.look.px
        inner = self._scrolled.sizeHint()
        width = min(self._host.width() - 40, max(px(560), inner.width() + 60, self._columns * px(COLUMN) + 60))
        needed = self._keys.totalHeightForWidth(width - SIDES)  # lines break at this width, not at their own
        height = min(self._host.height() - 24, needed + px(34) + 60)
        self.setGeometry((self._host.width() - width) // 2, (self._host.height() - height) // 2, width, height)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar, way = self._scrolled.verticalScrollBar(), _WAYS.get(Qt.Key(event.key()))
        if way is not None and bar.maximum() > bar.minimum():
            bar.triggerAction(way)
        else:
            self.leave()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        paint.frame(QPainter(self), QRectF(self.rect()), 12, theme["surface"], theme["ink"], 2)


def _columns(groups: Sequence[Keys], most: int) -> list[list[Keys]]:
    """The groups, in order, in at most so many columns of about the same height."""
    heights = [len(group.rows) + 2 for group in groups]
    for limit in range(max(heights, default=1), sum(heights) + 1):
        columns: list[list[Keys]] = []
        filled = 0
        for group, height in zip(groups, heights, strict=True):
            if not columns or filled + height > limit:
                columns.append([])
                filled = 0
            columns[-1].append(group)
            filled += height
        if len(columns) <= most:
            return columns
    return [list(groups)]
