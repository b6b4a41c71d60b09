"""The head of Mitä tehtiin: the switch of Kokoa's views, whose answers these are, and the ways to tell them."""

from PySide6.QtCore import QRectF, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from fasilitaattori.desktop.fittinglabel import FittingLabel
from fasilitaattori.desktop.parts import PAGE_MARGIN
from fasilitaattori.desktop.wrapup.views import ANSWERS, Views
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.look import Look

ABOUT_LEAST = 110  # pixels at 100 %: less of the workshop's name says nothing
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class AnswersHead(QWidget):
    """Its buttons are the view's to connect."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look = look
        self.views = Views(look, ANSWERS)
        self.about = FittingLabel(look)
        self.pdf_button = Button(look, tr("Vie PDF"), icon="file-pdf")
        self.page_button = Button(look, tr("Vie verkkosivu"), icon="device-mobile")
        self.poster_button = Button(look, tr("Juliste"), icon="printer")
        left = QHBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.views)
        left.addWidget(self.about, 1)
        left.addStretch(0)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=12, row_gap=8)
        keep_height(self._buttons)
        for button in (self.pdf_button, self.page_button, self.poster_button):
            self._flow.addWidget(button)
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(PAGE_MARGIN, 11, PAGE_MARGIN, 12)
        self._box.setSpacing(12)
        self._box.addLayout(left, 1)
        self._box.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)
        look.changed.connect(self._arrange)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The buttons beside the switch, or under it."""
        room = self.width() - 2 * PAGE_MARGIN - self.views.sizeHint().width() - 24
        down = room < self._flow.sizeHint().width()
        self._box.setDirection(_DOWN if down else _ACROSS)
        self._box.setAlignment(self._buttons, Qt.AlignmentFlag(0) if down else Qt.AlignmentFlag.AlignVCenter)
        spare = room - (0 if down else self._flow.sizeHint().width())
        self.about.setVisible(spare > self.look.px(ABOUT_LEAST))
        self._buttons.setMinimumWidth(0 if down else self._flow.sizeHint().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme["surface"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["line"])
