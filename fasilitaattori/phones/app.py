"""The web application of the hall: which address is answered by whom, and the edge where trouble becomes an answer.

Plain ASGI at the two hot places (answers and streams), Starlette's router for the rest. Addresses under /o/ are capabilities:
whoever has one is that participant, so they are never logged, never shown, and known to the program only as hashes.
"""

import asyncio
import contextlib
import itertools
import logging
import uuid
from typing import TYPE_CHECKING, Any

from starlette.exceptions import HTTPException
from starlette.routing import Route, Router

from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import http
from fasilitaattori.phones.again import Again
from fasilitaattori.phones.api.routes import TABLE, Endpoint, Parts
from fasilitaattori.phones.assets import Assets
from fasilitaattori.phones.broadcast import Broadcast, Follower
from fasilitaattori.phones.coming import Coming
from fasilitaattori.phones.drawing import Drawing
from fasilitaattori.phones.forms import Forms
from fasilitaattori.phones.front import Front, Gate
from fasilitaattori.phones.gate.guests import PROBES, Elsewhere, answer_probe, small_page
from fasilitaattori.phones.gate.limits import TooMany
from fasilitaattori.phones.hall import Hall, hash_of
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.pages import Pages
from fasilitaattori.phones.remote.serving import Remote, is_for_scripts
from fasilitaattori.phones.screen.mirror import Mirror
from fasilitaattori.phones.screen.serving import Screens, is_screen_script
from fasilitaattori.phones.sending import FAILED, Asking, Problem, Reading, command_of

if TYPE_CHECKING:
    from fasilitaattori.live.door import Door

logger = logging.getLogger(__name__)
_STREAM_HEADERS = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    *http.SECURITY,
]


