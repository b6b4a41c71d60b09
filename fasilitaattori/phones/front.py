"""Stands before every address: is the laptop asked for under its own name, from its own page, and not too much?

What is refused here is refused before anything has been read of a body, looked up or drawn.
"""

import asyncio
import contextlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from fasilitaattori.phones import http
from fasilitaattori.phones.gate.crowd import Crowd
from fasilitaattori.phones.gate.guests import Hosts, Visits, check_origin
from fasilitaattori.phones.gate.limits import FILE, PAGE, WRONG, TooMany, Turnstile
from fasilitaattori.phones.hall import Hall, hash_of
from fasilitaattori.phones.http import Scope
from fasilitaattori.phones.sending import TOO_BIG, Problem

if TYPE_CHECKING:
    from fasilitaattori.phones.gate.connection import Connection

_SAVED = ("events", "form", "language")  # what a phone sends to be saved
_SECRET = ("/r/", "/s/")  # leads somewhere only for whoever knows the rest
_PATIENCE = 5  # requests refused one after another on a connection; further ones wait for their refusal
_MEANWHILE = 1.0  # seconds


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the pages and outlives a single request."""

    turnstile: Turnstile
    hosts: Hosts
    crowd: Crowd
    visits: Visits


class Gate:
    """Belongs to the server's loop."""

    def __init__(self, hall: Hall, front: Front) -> None:
        self._hall = hall
        self._turnstile = front.turnstile
        self._hosts = front.hosts

    def check(self, scope: Scope) -> None:
        """Raises Problem: 400 or 421 (Host), 403 (Origin), 413 (a body that says it is too long), 429."""
        try:
            self._look(scope)
        except Problem:
            self._turnstile.stranger(http.caller(scope))  # a refusal is an answer too, and would be given without end
            raise
        try:
            self._count(scope)
        except TooMany as problem:
            problem.own_form = scope["method"] == "POST"
            raise
        if (connection := _connection(scope)) is not None:
            connection.refused = 0

    def _look(self, scope: Scope) -> None:
        head = dict(scope["headers"])
        self._hosts.check(scope, head)
        if scope["method"] == "POST":
            if b"origin" in head or b"sec-fetch-site" in head:
                check_origin(head)
            if len(length := head.get(b"content-length", b"")) > 4 and int(length) > http.MAX_BODY:
                raise Problem(413, "too_big", TOO_BIG)

    def _count(self, scope: Scope) -> None:
        path: str = scope["path"]
        if not path.startswith("/o/"):
            self._count_stranger(scope, path)
            return
        token, _, rest = path[3:].partition("/")
        hashed = hash_of(token)
        number = self._hall.state.people.by_token.get(hashed)
        if number is None:
            self._turnstile.stranger(http.caller(scope), PAGE if hashed in self._hall.broadcast.erased else WRONG)
            return
        phone = str(number)  # all their addresses together: whoever comes back by a code has not more to send
        post = scope["method"] == "POST"
        if post and rest in _SAVED:
            self._turnstile.answer(phone, http.caller(scope))
        else:
            self._turnstile.request(phone)
        if post and rest == "next":
            self._turnstile.join(http.caller(scope))
        connection = _connection(scope)
        if connection is not None and connection.phone != phone:
            connection.introduce(phone)

    def _count_stranger(self, scope: Scope, path: str) -> None:
        address = http.caller(scope)
        if path.startswith("/a/"):
            self._turnstile.stranger(address, FILE)
        elif not path.startswith(_SECRET):  # whoever knows the rest is no stranger; who does not pays afterwards
            self._turnstile.stranger(address)
            if path in ("/join", "/back") and scope["method"] == "POST":
                self._turnstile.join(address)

    def refuse(self, scope: Scope, problem: Problem) -> Problem:
        """What to say of a request that was refused. A secret that was not one, or was not even looked at, costs as much as a
        wrong capability."""
        if problem.status in (404, 405) and scope["path"].startswith(_SECRET):
            try:
                self._turnstile.stranger(http.caller(scope), WRONG)
            except TooMany as too_many:
                return too_many
        return problem

    async def hold(self, scope: Scope) -> None:
        """Before a 429: whoever goes on without listening hears it later and later, which costs nothing here."""
        connection = _connection(scope)
        if connection is not None:
            connection.refused += 1
            if connection.refused > _PATIENCE:
                with contextlib.suppress(asyncio.CancelledError):  # the server ends: then it hears it at once
                    await asyncio.sleep(_MEANWHILE)


def _connection(scope: Scope) -> "Connection | None":
    found: Connection | None = scope.get("connection")
    return found
