"""The foot of the room's panel: how many are here, with a warning when phones have lost the connection, and the closed door."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit.buttons import Button, Paints
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look


class LowButton(Button):
    """A button no higher than the line it stands on."""

    def _height(self) -> int:
        return self.look.px(28)

    def _padding(self) -> int:
        return self.look.px(8)


class PhonesButton(LowButton):
    """How many are here; as a warning tag when phones have lost the connection."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "", size="small", parent=parent)
        self._warns = False

    def warn(self, on: bool) -> None:
        """Becomes a warning, or plain again."""
        self._warns = on
        self.update()

    def paints(self) -> Paints:
        plain = super().paints()
        return Paints("savi-tint", "savi", "savi-tint") if self._warns and self.state() == "plain" else plain


class DoorRow(QWidget):
    """Shown while nobody new gets in: that it is so, and the way to open again (`open_button`)."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        told = Label(look, tr("Liittyminen on suljettu"), "small-strong", icon="lock-simple", icon_tone="savi", wrap=False)
        told.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.open_button = LowButton(look, tr("Avaa"), size="small", icon="lock-simple-open")
        self.open_button.setAccessibleName(tr("Avaa liittyminen"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(told, 1)
        row.addWidget(self.open_button)
