"""Makes the checks one after another in the background, and keeps what is known true while the page is on show."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.network.facts import TROUBLED, Facts, Stage, choose
from fasilitaattori.desktop.network.firewalls import Firewall, firewall
from fasilitaattori.desktop.network.neighbours import neighbours
from fasilitaattori.desktop.network.ports import Port, look, port_state
from fasilitaattori.desktop.network.probes import power, seconds_to_answer
from fasilitaattori.desktop.network.tested import is_tested, key_of, url_of
from fasilitaattori.desktop.network.trial import Trial
from fasilitaattori.desktop.phones import in_reach
from fasilitaattori.desktop.services import Reachable, Room
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError, StorageError
from fasilitaattori.kit.afterpainting import AfterPainting
from fasilitaattori.kit.awake import REFUSED
from fasilitaattori.kit.background import Cancelled
from fasilitaattori.kit.qr import qr_matrix

LOOK_AGAIN_MS = 3000
NEIGHBOURS_EVERY = 3  # looks: some systems start a program to tell them
_MOVED = {"address", "port"}
_RETOLD = {"wifi_ssid", "wifi_password", "wifi_security", "network_source"}


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one look at the machine told."""

    found: tuple[Reachable, ...]
    chosen: Reachable | None
    url: str
    plugged: bool | None
    percent: int


