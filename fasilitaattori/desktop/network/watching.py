"""Follows where phones find the open room, on whatever page the facilitator is: routers restart, laptops wake up in another
network, cables come out. Codes and texts are told anew at once, and the facilitator calmly what to say."""

from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer, Slot

from fasilitaattori.desktop.asking import Offer
from fasilitaattori.desktop.network.facts import shown
from fasilitaattori.desktop.services import Room
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.background import Cancelled
from fasilitaattori.workshop import show
from fasilitaattori.workshop.people import MAX_PHONES

LOOK_MS = 3000
ADDRESS, FULL = "address", "full"  # what the notices are about
_MOVED = {"address", "local_name"}


class _Place(NamedTuple):
    """Where phones find the room."""

    url: str = ""
    reachable: bool = True
    named: str = ""


class RoomWatch(QObject):
    """One for the whole window. While a room is open it looks every few seconds, in the background; what it finds is told by
    `Workbench.room_changed`, as opening and closing are."""

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bench = workbench
        self._room: Room | None = None
        self._told = _Place()
        self._looking = self._full = False
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)
        workbench.room_changed.connect(self._room_changed)
        self._unwatch = workbench.services.settings.watch(self._setting_changed)

    def close(self) -> None:
        """Stop looking. May be called again."""
        self._timer.stop()
        self._unwatch()
        self._room = None

    @Slot()
    def look(self) -> None:
        """Look now."""
        room = self._room
        if room is None or self._looking:
            return
        self._looking = True
        self._bench.services.background.run(room.look_again, lambda _: self._looked(room), self._failed, owner=self)

    def _looked(self, room: Room) -> None:
        self._looking = False
        self._count()
        now = _place_of(room)
        if room is not self._room or now == self._told:
            return
        before, self._told = self._told, now
        self._bench.room_changed.emit()
        self._tell(before, now)

    def _failed(self, error: Exception) -> None:
        self._looking = False
        if not isinstance(error, Cancelled):  # the program is being closed
            self._bench.tell(error)

    @Slot()
    def _room_changed(self) -> None:
        """Another room, or none: what was told of the one before is over."""
        room = self._bench.room
        if room is self._room:
            return
        self._room = room
        self._bench.take_back(ADDRESS)
        self._bench.take_back(FULL)
        self._full = False
        if room is None:
            self._timer.stop()
            return
        self._told = _place_of(room)
        self._timer.start()
        self.look()

    def _setting_changed(self, name: str) -> None:
        if name in _MOVED:
            self.look()

    # --- telling ---

    def _count(self) -> None:
        """No hall has so many phones: somebody lets a script join, and people who come now stay out."""
        bench, tr = self._bench, self._bench.tr
        full = bench.session is not None and bench.session.state.people.is_full
        if full == self._full:
            return
        self._full = full
        if not full:
            bench.take_back(FULL)
            return
        words = tr(
            "Mukana on {n} puhelinta, eikä enempää pääse mukaan. Poista ne, joita salissa ei ole, ja sulje liittyminen.",
            n=tr.number(MAX_PHONES),
        )
        bench.toast(words, "warning", Offer(tr("Avaa ohjaus"), lambda: bench.go("ohjaa")), FULL)

    def _tell(self, before: _Place, now: _Place) -> None:
        bench, tr = self._bench, self._bench.tr
        if not now.reachable:
            words = tr("Kone putosi verkosta. Mitään ei katoa: puhelimet odottavat ja jatkavat, kun verkko palaa.")
            bench.toast(words, "warning", Offer(tr("Avaa Verkko"), lambda: bench.go("verkko")), ADDRESS)
        elif now.url != before.url:
            self._tell_moved(shown(now.url))
        elif not before.reachable:
            bench.take_back(ADDRESS)
            bench.toast(tr("Kone on taas verkossa samassa osoitteessa. Puhelimet palaavat itsestään."))

    def _tell_moved(self, address: str) -> None:
        """Phones that are in the room still ask at the old address: only people can bring them over."""
        bench, tr = self._bench, self._bench.tr
        joined = bench.session is not None and any(person.by_phone for person in bench.session.state.people.present())
        if not joined:
            bench.toast(tr("Puhelinten osoite on nyt {address}. Koodit ovat jo uudet.", address=address), about=ADDRESS)
            return
        words = tr("Koneen osoite vaihtui: {address}. Pyydä lukemaan uusi koodi, oma koodi palauttaa ihmisen.", address=address)
        offer = Offer(tr("Näytä koodi kankaalla"), self._show_codes) if self._may_show() else None
        bench.toast(words, "warning", offer, ADDRESS)

    def _may_show(self) -> bool:
        session = self._bench.session
        return session is not None and session.state.run.phase in ("open", "running")

    def _show_codes(self) -> None:
        if self._may_show():
            self._bench.do(show.show("qr"))


def _place_of(room: Room) -> _Place:
    return _Place(room.url, room.reachable, room.named)
