"""The way from the laptop to the phones as a small map: three boxes, two wires, and on each wire what is known of it."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.network.facts import Facts, Stage
from fasilitaattori.desktop.parts import Icon
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

OK, BROKEN, UNKNOWN = "ok", "broken", "unknown"
_TONES = {OK: "kuusi", BROKEN: "savi", UNKNOWN: "edge"}
_CENTRE = Qt.AlignmentFlag.AlignHCenter
NODE_WIDTH, LEAST_NODE, LEAST_WIRE = 150, 126, 74


class Node(QWidget):
    """A box of the map: icon, name, and a line under it. `set_flat` puts the icon beside the words."""

    def __init__(self, look: Look, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.icon = Icon(look, icon, size=34)
        self.name = Label(look, role="dense-strong", wrap=False, align=_CENTRE)
        self.under = Label(look, role="small", tone="ink2", wrap=False, align=_CENTRE)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.name)
        words.addWidget(self.under)
        self._box = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._box.setContentsMargins(10, 9, 10, 8)
        self._box.setSpacing(3)
        self._box.addWidget(self.icon, 0, _CENTRE)
        self._box.addLayout(words, 1)
        self._flat = False
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.refresh)

    def set_words(self, name: str, under: str) -> None:
        """Its name, and what is known of it."""
        self.name.set_text(name)
        self.under.set_text(under)
        self.setAccessibleName(f"{name}: {under}")

    def set_flat(self, flat: bool) -> None:
        """Lower, for low windows."""
        self._flat = flat
        direction = QBoxLayout.Direction.LeftToRight if flat else QBoxLayout.Direction.TopToBottom
        self._box.setDirection(direction)
        self._box.setAlignment(self.icon, Qt.AlignmentFlag.AlignVCenter if flat else _CENTRE)
        self._box.setSpacing(6 if flat else 3)
        side = 8 if flat else 10
        self._box.setContentsMargins(side, 9, side, 8)
        self.updateGeometry()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.look.px(NODE_WIDTH), self._box.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        least = NODE_WIDTH if self._flat else LEAST_NODE
        return QSize(self.look.px(least), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.look.theme
        paint.frame(QPainter(self), QRectF(self.rect()), 8, theme["well"], theme["ink"], 2)


class Wire(QWidget):
    """A line between two boxes with words over it; whole when it works, dashed when it does not or is not known."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._state = look, UNKNOWN
        self.words = Label(look, role="small-strong", wrap=False, align=_CENTRE)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 6, 0)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(self.words)
        column.addSpacing(8)
        self._below = QWidget()
        column.addWidget(self._below)
        column.addStretch(1)
        look.changed.connect(self.refresh)
        self.refresh()

    def set_state(self, state: str, words: str) -> None:
        """`state` is ok, broken or unknown."""
        self._state = state
        self.words.set_tone(_TONES[state] if state != UNKNOWN else "ink2")
        self.words.set_text(words)
        self.update()

    @Slot()
    def refresh(self) -> None:
        """Measures and paints again."""
        self._below.setFixedHeight(self.words.sizeHint().height())  # keeps the line in the middle
        self.update()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.look.px(LEAST_WIRE), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pen = QPen(self.look.theme[_TONES[self._state]], 3)
        if self._state != OK:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern([2.4, 1.8])
        painter.setPen(pen)
        y = self._below.geometry().top() - 3.5
        painter.drawLine(QPointF(6, y), QPointF(self.width() - 6, y))


class NetworkMap(QWidget):
    """Laptop, network, phones."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.laptop, self.middle, self.phones = Node(look, "laptop"), Node(look, "wifi-high"), Node(look, "device-mobile")
        self.first, self.second = Wire(look), Wire(look)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self.laptop, self.first, self.middle, self.second, self.phones):
            row.addWidget(part, 1 if isinstance(part, Wire) else 0)

    def set_flat(self, flat: bool) -> None:
        """Lower, for low windows."""
        for node in (self.laptop, self.middle, self.phones):
            node.set_flat(flat)

    def show_facts(self, facts: Facts) -> None:
        """Say what is known."""
        tr, chosen = self.look.tr, facts.chosen
        self.laptop.set_words(tr("Tämä kone"), chosen.address if chosen is not None else tr("ei osoitetta"))
        self.middle.set_words(*middle_words(facts, tr))
        self.phones.set_words(tr("Puhelimet"), phone_words(facts, tr))
        if facts.stage == Stage.ADDRESS and chosen is None:
            self.first.set_state(UNKNOWN, tr("tarkistetaan"))
        elif chosen is None:
            self.first.set_state(BROKEN, tr("ei yhteyttä"))
        elif facts.source == "laptop" and chosen.kind != "hotspot" and not facts.wanted:
            self.first.set_state(BROKEN, tr("ei näy"))
        else:
            self.first.set_state(OK, tr("yhteys on"))
        if facts.posted:
            self.second.set_state(OK, tr.n("{n} löytyi", "{n} löytyi", facts.posted))
        elif facts.visitors:
            self.second.set_state(UNKNOWN, tr("sivu aukesi"))
        else:
            self.second.set_state(UNKNOWN, tr("ei kokeiltu"))
        nodes = (self.laptop, self.middle, self.phones)
        wires = (self.first.words.words(), self.second.words.words())
        parts = [nodes[0].accessibleName(), wires[0], nodes[1].accessibleName(), wires[1], nodes[2].accessibleName()]
        self.setAccessibleName(", ".join(parts))


def middle_words(facts: Facts, tr: Translator) -> tuple[str, str]:
    """The box in the middle: the network's name as it was given, and what it is."""
    kinds = {
        "router": (tr("Reititin"), tr("reititin")),
        "hall": (tr("Talon verkko"), tr("talon verkko")),
        "laptop": (tr("Oma verkko"), tr("koneen oma")),
    }
    name, kind = kinds[facts.source]
    return (facts.ssid, kind) if facts.ssid else (name, tr("nimi puuttuu"))


def phone_words(facts: Facts, tr: Translator) -> str:
    """What is known of the phones."""
    if facts.rehearsal:
        return tr("harjoitus")
    if facts.port_state == "room":
        return tr.n("{n} on mukana", "{n} on mukana", facts.phones)
    return tr("huone kiinni")
