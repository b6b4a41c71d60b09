"""The list of checks: one row each, with at most one button that does something about it."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.network.finding import BAD, CHECKING, INFO, OK, OPEN, WAITING, Finding
from fasilitaattori.desktop.network.findings import KEYS, verdict
from fasilitaattori.desktop.network.flowing import flowing
from fasilitaattori.desktop.parts import Icon
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.tags import Tag

_ICONS = {
    OK: ("check-circle-fill", "kuusi"),
    BAD: ("warning", "savi"),
    OPEN: ("device-mobile", "jarvi"),
    INFO: ("info", "jarvi"),
    CHECKING: ("hourglass-medium", "ink2"),
    WAITING: ("hourglass-medium", "ink2"),
}
HEIGHT, LOW_HEIGHT = 53, 48


class CheckRow(QWidget):
    """One check. `fix_requested` with what its button does."""

    fix_requested = Signal(str)

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._key, self._low = look, key, False
        self.finding = Finding(key, WAITING, "")
        self.icon = Icon(look, "hourglass-medium", "ink2", 26)
        self.title = Label(look, role="row")
        self.text = Label(look, role="small", tone="ink2")
        self.state = Label(look, role="small", tone="ink2", wrap=False)
        self.button = Button(look, "", size="small")
        self.button.clicked.connect(self._clicked)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for label in (self.title, self.text):
            words.addWidget(flowing(label))
        words.addStretch(1)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(14)
        self._row.addWidget(self.icon)
        self._row.addSpacing(8)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.state, 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.refresh()
        look.changed.connect(self.refresh)

    def set_low(self, low: bool) -> None:
        """Tighter, for low windows."""
        self._low = low
        self.refresh()

    def set_finding(self, finding: Finding, prominent: bool) -> None:
        """Show a result; the first that needs mending has the `prominent` button."""
        tr = self.look.tr
        self.finding = finding
        words = {OK: tr("kunnossa"), CHECKING: tr("tarkistetaan"), WAITING: tr("odottaa")}.get(finding.state, "")
        self.icon.set_icon(*_ICONS[finding.state])
        self.title.set_text(finding.title)
        self.text.set_text(finding.text)
        self.text.setVisible(bool(finding.text))
        self.text.set_tone("ink" if finding.state == BAD else "ink2")
        self.state.set_text(words)
        self.state.setVisible(bool(words) and not finding.fix)
        self.button.setVisible(bool(finding.fix))
        self.button.set_words(finding.verb)
        self.button.set_role("primary" if prominent else "secondary")
        self.button.setAccessibleDescription(finding.title)
        told = {BAD: tr("vaatii huomiota"), OPEN: tr("kokeilematta"), INFO: tr("tieto")}.get(finding.state, words)
        self.setAccessibleName(f"{finding.title}: {told}")
        self.setAccessibleDescription(finding.text)
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        edge = 3 if self._low else 4
        self._row.setContentsMargins(18, edge + 1, 16, edge)
        self.setMinimumHeight(self.look.px(LOW_HEIGHT if self._low else HEIGHT))
        self.updateGeometry()
        self.update()

    @Slot()
    def _clicked(self) -> None:
        self.fix_requested.emit(self.finding.fix)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        if self.finding.state == BAD:
            inside = QRectF(self.rect()).adjusted(1, 1, -1, 0)
            border = theme["savi"] if theme.high_contrast else None
            paint.frame(painter, inside, 0, theme["savi-tint"], border, 3)
        painter.fillRect(0, 0, self.width(), 1, theme["line"])


class CheckList(Panel):
    """Tarkistus: all the rows, and the whole in a few words. `fix_requested` with what was asked for."""

    fix_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, look.tr("Tarkistus"), margins=(0, 10, 0, 10), spacing=0, parent=parent)
        self.head.setContentsMargins(17, 0, 16, 8)
        self.tag = Tag(look, look.tr("Tarkistetaan"), "line", "hourglass-medium")
        self.head.addWidget(self.tag)
        self.rows = {key: CheckRow(look, key) for key in KEYS}
        for row in self.rows.values():
            self.body.addWidget(row)
            row.fix_requested.connect(self.fix_requested)
            row.hide()
        self.body.addStretch(1)

    def set_low(self, low: bool) -> None:
        """Tighter, for low windows."""
        for row in self.rows.values():
            row.set_low(low)

    def show_findings(self, found: list[Finding]) -> None:
        """Show every result; rows without one are hidden."""
        first = next((finding.key for finding in found if finding.state == BAD), "")
        told = {finding.key: finding for finding in found}
        for key, row in self.rows.items():
            finding = told.get(key)
            row.setVisible(finding is not None)
            if finding is not None:
                row.set_finding(finding, key == first)
        self.tag.set_tag(*verdict(found, self.look.tr))

    def first_bad(self) -> CheckRow | None:
        """The row that most needs attention."""
        return next((row for row in self.rows.values() if row.finding.state == BAD and row.isVisibleTo(self)), None)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(420), super().minimumSizeHint().height())
