"""A hint in an empty field that is longer than the field, as with large letters: whoever points at it is told the whole."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QLineEdit

from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.plainly import tip

_MEASURED = {QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.FontChange}
AROUND = 4  # pixels that Qt leaves between the frame and the words


class WholeHint(QObject):
    """Keeps the tooltip of a field as its placeholder needs it. Make one per field."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        field.installEventFilter(self)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MEASURED:
            self._mend()
        return False

    def _mend(self) -> None:
        field = self._field
        margins, words = field.textMargins(), field.placeholderText()
        room = field.contentsRect().width() - margins.left() - margins.right() - AROUND
        cut = QFontMetricsF(field.font()).horizontalAdvance(words) > room
        field.setToolTip(tip(words) if cut else "")
