"""The program without its windows: settings, log, methods, the hall's server; built, wired, started and stopped in order."""

import logging
import logging.handlers
import threading
import uuid
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from fasilitaattori.app.remotes import FILE as FILE_OF_REMOTE
from fasilitaattori.app.remotes import RemoteKey
from fasilitaattori.app.whereabouts import Whereabouts
from fasilitaattori.errors import N_, FasilitaattoriError, StorageError
from fasilitaattori.live.door import Door
from fasilitaattori.log.backup import restore
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.glance import minutes_numbers, summaries
from fasilitaattori.paths import resource
from fasilitaattori.settings import Settings
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import agenda, info, letterhead
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.summary import Summary

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fasilitaattori.app.screens import OtherScreens
    from fasilitaattori.methods.library import Library
    from fasilitaattori.phones.gate.limits import Limits
    from fasilitaattori.phones.presence import Presence
    from fasilitaattori.phones.server import PhoneServer

LOG_FILE = "fasilitaattori.log"
LOG_BYTES = 1_000_000

logger = logging.getLogger(__name__)


class OpenRoom:
    """A workshop's server and where phones find it."""

    def __init__(self, server: "PhoneServer", settings: Settings, host: str, remote: RemoteKey) -> None:
        self.server = server
        self._remote = remote
        self.whereabouts = Whereabouts(settings, host, lambda: server.port, server.tell_names)
        self.screens: OtherScreens | None = None

    @property
    def port(self) -> int:
        return self.server.port

    @property
    def url(self) -> str:
        """What phones open."""
        return self.whereabouts.url

    @property
    def reachable(self) -> bool:
        """Is the laptop in a network that phones could be in?"""
        return self.whereabouts.reachable

    @property
    def named(self) -> str:
        """What phones open, with a name that some of them find; "" = none is announced."""
        return self.whereabouts.named

    def look_again(self) -> None:
        """Ask the machine where phones find it now. Any thread; takes a while."""
        self.whereabouts.look_again()

    @property
    def remote(self) -> str:
        """The facilitator's private address."""
        return f"{self.url}r/{self._remote.capability}"

    @property
    def remotes(self) -> int:
        """How many phones have the remote open now."""
        return self.server.remotes

    def renew_remote(self) -> str:
        """A fresh private address, which it gives; the one before is refused from now on, and its open pages are told."""
        self._remote.keep(self.server.renew_remote())
        return self.remote

    def presence(self) -> "Mapping[int, Presence]":
        """How the phones are, by the number of their participant."""
        return self.server.presence()

    def visitors(self, address: str) -> int:
        """Other devices that have opened something at this address since the room opened."""
        return self.server.visitors(address)

    def posted(self, address: str) -> int:
        """Those of them that have sent something."""
        return self.server.posted(address)

    def close(self) -> None:
        """Withdraw the name and stop serving. May be called again."""
        self.whereabouts.close()
        self.server.stop()


