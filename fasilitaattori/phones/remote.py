"""The facilitator's remote: one private address that steers the evening. Whoever has it may do what it offers, nothing more."""

import hmac
from collections.abc import Callable
from typing import Any

import msgspec

from fasilitaattori.errors import N_
from fasilitaattori.phones import http
from fasilitaattori.phones.broadcast import Broadcast
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.sending import NOT_UNDERSTOOD, UNREADABLE, Asking, Problem
from fasilitaattori.workshop import running
from fasilitaattori.workshop.events import Command


class Order(msgspec.Struct, frozen=True):
    """The JSON of `POST /r/<capability>`."""

    command: str


class Remote:
    """`capability` "" = there is no remote."""

    def __init__(self, asking: Asking, broadcast: Broadcast, capability: str) -> None:
        self._asking = asking
        self._broadcast = broadcast
        self._capability = capability
        self._orders = msgspec.json.Decoder(Order)
        self._commands: dict[str, Callable[[], Command]] = {
            "next": running.next_step,
            "previous": running.previous_step,
            "start": running.start,
            "pause": running.pause,
            "open": self._open,
            "close": running.close_step,
            "end": running.end,
        }

    def _open(self) -> Command:
        """The room before the first step, the step after that."""
        return running.open_step() if self._broadcast.replica.state.run.current else running.open_room()

    async def post(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Carry out one order and say how things stand after it."""
        given = scope["path_params"]["capability"].encode()
        if not self._capability or not hmac.compare_digest(given, self._capability.encode()):
            raise Problem(404, "no_page", http.NO_PAGE)
        try:
            order = self._orders.decode(await http.read_body(scope, receive))
        except UNREADABLE:
            raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None
        command = self._commands.get(order.command)
        if command is None:
            raise Problem(422, "unknown_command", N_("Tällaista käskyä ei ole."))
        await self._asking.ask(command())
        await http.send_json(send, 200, {"ok": True, **self._standing()})

    def _standing(self) -> dict[str, Any]:
        state = self._broadcast.replica.state
        step = state.current
        shown = {"id": step.id, "title": step.title, "tool": step.tool, "open": state.run.is_open(step.id)} if step else None
        return {"phase": state.run.phase, "paused": state.run.paused_since is not None, "step": shown}
