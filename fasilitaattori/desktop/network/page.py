"""Verkko: can the phones get in? What is known is shown, what can be tried is tried, and what fails has one button."""

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from fasilitaattori.desktop.live.remote_dialog import show_remote
from fasilitaattori.desktop.network.advice import (
    Step,
    devices_apart,
    firewall,
    for_many,
    if_the_page_stays_shut,
    sharing,
)
from fasilitaattori.desktop.network.checking import Checking
from fasilitaattori.desktop.network.choosing import AddressDialog
from fasilitaattori.desktop.network.codes import StepList
from fasilitaattori.desktop.network.facts import shown
from fasilitaattori.desktop.network.findings import findings
from fasilitaattori.desktop.network.joining import WIDTH, JoinPanel
from fasilitaattori.desktop.network.netmap import NetworkMap
from fasilitaattori.desktop.network.rows import CheckList
from fasilitaattori.desktop.network.tall import tall
from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.papers.saving import POSTER, Saver
from fasilitaattori.desktop.parts import PAGE_MARGIN, PageHead, Scrolled, column, holder, row
from fasilitaattori.desktop.phones import in_reach
from fasilitaattori.desktop.services import Wish
from fasilitaattori.errors import StorageError
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import Panel
from fasilitaattori.settings import Settings

GAP, COLUMN_GAP = 14, 18
STEPS_WIDTH = 560
UNLIMITED = 16777215  # Qt's QWIDGETSIZE_MAX
LARGE_TEXT = 1.2  # from here on things go one under the other rather than beside each other
AGAIN_KEY = "F5"
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class NetworkPage(Page):
    """The page. It checks only while it is on show."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        self.checking = Checking(workbench, self)
        self.saver = Saver(workbench, self)
        self.dialog: Dialog | None = None
        self._attention = ""
        self._low = self._narrow = False
        yield from self._make_parts()
        yield from self._lay_out()
        self._connect()
        self._show_facts()

    def _make_parts(self) -> Iterator[None]:
        look, tr = self.look, self.look.tr
        self.head = PageHead(look, tr("Verkko"), tr("Huoneen oma verkko, nettiä ei tarvita"))
        self.poster = Button(look, tr("Tallenna QR-juliste"), icon="qr-code")
        self.again = Button(look, tr("Testaa uudelleen"), "primary", icon="arrow-clockwise", key=AGAIN_KEY)
        self.remote = Button(look, tr("Ohjaa puhelimella"), icon="device-mobile")
        self.head.add(self.remote, self.poster, self.again)
        yield
        self.checks = CheckList(look)
        yield
        self.joining = JoinPanel(self.workbench)
        yield

    def _lay_out(self) -> Iterator[None]:
        """One part after the other: what is in the window is dressed there, and all of them at once would take long."""
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._build_source())
        self._columns = QBoxLayout(_ACROSS)
        self._columns.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 16)
        self._columns.setSpacing(COLUMN_GAP)
        self._columns.addLayout(left, 1)
        self._acts = row(margins=(PAGE_MARGIN, 6, PAGE_MARGIN, 10), spacing=14)
        self._beneath = holder(self._acts)
        self._beneath.hide()
        self.scrolled = Scrolled(holder(column(self._beneath, self._columns, spacing=0)))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.scrolled, 1)
        yield
        left.addWidget(self.checks, 1)
        yield
        self._columns.addWidget(self.joining)
        yield

    def _build_source(self) -> Panel:
        look, setting = self.look, Settings.network_source
        words = look.tr(setting.label)
        panel = Panel(look, margins=(16, 12, 16, 12), spacing=14)
        choices = [(value, look.tr(label)) for value, label in setting.choices.items()]
        self.source = Segmented(look, choices, self.services.settings.network_source, small=True, name=words)
        self._choice = QBoxLayout(_ACROSS)
        self._choice.setSpacing(14)
        self._choice.addWidget(Label(look, words, "strong", wrap=False), 0, Qt.AlignmentFlag.AlignVCenter)
        self._choice.addWidget(self.source, 1)
        self.map = NetworkMap(look)
        panel.body.addLayout(self._choice)
        panel.body.addWidget(self.map)
        self._source_panel = panel
        return panel

    def _connect(self) -> None:
        """Everything that ties the parts of the page together."""
        self.checking.changed.connect(self._show_facts)
        self.again.clicked.connect(self.checking.run)
        QShortcut(QKeySequence(AGAIN_KEY), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut).activated.connect(
            self.again.click
        )
        self.poster.clicked.connect(self._save_poster)
        self.remote.clicked.connect(lambda: show_remote(self.workbench, self.window()))
        self.source.chosen.connect(lambda source: self._save(network_source=source))
        self.checks.fix_requested.connect(self.fix)
        self.workbench.opened.connect(self._mend_poster)
        self.workbench.closed.connect(self._mend_poster)
        self.look.changed.connect(self._arrange)

    # --- coming and going ---

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.checking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a minimised window is still on this page
            self.checking.stop()

    def left(self) -> None:
        """Save what is half typed."""
        self.joining.fields.commit()

    def keys(self) -> list[Keys]:
        tr = self.look.tr
        return [Keys(tr("Verkko"), ((AGAIN_KEY, tr("Testaa uudelleen")),))]

    # --- measures ---

    def set_compact(self, low: bool, narrow: bool) -> None:
        self._low, self._narrow = low, narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The columns stand beside each other while the left one has room for the map; a low window gets tight rows then."""
        scale = self.look.text_scale
        self._place_acts(scale > LARGE_TEXT)
        self._choice.setDirection(_DOWN if scale > LARGE_TEXT else _ACROSS)
        self.map.set_flat(self._low and scale <= LARGE_TEXT)
        right = round(WIDTH * (1 + scale) / 2)
        room = self.width() - 2 * PAGE_MARGIN - COLUMN_GAP - right
        stacked = room < max(self._source_panel.minimumSizeHint().width(), self.checks.minimumSizeHint().width())
        self._columns.setDirection(_DOWN if stacked else _ACROSS)
        self.joining.setMaximumWidth(UNLIMITED if stacked else right)
        self.joining.setMinimumWidth(0 if stacked else right)
        self.head.beside.setVisible(not self._narrow and scale <= LARGE_TEXT)
        tight = self._low and not stacked
        self.checks.set_low(tight)
        self.joining.set_low(tight)
        self._columns.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 10 if tight else 16)
        self._source_panel.body.setSpacing(9 if tight else 14)
        edge = 9 if tight else 12
        self._source_panel.body.setContentsMargins(16, edge, 16, edge)

    def _place_acts(self, beneath: bool) -> None:
        """In large text the head has no room for every button: two of them stand beneath it."""
        if beneath != self._beneath.isHidden():
            return
        self._beneath.setVisible(beneath)
        if beneath:
            self._acts.addWidget(self.remote)
            self._acts.addWidget(self.poster)
            self._acts.addStretch(1)
        else:
            self.head.add(self.remote, self.poster, self.again)

    # --- showing ---

    @Slot()
    def _show_facts(self) -> None:
        facts = self.checking.facts
        self.map.show_facts(facts)
        self.checks.show_findings(findings(facts, self.look.tr))
        self.joining.show_facts(facts)
        self.source.set_value(facts.source)
        self._mend_poster()
        worst = self.checks.first_bad()
        attention = worst.finding.key if worst is not None else ""
        if worst is not None and attention != self._attention:
            self.scrolled.ensureWidgetVisible(worst)
        self._attention = attention

    @Slot()
    def _save_poster(self) -> None:
        self.saver.save_as(Wish(POSTER), "pdf")

    @Slot()
    def _mend_poster(self) -> None:
        """The poster needs a workshop for its title, and an address for its code; the remote needs one to steer."""
        tr, facts = self.look.tr, self.checking.facts
        reason = "" if facts.url else tr("Kone ei ole verkossa")
        if self.workbench.session is None:
            reason = tr("Avaa ensin työpaja")
        closed = tr("Avaa ensin työpaja") if self.workbench.session is None else ""
        self.remote.setEnabled(not closed)
        self.remote.set_hint(closed)
        self.poster.setEnabled(not reason)
        self.poster.set_hint(reason)

    # --- mending ---

    @Slot(str)
    def fix(self, what: str) -> None:
        """Do what the button of a check promises (see findings)."""
        tr, facts = self.look.tr, self.checking.facts
        acts: dict[str, Callable[[], object]] = {
            "choose": self.choose_address,
            "auto": lambda: self._save(address=""),
            "port": lambda: self.use(self.services.settings.address, facts.next_port),
            "retry": self.checking.run,
            "test": self.workbench.screen.show_test,
            "share": lambda: self._advise(tr("Näin kone jakaa verkon"), sharing(sys.platform, tr)),
            "help": lambda: self._advise(
                tr("Jos sivu ei aukea puhelimessa"),
                if_the_page_stays_shut(facts.source, facts.ssid, shown(facts.url), tr),
            ),
            "apart": lambda: self._advise(tr("Jos verkko pitää laitteet erillään"), devices_apart(facts.source, tr)),
            "crowd": lambda: self._advise(tr("Verkko täydelle salille"), for_many(facts.source, tr)),
            "firewall": lambda: self._advise(
                tr("Näin puhelimet pääsevät palomuurin läpi"), firewall(sys.platform, facts.port, tr)
            ),
        }
        acts[what]()

    def choose_address(self) -> None:
        """Offer every address, and the port."""
        settings, facts = self.services.settings, self.checking.facts
        port, name = facts.next_port or settings.port, settings.local_name
        dialog = AddressDialog(self.look, facts.found, settings.address, port, name, self.window())
        dialog.accepted.connect(lambda: self.use(dialog.wanted(), dialog.port(), dialog.name()))
        self._open(dialog)

    def _advise(self, title: str, steps: list[Step]) -> None:
        dialog = Dialog(self.look, title, safe=self.look.tr("Sulje"), width=STEPS_WIDTH, parent=self.window())
        dialog.act_button.hide()
        dialog.body.addWidget(
            tall(self.look, holder(row(StepList(self.look, steps), margins=(0, 0, 8, 0))), STEPS_WIDTH, self.window())
        )
        self._open(dialog)

    def _open(self, dialog: Dialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    def use(self, address: str, port: int, name: str | None = None) -> None:
        """Take an address and a port into use (and a `name`, unless it is None); phones that are in the room lose it when the
        port changes, so ask first."""
        bench, tr, room = self.workbench, self.look.tr, self.workbench.room
        if name is not None:
            self._save(local_name=name)
        if room is None or room.port == port:
            self._save(address=address, port=port)
            return

        def move() -> None:
            if self._save(address=address, port=port):
                bench.close_room()  # the checks open it anew

        session = bench.session
        if session is not None and not in_reach(session.state, room.presence()):
            move()
            return
        bench.ask(
            tr("Vaihdetaanko portti, vaikka puhelimia on mukana?"),
            tr("Puhelimet menettävät yhteyden, ja jokaisen on luettava uusi koodi. Mitään ei katoa."),
            tr("Vaihda portti"),
            move,
        )

    def _save(self, **values: object) -> bool:
        try:
            self.services.settings.change(**values)
        except StorageError as error:
            self.workbench.tell(error)
            return False
        return True
