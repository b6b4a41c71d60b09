"""Dialogs that ask for something in writing: one line, or a text of several. What is empty cannot be given."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.look import Look


class LineDialog(Dialog):
    """Asks for one line of `most` characters, in a field of this `name`; Enter gives it. `told` stands under the title."""

    def __init__(
        self,
        look: Look,
        title: str,
        act: str,
        name: str,
        text: str,
        most: int,
        *,
        told: str = "",
        width: int = 430,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, title, told, act, look.tr("Peruuta"), width=width, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = QLineEdit(text)
        self.line.setMaxLength(most)
        self.line.textChanged.connect(self._mend)
        self.line.returnPressed.connect(self._enter)
        self.body.addWidget(Field(look, name, self.line))
        self._mend()
        self.line.setFocus()

    @Slot()
    def _mend(self) -> None:
        self.act_button.setEnabled(bool(self.line.text().strip()))

    @Slot()
    def _enter(self) -> None:
        if self.line.text().strip():
            self.accept()


class TextDialog(Dialog):
    """Asks for a text, in a field of this `name`, `height` pixels high at 100 %."""

    def __init__(
        self, look: Look, title: str, name: str, text: str, *, height: int, width: int, parent: QWidget | None = None
    ) -> None:
        tr = look.tr
        super().__init__(look, title, act=tr("Tallenna"), safe=tr("Peruuta"), width=width, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.text = QPlainTextEdit(text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(look.px(height))
        self.text.textChanged.connect(self._mend)
        self.body.addWidget(Field(look, name, self.text))
        self.text.setFocus()

    @Slot()
    def _mend(self) -> None:
        self.act_button.setEnabled(bool(self.text.toPlainText().strip()))
