"""The facilitator's remote: one private address that steers the evening from a phone. Whoever has it may do what it offers,
nothing more; everything goes through the same commands as at the desk.
"""

import asyncio
import contextlib
import hmac
import uuid
from typing import Any
from urllib.parse import urlencode

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import http
from fasilitaattori.phones.hall import Hall
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.remote.orders import TEXTS, command_of, order_of, order_of_form
from fasilitaattori.phones.remote.orders import Order as Order
from fasilitaattori.phones.remote.page import RemotePage
from fasilitaattori.phones.remote.stream import RemoteStream
from fasilitaattori.phones.sending import Problem

_STREAM = [
    (b"content-type", b"text/event-stream"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    *http.SECURITY,
]
_SAID = {"decide": N_("Päätös on kirjattu."), "note": N_("Huomio on kirjattu.")}
_SCRIPTS = ("state", "live", "stream")


class Remote:
    """`capability` "" = there is no remote. It may be changed from any thread: the old one is refused from then on, and `drop`
    (on the loop) ends what is open."""

    def __init__(self, hall: Hall, capability: str) -> None:
        self._hall = hall
        self._page = RemotePage(hall)
        self._stream = RemoteStream(hall.broadcast, self._page)
        self.capability = capability

    @property
    def open(self) -> int:
        """How many have it open. Any thread may ask."""
        return self._stream.open

    def drop(self) -> None:
        """End every stream."""
        self._stream.drop()

    def close(self) -> None:
        """End everything. May be called again."""
        self._stream.close()

    # --- for scripts ---

    async def post(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /r/<capability>`: carry out one order and say how things stand after it."""
        self._check(scope)
        order = order_of(await http.read_body(scope, receive))
        command = command_of(order)
        try:
            saved = await self._hall.asking.ask(command, order.request)
        except Problem as problem:
            if problem.status != 409:
                raise
            told = {"ok": False, "error": problem.code, "message": problem.text(self._reader(scope))}
            await http.send_json(send, 409, {**told, **self._page.standing()})
            return
        await http.send_json(send, 200, {"ok": True, "again": saved.duplicate, **self._page.standing()})

    async def state(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /r/<capability>/state`: how things stand."""
        self._check(scope)
        await http.send_json(send, 200, {"ok": True, "now": self._hall.broadcast.now_ms, **self._page.standing()})

    async def live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /r/<capability>/live`: for the page's script where streams are cut, one message and the clock."""
        self._check(scope)
        message = self._stream.message(self._reader(scope).language)
        await http.send_json(send, 200, {**message, "now": self._hall.broadcast.now_ms})

    async def stream(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /r/<capability>/stream`: changes as they come (SSE)."""
        given = self._check(scope)
        await send({"type": "http.response.start", "status": 200, "headers": _STREAM})

        async def give(news: bytes) -> None:
            await send({"type": "http.response.body", "body": news, "more_body": True})

        async def gone() -> None:
            while (await receive())["type"] != "http.disconnect":
                pass

        following = asyncio.ensure_future(
            self._stream.follow(self._reader(scope).language, give, lambda: given == self.capability)
        )
        leaving = asyncio.ensure_future(gone())
        try:
            await asyncio.wait({following, leaving}, return_when=asyncio.FIRST_COMPLETED)
            if following.done():
                with contextlib.suppress(ConnectionError):
                    following.result()
                    await send({"type": "http.response.body", "body": b""})
        finally:
            following.cancel()
            leaving.cancel()

    # --- for people ---

    async def page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /r/<capability>`: the page."""
        self._check(scope)
        tr, query = self._reader(scope), http.query(scope)
        said = _SAID.get(query.get("said", ""), "")
        await self._show(scope, send, tr, said=tr(said), sure=query.get("sure") == "1" and self._page.is_early())

    async def status(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /r/<capability>/status?mark=`: the frame that alone refreshes where there are no scripts."""
        self._check(scope)
        html = self._page.status(self._reader(scope), scope["path"].rpartition("/")[0], http.query(scope).get("mark", ""))
        await http.send_page(scope, send, 200, html, http.FRAMED)

    async def form(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /r/<capability>/form`: an order without a script. The page is one form, so that a text being written comes
        along with whatever is pressed; it is written back, and only an empty field lets the answer be 303 (see other)."""
        self._check(scope)
        given = await http.read_form(scope, receive)
        fields = {name: values[-1] for name, values in given.items()}
        tr = self._reader(scope, fields.get("language", ""))
        if fields.get("command") == "record":
            fields["command"] = "note" if fields.get("entry") == "note" else "decide"
        text = fields.get("text", "")
        told: dict[str, Any] = {}
        command = fields.get("command", "")
        if command:
            told = await self._obey(fields, tr)
        if command in TEXTS and not told.get("trouble"):
            text = ""
        if not text.strip() and not told.get("trouble"):
            await http.see_other(send, self._address(scope, tr, sure=told.get("sure", False), said=command))
            return
        trouble = told.get("trouble")
        shown = {"trouble": trouble.text(tr) if trouble else "", "sure": told.get("sure", False)}
        await self._show(
            scope, send, tr, status=trouble.status if trouble else 200, entry=fields.get("entry", ""), text=text, **shown
        )

    async def _obey(self, fields: dict[str, str], tr: Translator) -> dict[str, Any]:
        """Carry out a plain form. Gives `sure` when "next" asks first, `trouble` (a Problem) when it was refused."""
        order = order_of_form(fields)
        if order.command == "next" and self._page.is_early() and fields.get("sure", "") != (order.step or "-"):
            return {"sure": True}
        try:
            await self._hall.asking.ask(command_of(order), order.request)
        except Problem as problem:
            return {"trouble": problem}
        return {}

    async def _show(self, scope: Scope, send: Send, tr: Translator, *, status: int = 200, **told: Any) -> None:
        base = "/".join(scope["path"].split("/")[:3])
        html = self._page.page(tr, base, uuid.uuid4().hex, **told)
        await http.send_page(scope, send, status, html)

    # --- whose it is ---

    def _check(self, scope: Scope) -> str:
        """The capability. Raises Problem(404) for a wrong one."""
        given: str = scope["path_params"]["capability"]
        if not self.capability or not hmac.compare_digest(given.encode(), self.capability.encode()):
            raise Problem(404, "no_page", http.NO_PAGE)
        return given

    def _reader(self, scope: Scope, chosen: str = "") -> Translator:
        """The language chosen on the page, or the workshop's own."""
        wanted = chosen or http.query(scope).get("language", "")
        return translator(wanted if wanted in LANGUAGES else self._hall.language)

    def _address(self, scope: Scope, tr: Translator, *, sure: bool, said: str) -> str:
        """The page again, in the language it is read in."""
        query = {"language": tr.language} if tr.language != self._hall.language else {}
        query |= {"sure": "1"} if sure else {"said": said} if said in _SAID else {}
        base = "/".join(scope["path"].split("/")[:3])
        return f"{base}?{urlencode(query)}" if query else base


def is_for_scripts(scope: Scope) -> bool:
    """Is trouble at this address of the remote told as JSON? (Its page and forms are for people.)"""
    last = scope["path"].rpartition("/")[2]
    return last in _SCRIPTS or (scope["method"] == "POST" and last != "form")
