"""Before the first step: open the room, watch people come in, and start."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.first_steps import MOST, FirstSteps
from fasilitaattori.desktop.live.remote_dialog import show_remote
from fasilitaattori.desktop.live.without_phone import WithoutPhone
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.guarded import guarded
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState, Panel
from fasilitaattori.kit.qr import QrPanel
from fasilitaattori.kit.rows import Column
from fasilitaattori.workshop.schedule import schedule

PARTS = frozenset({"info", "plan", "run", "people"})
SMALLEST_CODE, LARGEST_CODE, BETWEEN_CODES = 150, 440, 28  # pixels
ROOM_FOR_STEPS, FEW = 540, 3  # with less height, in pixels at 100 %, so few of the first steps are told
LEAST_HEIGHT = 240  # of the codes and of the words before them, in pixels at 100 %; they scroll when they need more
CODE_WORDS = 136  # how high the words under a code are, in pixels at 100 %


class CodeCard(QWidget):
    """A numbered code with its words: what it is, and the same as text."""

    def __init__(self, look: Look, number: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = ("", "", "")
        centre = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.code = QrPanel(look, size=SMALLEST_CODE, name=title)
        self._number, self._title = number, title
        self.title = Label(look, f"{number}  {title}", "card", align=centre)
        self.words = Label(look, role="strong", align=centre)
        self.small = Label(look, role="small", tone="ink2", align=centre)
        column.addWidget(self.code, 0, centre)
        for label in (self.title, self.words, self.small):
            column.addWidget(label)
        column.addStretch(1)

    def set_numbered(self, numbered: bool) -> None:
        """Is it one of two, or the only thing to do?"""
        self.title.set_text(f"{self._number}  {self._title}" if numbered else self._title)

    def set_code(self, text: str, shown: str, small: str = "") -> None:
        """The code's text and the words under it; another address shows at once."""
        if (text, shown, small) == self._shown:
            return
        self._shown = (text, shown, small)
        self.code.set_code(text, self.title.words())
        self.words.set_text(shown)
        self.small.set_text(small)
        self.small.setVisible(bool(small))


