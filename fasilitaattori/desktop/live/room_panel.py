"""Huone näkee: the very picture of the big screen, and the ways to darken it, show the codes or write a message on it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop import phones
from fasilitaattori.desktop.live.elsewhere_dialog import ElsewhereDialog
from fasilitaattori.desktop.live.people_acts import set_door
from fasilitaattori.desktop.live.phones_row import DoorRow, PhonesButton
from fasilitaattori.desktop.live.remote_dialog import show_remote
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit import paint
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.plainly import in_menu
from fasilitaattori.kit.written import LineDialog
from fasilitaattori.workshop import show
from fasilitaattori.workshop.show import MAX_MESSAGE

WIDE, NARROW = 176, 150


@dataclass(frozen=True, slots=True)
class ScreenOffer:
    """Something else the room can be shown or told; those of one `group` stand together."""

    group: str
    icon: str
    words: str
    run: Callable[[], object]


class Preview(QWidget):
    """The picture of the big screen, framed. It holds no copy longer than until the next change."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self._width = look, WIDE
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.tr("Esikatselu valkokankaasta"))
        look.changed.connect(self.update)

    def set_width(self, width: int) -> None:
        """Becomes narrower or wider."""
        self._width = width
        self.updateGeometry()

    def inner_width(self) -> int:
        """How wide a picture fits."""
        return self.look.px(self._width) - 4

    def set_picture(self, picture: QPixmap) -> None:
        """Shows another picture."""
        changed = picture.deviceIndependentSize() != self._picture.deviceIndependentSize()
        self._picture = picture
        if changed:
            self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        inner = self.inner_width()
        size = self._picture.deviceIndependentSize()
        high = inner * size.height() / size.width() if size.width() else inner * 9 / 16
        return QSize(inner + 4, round(high) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        rect = QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if not self._picture.isNull():
            painter.drawPixmap(rect.adjusted(2, 2, -2, -2).toRect(), self._picture)
        paint.frame(painter, rect, 4, None, theme["ink"], 2)


class MessageDialog(LineDialog):
    """A few words for the room. `given(text)`."""

    given = Signal(str)

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        tr = look.tr
        told = tr("Teksti näkyy isona, kunnes näytät taas vaiheen.")
        title, act = tr("Mitä valkokankaalla lukee?"), tr("Näytä viesti")
        super().__init__(look, title, act, tr("Viesti"), text, MAX_MESSAGE, told=told, width=480, parent=parent)
        self.line.setPlaceholderText(tr("esim. Jatkamme salissa klo 19.30"))
        self.accepted.connect(self._give)

    @Slot()
    def _give(self) -> None:
        self.given.emit(self.line.text())


class RoomPanel(Panel):
    """`people_requested` when somebody wants to see who is here."""

    people_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        look = workbench.look
        super().__init__(look, look.tr("Huone näkee"), margins=(14, 12, 14, 13), spacing=9, parent=parent)
        self.workbench = workbench
        self.session = workbench.open_session
        self._phone_words = ""
        tr = look.tr
        self.more_button = IconButton(look, "dots-three", tr("Muuta näytettävää"), "quiet", "small")
        self.more_button.clicked.connect(self._open_menu)
        self.caption = Label(look, tr("esikatselu"), "small", "ink2", wrap=False)
        self.head.addWidget(self.caption, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.more_button)
        self.preview = Preview(look)
        self.dark_button = Button(look, "", size="small", icon="eye-slash", key="F8", spread=True)
        self.code_button = Button(look, "", size="small", icon="qr-code", key="F9", spread=True)
        self.dark_button.clicked.connect(self.toggle_dark)
        self.code_button.clicked.connect(self.toggle_code)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in (self.dark_button, self.code_button):
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            buttons.addWidget(button)
        buttons.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(buttons, 1)
        self.body.addLayout(row)
        self.phones = Label(look, role="small", icon="device-mobile", wrap=False)
        self.phones.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.people_button = PhonesButton(look)
        self.people_button.clicked.connect(self.people_requested)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(self.phones, 1)
        last.addWidget(self.people_button)
        self.body.addLayout(last)
        self.door = DoorRow(look)
        self.door.open_button.clicked.connect(self.turn_door)
        self.body.addWidget(self.door)

    def set_compact(self, low: bool, narrow: bool) -> None:
        """A smaller picture and less air."""
        self.preview.set_width(NARROW if narrow else WIDE)
        self.body.setContentsMargins(14, 7 if low else 10, 14, 9 if low else 12)
        self.body.setSpacing(7 if low else 9)
        self.redraw()

    # --- showing ---

    def refresh_parts(self, touched: AbstractSet[str]) -> None:
        """Shows what changed."""
        if touched & {"screen", "people", "run"}:
            tr, view = self.look.tr, self.session.state.screen.view
            self.dark_button.set_words(tr("Näytä") if view == "black" else tr("Pimennä"))
            self.dark_button.set_icon("eye" if view == "black" else "eye-slash")
            self.code_button.set_words(tr("Piilota QR") if view == "qr" else tr("Näytä QR"))
            self.door.setVisible(not self.session.state.people.door_open)
            self.show_phones()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.redraw()

    @Slot()
    def redraw(self) -> None:
        """Draws the picture anew."""
        if self.isVisible():
            self.preview.set_picture(self.workbench.screen.picture(self.preview.inner_width()))

    def set_phone_words(self, words: str) -> None:
        """What phones do now, in words."""
        if words != self._phone_words:  # asked whenever something comes; who is in is counted every second
            self._phone_words = words
            self.show_phones()

    @Slot()
    def show_phones(self) -> None:
        """The line of phones: what they do, and whether some have lost the connection. A pocket is no trouble."""
        tr, room, state = self.look.tr, self.workbench.room, self.session.state
        if self.session.closed:
            return
        words = self._phone_words or tr("seuraavat mukana")
        counts = phones.count(state, room.presence()) if room is not None else phones.Counts()
        head = [] if counts.lost else [(tr("Puhelimilla:") + " ", True, "")]  # the warning needs the room of the heading
        self.phones.set_parts([*head, (words, False, "")])
        self.people_button.warn(bool(counts.lost))
        if counts.lost:
            self.people_button.set_words(phones.lost_words(counts, tr))
            self.people_button.set_icon("wifi-slash")
        else:
            self.people_button.set_words(tr.n("{n} paikalla", "{n} paikalla", state.people.count()))
            self.people_button.set_icon("users-three")
        self.people_button.set_hint(phones.counts_words(counts, tr) if room is not None else "")

    # --- acting ---

    @Slot()
    def toggle_dark(self) -> None:
        """F8: dark, or the step again."""
        self._toggle("black")

    @Slot()
    def toggle_code(self) -> None:
        """F9: the codes, or the step again."""
        self._toggle("qr")

    def _toggle(self, view: str) -> None:
        back = self.session.state.screen.view == view
        self.workbench.do(show.show("step" if back else view))

    @Slot()
    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more_button.mapToGlobal(self.more_button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """What else the room can be shown."""
        menu, group = QMenu(self), ""
        for offer in self.offers():
            if group and offer.group != group:
                menu.addSeparator()
            group = offer.group
            menu.addAction(self.look.icon(offer.icon), in_menu(offer.words), offer.run)
        return menu

    def offers(self) -> list[ScreenOffer]:
        """What else the room can be shown now, and who may join: for the menu and for the palette of acts."""
        tr, screen, state = self.look.tr, self.workbench.screen, self.session.state
        found: list[ScreenOffer] = []
        if state.screen.view != "step":
            found.append(ScreenOffer("show", "projector-screen", tr("Näytä vaihe"), partial(self._show, "step")))
        found += [
            ScreenOffer("show", "text-t", tr("Näytä viesti…"), self.ask_message),
            ScreenOffer("show", "hand-waving", tr("Näytä tervetuloa"), partial(self._show, "welcome")),
            ScreenOffer("show", "microphone", tr("Näytä puheenvuorot"), partial(self._show, "queue")),
        ]
        if state.people.door_open:
            found.append(ScreenOffer("door", "lock-simple", tr("Sulje liittyminen"), self.turn_door))
        else:
            found.append(ScreenOffer("door", "lock-simple-open", tr("Avaa liittyminen"), self.turn_door))
        if screen.state in ("on", "lost"):
            found.append(ScreenOffer("screen", "x", tr("Sulje valkokangas"), screen.close))
        else:
            found.append(ScreenOffer("screen", "projector-screen", tr("Avaa valkokangas"), screen.open))
        if self.workbench.room is not None and self.workbench.room.screens is not None:
            found.append(ScreenOffer("screen", "monitor", tr("Näytä muulla laitteella…"), self.show_elsewhere))
        found.append(ScreenOffer("screen", "device-mobile", tr("Ohjaa puhelimella…"), self.show_remote))
        return found

    def _show(self, view: str) -> None:
        self.workbench.do(show.show(view))

    @Slot()
    def turn_door(self) -> None:
        """Let new phones in, or no more."""
        set_door(self.workbench, not self.session.state.people.door_open)

    @Slot()
    def show_elsewhere(self) -> None:
        """How other devices show the screen."""
        room = self.workbench.room
        if room is not None and room.screens is not None:
            ElsewhereDialog(self.workbench, room.screens, self.window()).open()

    @Slot()
    def show_remote(self) -> None:
        """The private address for the facilitator's own phone."""
        show_remote(self.workbench, self.window())

    @Slot()
    def ask_message(self) -> None:
        """Asks for a few words for the room."""
        dialog = MessageDialog(self.look, self.session.state.screen.text, self.window())
        dialog.given.connect(self._show_message)
        dialog.open()

    @Slot(str)
    def _show_message(self, text: str) -> None:
        self.workbench.do(show.show("message", text))