class Checking(QObject):
    """`start` when the page comes into view, which is painted first; `stop` when it goes. `changed` whenever `facts` tell
    something else.

    With a workshop open the room is opened and its own page is tried; without one a trial page answers meanwhile.
    """

    changed = Signal()

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self._bench = workbench
        self._painting = AfterPainting(page)
        self._settings = workbench.services.settings
        self._trial = Trial(workbench.services.probed, self)
        self._facts = Facts()
        self._round = 0
        self._running = self._looking = False
        self._looks = 0
        self._room: Room | None = None
        self._unwatch: Callable[[], None] | None = None
        self._again = QTimer(self, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._trial.visited.connect(self.refresh)
        workbench.ticked.connect(self.refresh)
        workbench.services.awake.changed.connect(self.refresh)
        workbench.screen.changed.connect(self.refresh)
        workbench.room_changed.connect(self._room_changed)
        workbench.opened.connect(self._workshop_opened)
        workbench.closed.connect(self._workshop_changed)

    @property
    def facts(self) -> Facts:
        """What is known now."""
        return self._facts

    def start(self) -> None:
        """Begin: check everything, then keep looking."""
        if self._running:
            return
        self._running = True
        self._bench.services.awake.try_out(self._bench.tr("Kokeillaan, pysyykö kone hereillä"))
        self._unwatch = self._settings.watch(self._setting_changed)
        self._again.start()
        self._begin()
        self._painting.do(self._look)

    def stop(self) -> None:
        """End, and give the port up. May be called again."""
        if not self._running:
            return
        self._running = False
        self._round += 1
        self._painting.drop()
        self._again.stop()
        if self._unwatch is not None:
            self._unwatch()
        self._trial.close()

    @Slot()
    def run(self) -> None:
        """Check everything anew."""
        self._painting.drop()
        self._begin()
        self._look()

    # --- one after another ---

    def _begin(self) -> None:
        self._round += 1
        self._tell(stage=Stage.ADDRESS, port_state="", seconds=None, trouble="")

    def _look(self) -> None:
        this, services, room = self._round, self._bench.services, self._bench.room
        wanted, port, wifi = self._settings.address, self._settings.port, services.wifi_text()

        def look_around() -> _Seen:
            if room is not None:
                room.look_again()
            found = tuple(services.addresses())
            chosen = choose(found, wanted)
            url = "" if chosen is None else room.url if room is not None else url_of(chosen.address, port)
            for code in filter(None, (wifi, url)):
                qr_matrix(code)  # it is remembered: the first one is too slow to be made while painting
            return _Seen(found, chosen, url, *power())

        self._looking = True
        services.background.run(look_around, lambda seen: self._looked(this, seen), self._looking_failed, owner=self)

    def _looking_failed(self, error: Exception) -> None:
        self._looking = False
        if not isinstance(error, Cancelled):  # the program is being closed
            self._bench.tell(error)

    def _looked(self, this: int, seen: _Seen) -> None:
        self._looking = False
        if this != self._round:
            return
        moved = self._take(seen)
        if self._facts.stage == Stage.ADDRESS:
            self._check_port(this)
        elif moved:  # the laptop came into another network while somebody was looking at the page
            self._round += 1
            self._check_port(self._round)

    def _take(self, seen: _Seen) -> bool:
        """Tell what was seen; is the address another one?"""
        moved = seen.url != self._facts.url
        self._tell(
            found=seen.found,
            chosen=seen.chosen,
            url=seen.url,
            wanted=self._settings.address,
            plugged=seen.plugged,
            percent=seen.percent,
        )
        return moved

    def _check_port(self, this: int) -> None:
        room, port = self._bench.room, self._settings.port
        self._room = room
        self._tell(stage=Stage.PORT, port_state="", seconds=None, trouble="")
        if room is not None:
            self._trial.close()
            self._port_checked(this, Port("room"))
        elif self._trial.port == port and self._bench.session is None:
            self._port_checked(this, Port("trial"))
        else:
            self._trial.close()
            # After rooms: a room that is just being closed still has its port; and never two probes of one port at a time.
            self._bench.after_rooms(lambda: look(port), lambda found: self._port_checked(this, found))

    def _port_checked(self, this: int, port: Port) -> None:
        if this != self._round:
            return
        state = port.state
        if state in TROUBLED or self._facts.chosen is None:
            self._tell(stage=Stage.DONE, port_state=state, next_port=port.following, port_by=port.by, port_kept=port.kept)
            return
        if state == "free" and self._bench.session is not None:
            self._tell(stage=Stage.PAGE, port_state=state)
            self._bench.open_room(None, lambda error: self._room_failed(this, error))  # goes on at room_changed
            return
        if state == "free":
            state = "trial" if self._trial.open(self._settings.port) else "taken"
        self._tell(stage=Stage.PAGE, port_state=state)
        self._try_page(this)

    def _try_page(self, this: int) -> None:
        url, services = self._facts.url, self._bench.services

        def tried(seconds: float | None) -> None:
            if this == self._round:
                self._tell(stage=Stage.DONE, seconds=seconds)
                self._suspect(this)

        services.background.run(lambda: seconds_to_answer(url), tried, self._looking_failed, owner=self)

    def _suspect(self, this: int, whole: bool = True) -> None:
        """See what speaks for a firewall, or for a network that keeps its devices apart; the firewall itself only with the
        `whole`."""
        chosen, before = self._facts.chosen, self._facts.firewall
        if chosen is None:
            return

        def ask() -> tuple[int | None, Firewall]:
            return neighbours(chosen.address), firewall(chosen.interface) if whole else before

        def told(found: tuple[int | None, Firewall]) -> None:
            if this == self._round:
                self._tell(neighbours=found[0], firewall=found[1])

        self._bench.services.background.run(ask, told, self._looking_failed, owner=self)

    def _room_failed(self, this: int, error: Exception) -> None:
        if not isinstance(error, FasilitaattoriError):
            self._bench.tell(error)
        elif this == self._round:
            self._tell(stage=Stage.DONE, trouble=error.text(self._bench.tr))

    # --- keeping it true ---

    @Slot()
    def _look_again(self) -> None:
        if self._looking or self._facts.stage != Stage.DONE:
            return
        self._look()
        self._looks += 1
        if self._looks % NEIGHBOURS_EVERY == 0 and not self._facts.posted:
            self._suspect(self._round, whole=False)
        if self._facts.port_state in TROUBLED:
            this, port = self._round, self._facts.port
            self._bench.after_rooms(lambda: port_state(port), lambda state: self._port_seen_again(this, state))

    def _port_seen_again(self, this: int, state: str) -> None:
        if this == self._round and state == "free":  # the other program has gone
            self.run()

    @Slot()
    def refresh(self) -> None:
        """Tell what can be told at once: who has come, what the big screen does."""
        if self._running:
            self._tell()

    @Slot()
    def _room_changed(self) -> None:
        if self._running and self._bench.room is not self._room:
            self.run()

    @Slot()
    def _workshop_changed(self) -> None:
        self._trial.close()  # the room wants the port
        if self._running:
            self.run()

    @Slot(str)
    def _workshop_opened(self, page: str) -> None:
        """Who goes on to another page will not see the room tried: that waits for the next look, if there is one."""
        if page in ("", "verkko"):
            self._workshop_changed()
        elif self._running:
            self._trial.close()
            self._begin()

    def _setting_changed(self, name: str) -> None:
        if name in _MOVED:
            self.run()
        elif name in _RETOLD:
            self._tell()

    def _tell(self, **known: object) -> None:
        """Take over what is known, with what is cheap to ask, and tell if anything is different."""
        facts = self._with_present(replace(self._facts, **known))  # type: ignore[arg-type]
        if facts == self._facts:
            return
        self._facts = facts
        if facts.posted and not facts.tested and not facts.rehearsal:
            self._remember()
        self.changed.emit()

    def _with_present(self, facts: Facts) -> Facts:
        bench, settings, room = self._bench, self._settings, self._bench.room
        address = facts.chosen.address if facts.chosen is not None else ""
        served = room or self._trial
        return replace(
            facts,
            port=room.port if room is not None else settings.port,
            visitors=served.visitors(address) if address else 0,
            posted=served.posted(address) if address else 0,
            phones=in_reach(bench.session.state, room.presence()) if room is not None and bench.session is not None else 0,
            tested=is_tested(settings, facts.url),
            named=room.named if room is not None else "",
            expected=bench.session.state.info.expected if bench.session is not None else 0,
            open=bench.session is not None and bench.session.state.run.phase in ("open", "running"),
            rehearsal=bench.is_rehearsal,
            screen=bench.screen.state,
            display=bench.screen.display,
            mirrored=bench.screen.advice,
            sleepy=bench.services.awake.state == REFUSED,
            source=settings.network_source,
            ssid=settings.wifi_ssid,
            wifi=bench.services.wifi_text(),
        )

    def _remember(self) -> None:
        """A phone has been here: the list of preparations says so from now on."""
        try:
            self._settings.change(network_tested=key_of(self._settings, self._facts.url))
        except StorageError as error:
            self._bench.tell(error)
