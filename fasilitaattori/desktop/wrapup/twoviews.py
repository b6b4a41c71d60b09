"""How Kokoa turns from the minutes to what came of what was said, and back."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.answers.view import AnswersView
from fasilitaattori.desktop.wrapup.views import ANSWERS, MINUTES, Views


class TwoViews(QStackedWidget):
    """The minutes and, made when it is first looked at, what came of what was said. `turned(view)` whenever one of them comes
    into view; `paper_requested(form)` of the answers."""

    turned = Signal(str)
    paper_requested = Signal(str)

    def __init__(self, workbench: Workbench, minutes: QWidget, switch: Views, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.answers: AnswersView | None = None
        self._switch, self._low = switch, False
        self._shortcuts: list[QShortcut] = []
        self.addWidget(minutes)
        switch.chosen.connect(self.show_view)

    @property
    def view(self) -> str:
        """Which of them is on show."""
        return ANSWERS if self.currentIndex() else MINUTES

    def only_in_minutes(self, shortcut: QShortcut) -> None:
        """The key means something else in the other view."""
        self._shortcuts.append(shortcut)

    def come(self) -> None:
        """The page comes into view: the view that was asked for, else the one that was there."""
        wanted, self.workbench.view_wanted = self.workbench.view_wanted, ""
        self.show_view(wanted or self.view)

    def rest(self) -> None:
        """The page goes out of view: what is half typed is saved."""
        if self.answers is not None:
            self.answers.set_awake(False)

    def set_low(self, low: bool) -> None:
        """Less air in a low window."""
        self._low = low
        if self.answers is not None:
            self.answers.set_low(low)

    @Slot(str)
    def show_view(self, view: str) -> None:
        """Show one of the two."""
        moved = view != self.view
        self.rest()
        answers = self._made() if view == ANSWERS else None
        self.setCurrentIndex(int(view == ANSWERS))
        for shortcut in self._shortcuts:
            shortcut.setEnabled(view == MINUTES)
        self.turned.emit(view)
        if answers is not None:
            answers.set_awake(True)
        switch = answers.head.views if answers is not None else self._switch
        switch.set_value(view)
        if moved and self.isVisible():
            switch.focus()

    def _made(self) -> AnswersView:
        if self.answers is None:
            self.answers = AnswersView(self.workbench)
            self.workbench.look.dress(self.answers)
            self.answers.set_low(self._low)
            self.answers.head.views.chosen.connect(self.show_view)
            self.answers.paper_requested.connect(self.paper_requested)
            self.answers.poster_requested.connect(self._show_poster)
            self.addWidget(self.answers)
        return self.answers

    @Slot()
    def _show_poster(self) -> None:
        self.workbench.paper_wanted = "follow_up_poster"
        self.workbench.go("tulosteet")