class Program:
    """Everything but windows: settings, log, methods, the hall's server. Raises StorageError when the folder cannot be used."""

    def __init__(self, data: Path, clock: Clock | None = None) -> None:
        try:
            data.mkdir(parents=True, exist_ok=True)
            _log_to(data / LOG_FILE)
        except OSError as error:
            raise StorageError(
                N_("Tietoja ei voi tallentaa kansioon {folder}."),
                N_("Tarkista, että kansioon saa kirjoittaa ja levyllä on tilaa, tai valitse toinen kansio."),
                folder=str(data),
            ) from error
        self.data = data
        self.clock = clock or Clock()
        self.settings = Settings(data / "settings.json")
        self.door = Door(data / FILE, MODELS, self.clock)
        self.room: OpenRoom | None = None
        self.has_window = False  # does anything draw the big screen?
        self._library: Library | None = None
        self._reading = threading.Lock()  # the windows have it read in the background, and may ask for it meanwhile
        self._closed = False
        self._unwatch = self.settings.watch(self._setting_changed)

    def close(self) -> None:
        """Stop the server, then the log. May be called again."""
        if self._closed:
            return
        self._closed = True
        self._unwatch()
        self.close_room()
        self.door.close()

    def reopen(self, backup: Path) -> None:
        """Put a backup in the place of a damaged database; the door is the same, its log opens anew at `door.start`."""
        self.door.close()
        restore(self.data, backup, FILE)
        self.door.renew()

    # --- methods and workshops ---

    def library(self) -> "Library":
        """The methods and decks, read once: the program's own and those in the data folder."""
        with self._reading:
            if self._library is None:
                from fasilitaattori.methods.library import load_library  # loads at first use, not at start

                self._library = load_library([resource(), self.data], lambda tool, settings: MODELS[tool].check(settings))
            return self._library

    def renew_library(self) -> None:
        """The files of methods changed: they are read anew when next asked for."""
        with self._reading:
            self._library = None

    def minutes_numbers(self, but: str) -> list[str]:
        """The numbers of the library's minutes, but not those of this workshop; sqlite3.Error when they cannot be read."""
        return minutes_numbers(self.data / FILE, but)

    def summaries(self) -> list[Summary]:
        """The rows of the library as they are on disk."""
        return summaries(self.data / FILE)

    def new_workshop(self, method_id: str, language: str) -> str:
        """A workshop made of a method as it stands; gives its stream. FasilitaattoriError when there is no such method."""
        library = self.library()
        method = library.method(method_id)
        if method is None:
            known = ", ".join(sorted(m.id for m in library.methods))
            raise FasilitaattoriError(
                N_("Menetelmää {method} ei ole."), N_("Valitse jokin näistä: {known}."), method=method_id, known=known
            )
        local = method.in_language(language)
        fields = {"title": local.name, "language": language, "method": local.name, "start": "18:00"}
        fields["date"] = self.clock.now().date().isoformat()
        if local.example is not None:
            fields |= msgspec.structs.asdict(local.example)
        stream = str(uuid.uuid4())
        self.door.ask(stream, info.set_info(**fields)).result()
        self.door.ask(stream, agenda.add_steps(library.plans(method, language))).result()
        return stream

    def copy_of(self, stream: str) -> str:
        """A fresh workshop with the heading and plan of this one, and nothing else; gives its stream."""
        state = self.door.replica(stream).state
        copy = str(uuid.uuid4())
        fields = {name: getattr(state.info, name) for name in info.FIELDS if getattr(state.info, name)}
        self.door.ask(copy, info.set_info(**fields)).result()
        self.door.ask(copy, letterhead.set_letterhead(state.info.letterhead)).result()
        self.door.ask(copy, agenda.copy_steps([step.plan for step in state.plan.steps()])).result()
        return copy

    # --- the hall ---

    def open_room(
        self, stream: str, *, host: str = "0.0.0.0", port: int | None = None, limits: "Limits | None" = None
    ) -> OpenRoom:
        """Serve a workshop's phones; a room of another workshop is closed first. FasilitaattoriError when the port is taken."""
        self.close_room()
        going_on = any(row.stream == stream and row.status == "running" for row in self.summaries())
        remote = RemoteKey(self.data / FILE_OF_REMOTE, stream, self.clock.now, going_on)
        # The server's packages load when a room is first opened, not at start.
        from fasilitaattori.app.screens import FILE as FILE_OF_SCREENS
        from fasilitaattori.app.screens import OtherScreens
        from fasilitaattori.phones.server import PhoneServer

        server = PhoneServer(self.door, stream, network=self.settings.wifi_ssid, remote=remote.capability, limits=limits)
        room = OpenRoom(server, self.settings, host, remote)
        if self.has_window:
            room.screens = OtherScreens(self.data / FILE_OF_SCREENS, stream, lambda: room.url, self.clock.now, server, going_on)
        server.start(host, self.settings.port if port is None else port)
        self.room = room
        return self.room

    def close_room(self) -> None:
        """Stop serving phones. May be called again."""
        room, self.room = self.room, None
        if room is not None:
            room.close()

    def _setting_changed(self, name: str) -> None:
        if name == "wifi_ssid" and self.room is not None:
            self.room.server.tell_network(self.settings.wifi_ssid)


def _log_to(path: Path) -> None:
    """Warnings and errors go to a file in the data folder, a megabyte and one before it."""
    root = logging.getLogger()
    for handler in [h for h in root.handlers if isinstance(h, logging.handlers.RotatingFileHandler)]:
        root.removeHandler(handler)
        handler.close()
    handler = logging.handlers.RotatingFileHandler(path, maxBytes=LOG_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    handler.setLevel(logging.INFO)
    root.addHandler(handler)
    logging.getLogger("fasilitaattori").setLevel(logging.INFO)
    path.touch()
