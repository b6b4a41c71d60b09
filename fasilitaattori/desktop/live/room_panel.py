"""Huone näkee: the very picture of the big screen, and the ways to darken it, show the codes or write a message on it."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop import phones
from fasilitaattori.desktop.live.elsewhere_dialog import ElsewhereDialog
from fasilitaattori.desktop.live.message_dialog import MESSAGES, MessageDialog
from fasilitaattori.desktop.live.people_acts import set_door
from fasilitaattori.desktop.live.phones_row import DoorRow, PhonesButton
from fasilitaattori.desktop.live.preview import NARROW, WIDE, Preview
from fasilitaattori.desktop.live.remote_dialog import show_remote
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.plainly import in_menu
from fasilitaattori.kit.tags import Tag
from fasilitaattori.workshop import show

MESSAGE = "message"

INSTEAD: dict[str, tuple[str, str, str]] = {
    "black": (N_("pimennetty"), "savi", "eye-slash"),
    "still": (N_("kuva pysäytetty"), "savi", "pause"),
    "qr": (N_("QR-koodi"), "jarvi", "qr-code"),
    "welcome": (N_("tervetuloa"), "jarvi", "hand-waving"),
    "queue": (N_("puheenvuorot"), "jarvi", "microphone"),
    "message": (N_("viesti"), "jarvi", "text-t"),
}
"""What the room sees instead of the step -> words, kind and icon of the tag that tells it."""


@dataclass(frozen=True, slots=True)
class ScreenOffer:
    """Something else the room can be shown or told; those of one `group` stand together."""

    group: str
    icon: str
    words: str
    run: Callable[[], object]


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
        self.instead = Tag(look, "")
        for widget in (self.caption, self.instead):
            self.head.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        self.head.addWidget(self.more_button)
        self.preview = Preview(look)
        self.dark_button = Button(look, "", size="small", icon="eye-slash", key="F8", spread=True)
        self.code_button = Button(look, "", size="small", icon="qr-code", key="F9", spread=True)
        self.still_button = Button(look, tr("Jatka kuvaa"), size="small", icon="play", key="Shift F8", spread=True)
        self.still_button.clicked.connect(self.toggle_still)
        self.dark_button.clicked.connect(self.toggle_dark)
        self.code_button.clicked.connect(self.toggle_code)
        buttons = QVBoxLayout()
        buttons.setSpacing(6)
        for button in (self.dark_button, self.code_button, self.still_button):
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
            self.still_button.setVisible(view == "still")
            self.code_button.setVisible(view != "still")
            told = INSTEAD.get(view)
            self.caption.setVisible(told is None)
            self.instead.setVisible(told is not None)
            if told is not None:
                self.instead.set_tag(tr(told[0]), told[1], told[2])
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

    @Slot()
    def toggle_still(self) -> None:
        """Shift+F8: the picture stands still whatever is done on the desk, or it goes on."""
        self._toggle("still")

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
            if offer.group == MESSAGE:
                continue  # the dialog has these
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
        if state.screen.view != "still":
            found.append(ScreenOffer("show", "pause", tr("Pysäytä kuva"), self.toggle_still))
        found += [
            ScreenOffer("show", "text-t", tr("Näytä viesti…"), self.ask_message),
            ScreenOffer("show", "hand-waving", tr("Näytä tervetuloa"), partial(self._show, "welcome")),
            ScreenOffer("show", "microphone", tr("Näytä puheenvuorot"), partial(self._show, "queue")),
        ]
        for message in MESSAGES:
            words = tr("Viesti: {text}", text=tr(message))
            found.append(ScreenOffer(MESSAGE, "text-t", words, partial(self._show_message, self.in_room(message))))
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
        ready = [self.in_room(message) for message in MESSAGES]
        dialog = MessageDialog(self.look, self.session.state.screen.text, ready, self.window())
        dialog.given.connect(self._show_message)
        dialog.open()

    def in_room(self, message: str) -> str:
        """A ready-made message in the language of the workshop, for the room reads it."""
        language = self.session.state.info.language
        return translator(language if language in LANGUAGES else "fi")(message)

    @Slot(str)
    def _show_message(self, text: str) -> None:
        self.workbench.do(show.show("message", text))
