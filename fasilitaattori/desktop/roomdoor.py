"""The door of the room: the phones' server of the open workshop is opened and closed in the background, in the order asked."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fasilitaattori.desktop.asking import Offer
from fasilitaattori.desktop.inturn import InTurn
from fasilitaattori.desktop.services import Room
from fasilitaattori.errors import FasilitaattoriError

if TYPE_CHECKING:
    from fasilitaattori.desktop.workbench import Workbench

ROOM = "room"  # what a notice is about
OnOpen = Callable[[], object]
OnFailed = Callable[[Exception], object]


class RoomDoor:
    """Puts the room that was opened onto the workbench, and takes it from there."""

    def __init__(self, workbench: "Workbench", slow: InTurn) -> None:
        self._workbench, self._slow = workbench, slow

    def open(self, on_open: OnOpen | None, on_failed: OnFailed | None) -> None:
        """Start the server for the open workshop. Trouble nobody asked to hear of becomes a toast."""
        bench = self._workbench
        if bench.room is not None:
            if on_open is not None:
                on_open()
            return
        session = bench.open_session

        def opened(room: Room) -> None:
            if bench.session is not session:
                return  # closed meanwhile, and its closing waits in the queue
            bench.room = room
            bench.take_back(ROOM)
            bench.room_changed.emit()
            if on_open is not None:
                on_open()

        self._slow.run(lambda: bench.services.open_room(session.stream), opened, on_failed or self._tell_shut)

    def _tell_shut(self, error: Exception) -> None:
        """The room did not open: that is told until it does."""
        bench = self._workbench
        if isinstance(error, FasilitaattoriError):
            bench.toast(error.text(bench.tr), "error", Offer(bench.tr("Avaa Verkko"), lambda: bench.go("verkko")), ROOM)
        else:
            bench.tell(error)

    def close(self) -> None:
        """Stop the server. May be called again."""
        bench = self._workbench
        self._slow.run(bench.services.close_room, _nothing, bench.tell)
        if bench.room is not None:
            bench.room = None
            bench.room_changed.emit()


def _nothing(_: object) -> None:
    """What follows work whose end nobody waits for."""
