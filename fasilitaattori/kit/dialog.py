"""A question that must be answered: the title asks, the buttons are verbs, Esc and the first focus are the safe choice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Slot
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.readingorder import ROOM, move_focus

EDGE = 20  # pixels of the window behind that a dialog leaves free
LEAST_HEIGHT = 320


class Dialog(QDialog):
    """A modal dialog; the window behind is simply disabled. `open()` it and listen to `accepted` and `rejected`.

    `act` does the thing (accepts), `safe` does nothing (rejects). Put fields into `body`; then focus the first of them.
    """

    def __init__(
        self,
        look: Look,
        question: str,
        sentence: str = "",
        act: str = "",
        safe: str = "",
        role: Literal["primary", "delete"] = "primary",
        width: int = 430,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.look, self._width, self._scrolls = look, width, False
        look.dress(self)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(question)
        self.setAccessibleName(question)
        self.setAccessibleDescription(sentence)
        self._column = column = QVBoxLayout(self)
        # measured here: Qt would keep room for lines as they break in a narrower window, and leave gaps in a wide one
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.setContentsMargins(20, 16, 20, 18)
        column.setSpacing(7)
        self.heading = Label(look, question, "section")
        column.addWidget(self.heading)
        self.sentence = Label(look, sentence)
        column.addWidget(self.sentence)
        self.sentence.setVisible(bool(sentence))  # once it has its place: else it is a window for a moment, as narrow as can be
        self.body = QVBoxLayout()
        self.body.setSpacing(9)
        column.addLayout(self.body, 1)
        column.addSpacing(7)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        column.addLayout(self.buttons)
        self.safe_button = Button(look, safe or look.tr("Peruuta"))
        self.safe_button.clicked.connect(self.reject)
        self.buttons.addWidget(self.safe_button)
        self.act_button = Button(look, act or look.tr("Valmis"), role)
        self.act_button.clicked.connect(self.accept)
        self.buttons.addWidget(self.act_button)
        self.safe_button.setFocus()
        self.refresh()
        look.changed.connect(self._look_changed)

    def add_way(self, words: str, act: Callable[[], object]) -> Button:
        """A third way, between doing it and leaving it: it closes the dialog and does something else instead."""
        button = Button(self.look, words)

        def go() -> None:
            self.reject()
            act()

        button.clicked.connect(go)
        self.buttons.insertWidget(self.buttons.indexOf(self.act_button), button)
        return button

    @Slot()
    def _look_changed(self) -> None:
        self.refresh()  # not connected itself: see Panel

    @Slot()
    def refresh(self) -> None:
        """Measures again."""
        parent, wide = self.parentWidget(), self.look.px(self._width)
        self.setMinimumWidth(min(wide, parent.window().width() - 2 * EDGE) if parent is not None else wide)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, not the default one beside it."""
        focus = self.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QAbstractButton) and not focus.isCheckable():
            focus.click()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        return move_focus(self, forward)

    def setVisible(self, visible: bool) -> None:  # noqa: N802 - Qt's own name
        """Measured and placed before it is shown: a window manager that frames a window and finds it changing at that
        moment leaves Qt believing that it stands in the corner of the display, and every list it opens stands there."""
        parent = self.parentWidget()
        if visible and not self.isVisible() and self.isWindow():
            self.measure()
            if parent is not None:
                window = parent.window()
                middle = window.mapToGlobal(window.rect().center())
                self.move(middle - QPoint(self.width() // 2, self.height() // 2))
        super().setVisible(visible)

    def measure(self) -> None:
        """Take the size it is shown in: no larger than the window behind it. With large letters what is in it may need more,
        and then it scrolls."""
        room = self._room()
        self.setMaximumHeight(room)
        if self._least() > room:
            self._make_body_scroll()
        self.ensurePolished()
        self._column.invalidate()  # what it was before its parts were filled counts no more
        self._column.activate()
        width = max(self.minimumWidth(), self._column.totalSizeHint().width())
        wanted = self._column.totalHeightForWidth(width) if self._column.hasHeightForWidth() else self.sizeHint().height()
        self.resize(width, room if self._scrolls else min(wanted, room))  # Qt's own adjusting stops at parts of the display

    def event(self, event: QEvent) -> bool:
        asked = event.type() == QEvent.Type.LayoutRequest and self.isVisible() and not self._scrolls
        if asked and self._least() > self._room():  # something has come to be said below a field
            self._make_body_scroll()
            self.measure()
        handled = super().event(event)
        if asked and not self._scrolls:
            self._grow()
        return handled

    def _grow(self) -> None:
        """Larger when more has come to be said in it; never smaller under the hand."""
        width, height = self._column.totalMinimumSize().width(), self._least()
        if width > self.width() or height > self.height():
            self.resize(max(self.width(), width), max(self.height(), height))

    def _room(self) -> int:
        """How high it may be, in pixels."""
        parent = self.parentWidget()
        behind = parent.window().height() if parent is not None else self.screen().availableGeometry().height()
        return max(behind - EDGE, LEAST_HEIGHT)

    def _least(self) -> int:
        """How high it must be for everything in it to be seen."""
        if not self._column.hasHeightForWidth():
            return self._column.totalMinimumSize().height()
        width = max(self.width() if self.isVisible() else 0, self.minimumWidth(), self._column.totalMinimumSize().width())
        return self._column.totalMinimumHeightForWidth(width)

    def _make_body_scroll(self) -> None:
        """The heading and the buttons stay where they are, and what is between them moves."""
        focused: QWidget | None = self.focusWidget()
        self._scrolls = True
        place = self._column.indexOf(self.body)
        self._column.takeAt(place)
        self.body.setParent(None)
        content = QWidget()
        content.setAutoFillBackground(False)
        content.setLayout(self.body)
        self.body.setContentsMargins(ROOM, ROOM, ROOM, ROOM)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        inside = content.findChildren(QWidget)
        if any(each.focusPolicy() & Qt.FocusPolicy.TabFocus for each in inside):
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # only arrow keys can move it
            area.setAccessibleName(self.windowTitle())
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.viewport().setAutoFillBackground(False)
        area.setWidget(content)
        content.setAutoFillBackground(False)  # Qt turns it on in setWidget
        area.setMinimumWidth(content.minimumSizeHint().width() + area.verticalScrollBar().sizeHint().width())
        self._column.insertWidget(place, area, 1)
        if focused is not None and content.isAncestorOf(focused):
            focused.setFocus(Qt.FocusReason.OtherFocusReason)  # it was lost on the way

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        paint.frame(QPainter(self), QRectF(self.rect()), 12, theme["surface"], theme["ink"], 2)
