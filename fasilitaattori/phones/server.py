"""The server in its own thread: uvicorn around the application of one workshop.

The port is taken before the thread starts, so that "the port is in use" is told at once and in plain words.
"""

import asyncio
import contextlib
import errno
import functools
import logging
import secrets
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.phones.gate import air
from fasilitaattori.phones.gate.crowd import Crowd
from fasilitaattori.phones.gate.guests import Hosts, Visits
from fasilitaattori.phones.gate.limits import Limits, Turnstile

if TYPE_CHECKING:
    from fasilitaattori.live.door import Door
    from fasilitaattori.phones.app import App
    from fasilitaattori.phones.presence import Presence
    from fasilitaattori.phones.screen.mirror import Mirror

logger = logging.getLogger(__name__)
BACKLOG = 1024
OPEN_FILES = 4096  # every phone holds a stream and one or two connections for its answers
OTHER_FILES = 400  # what the log, the windows and the system's own libraries may have open at the same time


class PortTaken(FasilitaattoriError):
    """Another program has the port."""


class PhoneServer:
    """Serves one workshop's phones. `start` and `stop` may be called again; a stopped server may be started anew.

    `network` is the Wi-Fi's name, `remote` the capability of the facilitator's remote ("" = none), `names` under which the
    laptop can be found beside its addresses, `limits` what one phone and one address may ask, `clock` steady seconds.
    """

    def __init__(
        self,
        door: "Door",
        stream: str,
        *,
        network: str = "",
        remote: str = "",
        names: Iterable[str] = (),
        limits: Limits | None = None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._hosts = Hosts(names)
        self._limits = limits or Limits()
        self._clock = clock
        self._door = door
        self._stream = stream
        self._network = network
        self._remote = remote
        self._thread: threading.Thread | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._server: Any = None
        self._app: App | None = None
        self._ending: asyncio.Future[None] | None = None
        self._ready = threading.Event()
        self._failed: BaseException | None = None
        self._visits = Visits()
        self.mirror: Mirror | None = None  # what other devices are shown of the big screen; set before the start
        self.host = ""
        self.port = 0

    @property
    def running(self) -> bool:
        """Is it serving?"""
        return self._thread is not None and self._thread.is_alive()

    def start(self, host: str = "0.0.0.0", port: int = 8080) -> None:
        """Take the port (0 = any free one) and serve; returns when the first request would be answered.

        Raises PortTaken, FasilitaattoriError (no permission, no such address), StorageError.
        """
        if self.running:
            return
        taken = take_port(host, port)
        self.host, self.port = taken.getsockname()[:2]
        self._ready.clear()
        self._failed = None
        self._visits = Visits()
        self._thread = threading.Thread(target=self._run, args=(taken,), name="phones", daemon=True)
        self._thread.start()
        self._ready.wait()
        if self._failed is not None:
            self._thread.join()
            raise self._failed

    def stop(self) -> None:
        """End every stream and every connection. May be called again."""
        thread, self._thread = self._thread, None
        if thread is None:
            return
        if self._loop is not None:
            with contextlib.suppress(RuntimeError):  # it has ended by itself meanwhile
                self._loop.call_soon_threadsafe(self._end)
        thread.join()
        self._loop = self._server = self._app = None

    def tell_network(self, name: str) -> None:
        """The Wi-Fi's name has changed: pages opened from now on say it where they tell what to do."""
        self._network = name
        if self._app is not None:
            self._app.hall.network = name

    @property
    def remotes(self) -> int:
        """How many phones have the facilitator's remote open now. Any thread may ask."""
        app = self._app
        return app.remote.open if app is not None and self.running else 0

    def renew_remote(self) -> str:
        """A fresh capability for the facilitator's remote, which it gives; the old one is refused from now on. Any thread."""
        self._remote = secrets.token_urlsafe(16)
        app, loop = self._app, self._loop
        if app is not None and loop is not None:
            app.remote.capability = self._remote
            with contextlib.suppress(RuntimeError):  # it has ended by itself meanwhile
                loop.call_soon_threadsafe(app.remote.drop)
        return self._remote

    def tell_names(self, names: Iterable[str]) -> None:
        """The laptop can be found under these names now, beside its addresses."""
        self._hosts.tell(names)

    def following(self) -> dict[int, int]:
        """How many open pages each participant has now, by number."""
        app = self._app
        return dict(app.hall.broadcast.following) if app is not None and self.running else {}

    def presence(self) -> "dict[int, Presence]":
        """How each participant's phone is, by number: here, away or lost. Any thread may ask; nothing while not serving."""
        app = self._app
        if app is None or not self.running:
            return {}
        people = app.hall.state.people
        in_it = {number for number, person in tuple(people.all.items()) if not person.removed}
        return {number: one for number, one in app.hall.attendance.now().items() if number in in_it}

    @property
    def joined(self) -> int:
        """How many phones have joined the workshop."""
        app = self._app
        return len(app.hall.state.people.by_token) if app is not None else 0

    def visitors(self, address: str) -> int:
        """How many other devices have opened something at this address of ours since the start."""
        return self._visits.count(address) if self.running else 0

    def posted(self, address: str) -> int:
        """How many other devices have joined, answered or tried the connection at this address: the way works both ways."""
        return self._visits.count(address, posted=True) if self.running else 0

    # --- the server's thread ---

    def _run(self, taken: socket.socket) -> None:
        # Heavy, and first needed here: the window is on the screen long before.
        import uvicorn

        from fasilitaattori.phones.gate.connection import Connection

        crowd = Crowd(self._limits, self._clock, _make_room_for_connections() - OTHER_FILES)
        config = uvicorn.Config(
            _not_ready,
            http=functools.partial(Connection, crowd=crowd),  # type: ignore[arg-type]
            loop="auto",
            ws="none",
            lifespan="off",
            interface="asgi3",
            access_log=False,
            log_config=None,
            log_level="error",  # what strangers send that is no HTTP would fill the log
            server_header=False,
            proxy_headers=False,
            backlog=BACKLOG,
            timeout_graceful_shutdown=1,
        )
        try:
            runner = asyncio.Runner(loop_factory=config.get_loop_factory())
            with runner:
                runner.run(self._serve(uvicorn.Server(config), taken, crowd))
        except BaseException as error:
            if not isinstance(error, FasilitaattoriError):
                logger.exception("the phones' server ended in trouble")
            self._failed = error
        finally:
            taken.close()
            self._ready.set()

    async def _serve(self, server: Any, taken: socket.socket, crowd: Crowd) -> None:
        # Heavy (Starlette, Jinja), and first needed here.
        from fasilitaattori.phones.app import App
        from fasilitaattori.phones.front import Front

        turnstile = Turnstile(self._limits, self._clock)
        app = App(self._door, self._stream, Front(turnstile, self._hosts, crowd, self._visits), self._network, self._remote)
        app.mirror = self.mirror
        await app.start()
        server.config.app = app
        server.config.load()
        self._loop, self._app, self._server, self._crowd = asyncio.get_running_loop(), app, server, crowd
        sweeping = asyncio.create_task(crowd.sweep_on_and_on(turnstile.tidy), name="sweep")
        self._loop.call_soon(self._ready.set)
        try:
            await server.serve(sockets=[taken])
        finally:
            sweeping.cancel()
            await app.close()

    def _end(self) -> None:
        """On the server's loop."""
        self._server.should_exit = True
        if self._app is not None:
            self._ending = asyncio.ensure_future(self._end_all(self._app))

    async def _end_all(self, app: "App") -> None:
        """Whatever is open would hold the end for as long as uvicorn is patient, and be torn down in the middle of its work: it
        ends here first."""
        await app.close()
        await self._crowd.close()
        for task in tuple(self._server.server_state.tasks):
            task.cancel()


def _make_room_for_connections() -> int:
    """Let the process hold as many connections as a full hall has: macOS begins with 256 open files, Linux with 1,024. Gives
    how many files it can hold."""
    if sys.platform == "win32":
        return OPEN_FILES
    import resource  # not there on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = OPEN_FILES if hard == resource.RLIM_INFINITY else min(OPEN_FILES, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            return wanted
    return min(OPEN_FILES, soft) if soft != resource.RLIM_INFINITY else OPEN_FILES


async def _not_ready(scope: Any, receive: Any, send: Any) -> None:
    raise RuntimeError("the application is put in before serving begins")


def take_port(host: str, port: int) -> socket.socket:
    """A bound socket. Raises PortTaken or FasilitaattoriError with what to do."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    exclusive = getattr(socket, "SO_EXCLUSIVEADDRUSE", None)
    if sys.platform == "win32" and exclusive is not None:
        taken.setsockopt(socket.SOL_SOCKET, exclusive, 1)
    else:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    air.prepare(taken)
    try:
        taken.bind((host, port))
        taken.listen(BACKLOG)  # another program that listens is only noticed here on some systems
    except OSError as error:
        taken.close()
        raise _trouble(error, host, port) from error
    return taken


def _trouble(error: OSError, host: str, port: int) -> FasilitaattoriError:
    if error.errno == errno.EADDRINUSE or getattr(error, "winerror", None) == 10048:
        return PortTaken(
            N_("Portti {port} on jo toisen ohjelman käytössä, joten puhelimet eivät pääse sisään."),
            N_("Sulje toinen ohjelma tai valitse toinen portti verkkosivulla."),
            port=port,
        )
    if error.errno == errno.EACCES or getattr(error, "winerror", None) == 10013:
        return FasilitaattoriError(
            N_("Käyttöjärjestelmä ei anna käyttää porttia {port}."),
            N_("Valitse verkkosivulla toinen portti, esimerkiksi 8080."),
            port=port,
        )
    return FasilitaattoriError(
        N_("Osoitetta {host} ei ole tällä koneella, joten puhelimet eivät pääse sisään."),
        N_("Tarkista verkkoyhteys ja valitse osoite verkkosivulla."),
        host=host,
    )