class App:
    """One workshop's pages. `start` on the server's loop before the first request, `close` there too.

    `front` stands before every page; `network` is the Wi-Fi's name for the page that says what to do when the connection is
    gone, `remote` the capability of the facilitator's remote ("" = none).
    """

    def __init__(self, door: "Door", stream: str, front: Front, network: str = "", remote: str = "") -> None:
        self._door = door
        self._front = front
        self._stream = stream
        self._network = network
        self._remote = remote
        self._told = (0, "")
        self._router: Router
        self._gate: Gate
        self._again: Again
        self.hall: Hall
        self.remote: Remote
        self.mirror: Mirror | None = None  # the big screen for other devices; None = there is none to show

    async def start(self) -> None:
        """Fold the workshop and be ready. Raises StorageError."""
        assets = Assets()
        drawing = Drawing(assets)
        broadcast = Broadcast(self._door, self._stream, drawing)
        await broadcast.start()
        asking = Asking(self._door, self._stream)
        self.hall = Hall(broadcast, asking, Reading(self._door.models), drawing, assets, self._network, self._front.turnstile)
        self._gate = Gate(self.hall, self._front)
        self.hall.attendance.expect(p.number for p in self.hall.state.people.present() if p.by_phone)
        self.remote = Remote(self.hall, self._remote)
        coming, forms = Coming(self.hall), Forms(self.hall)
        self._again = Again(coming, forms, self._front.turnstile)
        parts = Parts(Pages(self.hall), forms, self.remote, Screens(self.hall, self.mirror), coming)
        self._router = Router(_routes(parts), redirect_slashes=False, default=_unknown)

    async def close(self) -> None:
        """End every stream. May be called again."""
        self.remote.close()
        await self.hall.broadcast.close()
        if self.mirror is not None:
            self.mirror.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        answer = _Watched(send)
        self._front.visits.came(scope)
        try:
            await self._let_in(scope, receive, answer)
        except Problem as problem:
            await self._refuse(scope, receive, answer, problem)
        except HTTPException as error:
            await self._refuse(scope, receive, answer, Problem(error.status_code, "no_page", http.NO_PAGE))
        except asyncio.CancelledError:
            if not self._front.crowd.closing:
                raise
        except ConnectionError:
            raise
        except Exception:
            logger.exception("a bug in answering a phone")
            if not answer.status:
                await self._tell(scope, answer, Problem(500, "failed", FAILED))

    async def _let_in(self, scope: Scope, receive: Receive, answer: "_Watched") -> None:
        probe = PROBES.get(scope["path"])
        if probe is not None and scope["method"] in ("GET", "HEAD"):
            await answer_probe(scope, answer, probe)
            return
        self._gate.check(scope)
        await self._answer(scope, receive, answer)
        if answer.status < 400 and scope["method"] == "POST":
            self._front.visits.posted(scope)

    async def _refuse(self, scope: Scope, receive: Receive, answer: "_Watched", problem: Problem) -> None:
        """Trouble at the door and behind it."""
        problem = self._gate.refuse(scope, problem)
        if isinstance(problem, TooMany):
            await self._gate.hold(scope)
            answer.extra = [(b"retry-after", b"%d" % problem.seconds)]
            if await self._again.show(scope, receive, answer, problem):
                return
        elif problem.status == 413:
            answer.extra = [(b"connection", b"close")]  # or the rest of it would have to be read
        if isinstance(problem, TooMany | Elsewhere) and not _is_for_scripts(scope):
            again = problem.seconds if isinstance(problem, TooMany) and scope["method"] == "GET" else 0
            body = small_page(self._reader(scope), problem, again)
            await http.send_raw(answer, problem.status, body, [http.HTML, http.NO_STORE, *http.SECURITY])
            return
        await self._tell(scope, answer, problem)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if path.startswith("/o/"):
            token, _, rest = path[3:].partition("/")
            if rest == "events" and scope["method"] == "POST":
                await self._post(scope, receive, send, token)
                return
            if rest == "stream" and scope["method"] == "GET":
                await self._follow(scope, receive, send, token)
                return
        scope["app"] = self  # so that Starlette raises instead of answering in its own words
        await self._router(scope, receive, send)

    async def _post(self, scope: Scope, receive: Receive, send: Send, token: str) -> None:
        """`POST /o/<token>/events`: 201 once it is on disk, 200 if it was there already."""
        hall = self.hall
        person = hall.person(token)
        sending = hall.reading.json(await http.read_body(scope, receive))
        saved = await hall.asking.ask(command_of(sending, person.number), sending.request, person.number)
        ids = self._ids_of(sending.request) if saved.duplicate else saved.ids
        content = {"ok": True, "ids": ids, "at": self._now(), "again": saved.duplicate}
        await http.send_json(send, 200 if saved.duplicate else 201, content)

    def _ids_of(self, request: str) -> list[str]:
        """The events a request made the first time; the same rule as the writer's."""
        known, base = self.hall.broadcast.replica.by_id, uuid.UUID(request)
        ids = (str(uuid.uuid5(base, str(index))) for index in itertools.count())
        return list(itertools.takewhile(known.__contains__, ids))

    def _now(self) -> str:
        """Wall time as ISO, reckoned once a second: it is asked for thousands of times."""
        second = self.hall.broadcast.now_ms // 1000
        if second != self._told[0]:
            self._told = (second, self._door.clock.now().isoformat(timespec="seconds"))
        return self._told[1]

    async def _follow(self, scope: Scope, receive: Receive, send: Send, token: str) -> None:
        """`GET /o/<token>/stream`: changes as they come (SSE)."""
        person = self.hall.person(token)
        follower = Follower(person.number, self.hall.language_of(person), http.query(scope).get("key", ""))
        await send({"type": "http.response.start", "status": 200, "headers": _STREAM_HEADERS})

        async def give(news: bytes) -> None:
            await send({"type": "http.response.body", "body": news, "more_body": True})

        async def watch() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass
            follower.close()

        phone = hash_of(token)
        self._front.crowd.stream_begins(phone, follower)
        watching = asyncio.create_task(watch())
        self.hall.attendance.follows(person.number)
        try:
            with contextlib.suppress(ConnectionError):
                await self.hall.broadcast.follow(follower, give)
                await send({"type": "http.response.body", "body": b""})
        finally:
            watching.cancel()
            self._front.crowd.stream_ends(phone, follower)
            self.hall.attendance.fell(person.number)

    async def _tell(self, scope: Scope, send: Send, problem: Problem) -> None:
        """Trouble in words: JSON for scripts, a page for people."""
        tr = self._reader(scope)
        if _is_for_scripts(scope):
            content = {"ok": False, "error": problem.code, "message": problem.text(tr)}
            await http.send_json(send, problem.status, content, [(b"retry-after", b"2")] if problem.status == 503 else None)
            return
        await http.send_page(scope, send, problem.status, self.hall.plain(tr, problem, scope["path"]))

    def _reader(self, scope: Scope) -> Translator:
        """The language asked for in the address, else the phone's if it is known, else the browser's."""
        path: str = scope["path"]
        if path.startswith("/o/") and http.query(scope).get("language", "") not in LANGUAGES:
            person = self.hall.state.people.by_capability(hash_of(path[3:].partition("/")[0]))
            if person is not None:
                return translator(self.hall.language_of(person))
        return self.hall.stranger(scope)


def _routes(parts: Parts) -> list[Route]:
    """The table as Starlette knows it. The hot addresses are answered before it: they are here only so that other methods are
    told they are wrong."""
    return [Route(a.path, _Raw(a.endpoint(parts) if a.endpoint else _unknown), methods=[a.method]) for a in TABLE]


async def _unknown(scope: Scope, receive: Receive, send: Send) -> None:
    raise Problem(404, "no_page", http.NO_PAGE)


class _Raw:
    """An endpoint as an ASGI application, which Starlette calls as it is."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._endpoint(scope, receive, send)


class _Watched:
    """A `send` that remembers the status (0 = the answer has not begun). `extra` headers go with it where it has none such."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self.status = 0
        self.extra: http.Headers = []

    async def __call__(self, message: Any) -> None:
        if not self.status:
            self.status = message["status"]
            if self.extra:
                has = {name for name, _ in message["headers"]}
                message["headers"] = [*message["headers"], *(header for header in self.extra if header[0] not in has)]
        await self._send(message)


def _is_for_scripts(scope: Scope) -> bool:
    if scope["path"].startswith("/r/"):
        return is_for_scripts(scope)
    last = scope["path"].rpartition("/")[2]
    if scope["path"].startswith("/s/"):
        return is_screen_script(last)
    return last in ("events", "state", "stream", "live", "here")