class BeforePanel(QWidget):
    """`open_requested`, `start_requested`, `people_requested`; the page does what they ask."""

    open_requested = Signal()
    start_requested = Signal()
    people_requested = Signal()

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workbench, self.look = workbench, workbench.look
        self.session = workbench.open_session
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self._make_room(), 5)
        row.addWidget(self._make_people(), 4)
        self._stack.installEventFilter(self)

    def _make_room(self) -> QWidget:
        look, tr = self.look, self.look.tr
        panel = Panel(look, tr("Huone"), "strong", margins=(18, 14, 18, 18), spacing=10)
        self.screen_button = Button(look, tr("Avaa valkokangas"), size="small", icon="projector-screen")
        self.screen_button.clicked.connect(self._open_screen)
        self.remote_button = Button(look, tr("Ohjaa puhelimella"), size="small", icon="device-mobile")
        self.remote_button.clicked.connect(self._show_remote)
        buttons = QWidget()
        flow = FlowLayout(buttons)  # one under the other where large letters leave no room beside
        keep_height(buttons)
        flow.addWidget(self.remote_button)
        flow.addWidget(self.screen_button)
        panel.head.addWidget(buttons)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._make_closed())
        self._stack.addWidget(self._make_codes())
        panel.body.addWidget(self._stack, 1)
        self.start_button = Button(look, "", "primary", "large", arrow="arrow-right", elastic=True)
        self.start_button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.start_button.clicked.connect(self.start_requested)
        panel.body.addWidget(self.start_button)
        return panel

    def _make_closed(self) -> QWidget:
        look, tr = self.look, self.look.tr
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(
            Label(
                look,
                tr("Kun avaat huoneen, puhelimet pääsevät mukaan ja valkokangas toivottaa tervetulleeksi."),
            )
        )
        column.addWidget(
            Label(look, tr("Puhelin ei ole pakollinen: kaikki onnistuu myös paperilla ja kättä nostamalla."), tone="ink2")
        )
        self.open_button = Button(look, tr("Avaa huone"), "primary", "large", icon="wifi-high")
        self.open_button.clicked.connect(self.open_requested)
        column.addWidget(self.open_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.first = FirstSteps(look)
        self.no_steps = EmptyState(
            look,
            tr("Ohjelmassa ei ole vielä vaiheita"),
            tr("Ilta voi alkaa, kun vaiheita on ainakin yksi."),
            tr("Suunnittele"),
            "list-numbers",
        )
        self.no_steps.action_requested.connect(self._plan)
        column.addWidget(self.first)
        column.addWidget(self.no_steps)
        column.addStretch(1)
        inner = Column(tr("Ennen alkua"))
        inner.set_hint(look.px(LEAST_HEIGHT))
        inner.rows.addLayout(column)
        return inner

    def _make_codes(self) -> QWidget:
        tr = self.look.tr
        self.wifi = CodeCard(self.look, "1", tr("Liity verkkoon"))
        self.address = CodeCard(self.look, "2", tr("Avaa sivu"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(BETWEEN_CODES)
        row.addStretch(1)
        row.addWidget(self.wifi, 2)
        row.addWidget(self.address, 2)
        row.addStretch(1)
        self._codes = inner = Column(tr("Koodit puhelimille"))
        inner.set_hint(self.look.px(LEAST_HEIGHT))
        inner.rows.addLayout(row)
        inner.rows.addStretch(1)
        return inner

    def _make_people(self) -> QWidget:
        look, tr = self.look, self.look.tr
        panel = Panel(look, tr("Paikalla"), margins=(18, 14, 18, 16), spacing=10)
        self.list_button = Button(look, tr("Väki"), size="small", icon="users-three")
        self.list_button.clicked.connect(self.people_requested)
        panel.head.addWidget(self.list_button)
        self.count = Label(look, role="display")
        self.how = Label(look, role="body", tone="ink2")
        self.names = Label(look, role="body")
        scroll = Column(tr("Mukaan tulleet"))
        scroll.rows.addWidget(self.names)
        scroll.rows.addStretch(1)
        without = WithoutPhone(self.workbench, tr("Nimi ilman puhelinta"), self)
        self.name_field, self.add_button, self.headcount = without.field, without.button, without.headcount
        add = QHBoxLayout()
        add.setSpacing(8)
        add.addWidget(self.name_field, 1)
        add.addWidget(self.add_button)
        count_row = QHBoxLayout()
        count_row.setSpacing(10)
        label = Label(look, tr("Ilman puhelinta yhteensä"), "strong")
        label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        count_row.addWidget(label, 1, Qt.AlignmentFlag.AlignVCenter)
        count_row.addWidget(self.headcount)
        panel.body.addWidget(self.count)
        panel.body.addWidget(self.how)
        panel.body.addWidget(scroll, 1)
        panel.body.addLayout(add)
        panel.body.addLayout(count_row)
        return panel

    # --- showing ---

    def refresh_parts(self, touched: AbstractSet[str]) -> None:
        """Shows what changed."""
        if not touched & PARTS:
            return
        tr, state = self.look.tr, self.session.state
        slots = schedule(state).slots
        self.first.show_slots(slots)
        self.no_steps.setVisible(not slots)
        self.start_button.setEnabled(bool(slots))
        if slots:
            first = slots[0].step.title
            self.start_button.set_words(tr("Aloita: {step}", step=first))
            self.start_button.set_hint("")
        else:
            self.start_button.set_words(tr("Aloita"))
            self.start_button.set_hint(tr("Lisää ensin vaihe ohjelmaan"))
        self.refresh_room()
        self._show_people()

    @Slot()
    def refresh_room(self) -> None:
        """Shows the codes when the room is open."""
        tr, room = self.look.tr, self.workbench.room
        self.screen_button.setVisible(self.workbench.screen.state not in ("on", "lost"))
        is_open = room is not None and self.session.state.run.phase != "planned"
        self._stack.setCurrentIndex(1 if is_open else 0)
        self.start_button.set_role("primary" if is_open else "secondary")
        if room is None:
            return
        settings = self.workbench.services.settings
        wifi = self.workbench.services.wifi_text()
        self.wifi.setVisible(bool(wifi))
        self.address.set_numbered(bool(wifi))
        if wifi:
            open_net = settings.wifi_security == "open"
            password = "" if open_net else tr("salasana {password}", password=settings.wifi_password)
            self.wifi.set_code(wifi, settings.wifi_ssid, password)
        shown = room.url.removeprefix("http://").removesuffix("/")
        self.address.set_code(room.url, shown, tr("Pysy tässä verkossa, vaikka siinä ei ole internetiä."))

    def _show_people(self) -> None:
        tr, state = self.look.tr, self.session.state
        here = state.people.present()
        phones = sum(1 for person in here if person.by_phone)
        total = state.people.count()
        self.count.set_text(str(total))
        how = tr("{phones} puhelimella, {rest} ilman", phones=phones, rest=max(0, total - phones))
        self.how.set_text(how if state.people.door_open else f"{how} · {tr('Liittyminen on suljettu')}")
        self.names.set_text(", ".join(words.person_name(state, person.number, tr) for person in here))
        self.headcount.set_value(state.people.headcount)

    @guarded
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._fit_codes()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.first.set_most(MOST if self.height() >= self.look.px(ROOM_FOR_STEPS) else FEW)

    @Slot()
    def _fit_codes(self) -> None:
        """The codes as large as there is room beside their words: whoever stands at the laptop reads them too."""
        room = self._stack.size()
        bar = self._codes.verticalScrollBar().sizeHint().width()  # there when the words need more height than they have
        side = min(room.height() - self.look.px(CODE_WORDS), (room.width() - bar - BETWEEN_CODES) // 2)
        for card in (self.wifi, self.address):
            card.code.set_size(max(SMALLEST_CODE, min(LARGEST_CODE, side)))

    # --- acting ---

    @Slot()
    def _plan(self) -> None:
        self.workbench.go("suunnittele")

    @Slot()
    def _open_screen(self) -> None:
        self.workbench.screen.open()

    @Slot()
    def _show_remote(self) -> None:
        show_remote(self.workbench, self.window())
