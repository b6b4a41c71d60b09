"""The pages of the big screen for other devices: the code that opens it, the picture, and the same in words.

They are for whatever browser a television, an old tablet or a second laptop has. Without scripts the page refreshes itself.
"""

import asyncio
import contextlib
import secrets
from typing import Any

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator, translator
from fasilitaattori.phones import http
from fasilitaattori.phones.drawing import language_of
from fasilitaattori.phones.hall import Hall
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.screen.mirror import PNG, WEBP, Mirror, Viewer
from fasilitaattori.phones.sending import Problem

NO_WINDOW = N_("Valkokangasta ei voi katsoa täältä: ohjelma on auki ilman ikkunaa.")
CLOSED = N_("Tämä näkymä on suljettu. Pyydä ohjaajalta uusi koodi.")
NOT_YET = N_("Kuva tulee hetken päästä.")
WRONG = N_("Koodi ei täsmää. Katso se ohjaajan koneelta ja yritä uudelleen.")
HEARTBEAT = 10.0  # seconds
REFRESH = 5  # seconds; without scripts
REFRESH_TEXT = 30  # seconds; whoever reads needs time
GONE = b"event: gone\ndata: 1\n\n"
_PRIVATE = (b"cache-control", b"private, no-cache")
_STREAM = [(b"content-type", b"text/event-stream"), (b"cache-control", b"no-store"), (b"x-accel-buffering", b"no")]


class Screens:
    """`mirror` None = there is nothing to show."""

    def __init__(self, hall: Hall, mirror: Mirror | None) -> None:
        self._hall = hall
        self._mirror = mirror
        if mirror is not None:
            mirror.open()

    # --- the code ---

    async def ask(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /screen`: the page that asks for the code."""
        self._offered()
        await self._code_page(scope, send, 200, self._hall.stranger(scope))

    async def enter(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /screen`: the right code leads to the screen's own address."""
        mirror = self._offered()
        fields = await http.read_form(scope, receive)
        self._hall.limits.guess(_caller(scope))
        if not mirror.is_code(fields.get("code", [""])[-1]):
            await self._code_page(scope, send, 403, self._hall.stranger(scope), WRONG)
            return
        tr = self._hall.stranger(scope)
        await http.see_other(send, f"/s/{mirror.capability}?language={tr.language}")

    def _offered(self) -> Mirror:
        if self._mirror is None:
            raise Problem(404, "no_screen", NO_WINDOW)
        return self._mirror

    async def _code_page(self, scope: Scope, send: Send, status: int, tr: Translator, trouble: str = "") -> None:
        hall = self._hall
        html = hall.drawing.page(
            "screen_code.html",
            tr,
            size=0,
            title=tr("Valkokangas"),
            workshop=hall.state.info.title,
            said_in=language_of(hall.language, tr),
            trouble=tr(trouble),
        )
        await http.send_page(scope, send, status, html)

    # --- the screen ---

    async def page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /s/<capability>`: the picture in the whole window. `?text=1` begins with the words instead."""
        query = http.query(scope)
        name = query.get("w", "")[:32] or secrets.token_urlsafe(9)
        mirror, _ = self._looking(scope, name)
        tr, base, as_text = self._hall.stranger(scope), f"/s/{mirror.capability}", query.get("text") == "1"
        words = {
            "alt": tr("Valkokankaan kuva. Sama on tekstinä tällä sivulla."),
            "lost": tr("Yhteys poikki. Tässä on viimeisin kuva."),
            "back": tr("Yhteys palasi."),
            "gone": tr(CLOSED),
            "more": tr("ja muuta"),
        }
        html = self._hall.drawing.page(
            "screen.html",
            tr,
            size=0,
            title=tr("Valkokangas"),
            workshop=self._hall.state.info.title,
            base=base,
            name=name,
            as_text=as_text,
            refresh=REFRESH_TEXT if as_text else REFRESH,
            picture=mirror.picture.version,
            said=mirror.picture.said,
            not_yet=tr(NOT_YET),
            alt=words["alt"],
            facts=http.as_text({"base": base, "w": name, **mirror.now(), "words": words}),
            address=lambda code: self._address(base, name, code, as_text=as_text),
            turned=self._address(base, name, tr.language, as_text=not as_text),
            again=self._address(base, name, tr.language, as_text=as_text),
        )
        await http.send_page(scope, send, 200, html)

    def _address(self, base: str, name: str, language: str, *, as_text: bool) -> str:
        return f"{base}?language={language}&w={name}{'&text=1' if as_text else ''}"

    async def image(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /s/<capability>/picture?v=&w=`: the picture itself. `v` makes the address differ from picture to picture."""
        mirror, viewer = self._looking(scope)
        takes_webp = WEBP.encode() in http.header(scope, b"accept")
        viewer.kind = WEBP if takes_webp else PNG
        picture = mirror.picture
        kind = next((kind for kind in (WEBP, PNG) if kind in picture.images and (takes_webp or kind == PNG)), "")
        if not kind:
            raise Problem(503, "not_yet", NOT_YET)
        tag = f'"{picture.version}-{kind[6:]}"'.encode()
        headers = [(b"etag", tag), _PRIVATE, (b"vary", b"accept"), *http.SECURITY]
        if http.header(scope, b"if-none-match") == tag:
            await http.send_raw(send, 304, b"", headers)
            return
        await http.send_raw(send, 200, picture.images[kind], [(b"content-type", kind.encode()), *headers])

    async def text(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /s/<capability>/text?w=`: what the picture says, as a piece of the page."""
        mirror, _ = self._looking(scope)
        said = mirror.picture.said
        html = self._hall.drawing.blocks("screen.html", translator(said.language), ("told",), said=said)["told"]
        await http.send_page(scope, send, 200, html)

    async def now(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /s/<capability>/now?w=`: which picture and which words there are now."""
        mirror, _ = self._looking(scope)
        await http.send_json(send, 200, mirror.now())

    async def stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /s/<capability>/stream?w=`: the same whenever it changes (SSE)."""
        mirror, viewer = self._looking(scope)
        ended = asyncio.Event()

        async def listen() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass
            ended.set()
            mirror.wake()

        async def give(news: bytes, *, more: bool = True) -> None:
            await send({"type": "http.response.body", "body": news, "more_body": more})

        await send({"type": "http.response.start", "status": 200, "headers": [*_STREAM, *http.SECURITY]})
        listening = asyncio.create_task(listen())
        viewer.streams += 1
        try:
            with contextlib.suppress(ConnectionError), mirror.watch() as watch:
                while not ended.is_set() and not watch.gone and not mirror.over:
                    found = await watch.next(HEARTBEAT)
                    await give(b"event: t\ndata: 1\n\n" if found is None else _message(found))
                await give(GONE if watch.gone else b"", more=False)
        finally:
            viewer.streams -= 1
            listening.cancel()

    def _looking(self, scope: Scope, name: str = "") -> tuple[Mirror, Viewer]:
        """The mirror, for whoever has its address. Raises Problem(404)."""
        mirror = self._mirror
        if mirror is None or not mirror.is_capability(scope["path_params"]["screen"]):
            raise Problem(404, "no_screen", CLOSED)
        return mirror, mirror.seen(name or http.query(scope).get("w", "")[:32] or _caller(scope))


def is_screen_script(last: str) -> bool:
    """Is trouble at this last part of an address told to a script?"""
    return last in ("now", "stream", "text", "picture")


def _caller(scope: Scope) -> str:
    """The address a request comes from."""
    return str((scope.get("client") or ("",))[0])


def _message(found: dict[str, Any]) -> bytes:
    return b"data: " + msgspec.json.encode(found) + b"\n\n"
