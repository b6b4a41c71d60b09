"""Coming in: somebody new, somebody who was in already and has a code, and the next person on a phone that is shared.

Plain forms, for browsers with and without scripts. What worked answers 303 (see other), so that a reload makes nobody new.
What did not work answers with the form and what was written still in it.
"""

import uuid
from collections import OrderedDict
from typing import Any

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import http, personal
from fasilitaattori.phones.drawing import Typed, language_of
from fasilitaattori.phones.gate.limits import TooMany
from fasilitaattori.phones.hall import Hall, first, hash_of, new_token, size_of
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.sending import Problem
from fasilitaattori.workshop import moderation, people
from fasilitaattori.workshop.people import Person

_NOT_OPEN = N_("Ovi ei ole vielä auki. Odota, että ohjaaja avaa huoneen, ja yritä uudelleen.")
_REMEMBERED = 2000  # forms whose second press is known as such


class Coming:
    """The join page, the page for coming back and the page between two people, with their forms."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._given: OrderedDict[tuple[str, ...], str] = OrderedDict()

    # --- somebody new ---

    async def join_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /`: who comes, in which language."""
        await self._show_join(scope, send, self._hall.stranger(scope), size_of(http.query(scope).get("aa", "")))

    async def join(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /join` (language, name, show_name): 303 to the new address /o/<token>."""
        fields = first(await http.read_form(scope, receive))
        tr, size = self._wanted(scope, fields), size_of(fields["aa"])
        if fields["switch"]:
            await self._show_join(scope, send, tr, size, fields)
            return
        try:
            token = await self._new_person(fields, tr, size)
        except Problem as problem:
            if problem.status == 503:
                raise
            await self._show_join(scope, send, tr, size, fields, problem)
            return
        await http.see_other(send, f"/o/{token}")

    async def join_again(self, scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
        """The form of /join as it came, with why it was refused. Raises Problem."""
        fields = first(await http.read_form(scope, receive))
        await self._show_join(scope, send, self._wanted(scope, fields), size_of(fields["aa"]), fields, problem)

    async def _new_person(self, fields: Typed, tr: Translator, size: int) -> str:
        """The address of somebody new, or of the one this form has made already. The request follows from the address: a second
        press that comes before the first is saved makes nobody new either."""
        token = self._token_for("join", fields["form"], fields["name"])
        hashed, state = hash_of(token), self._hall.state
        if state.people.by_capability(hashed) is None:
            if state.run.phase == "planned":
                raise Problem(409, "not_open", _NOT_OPEN)
            request = str(uuid.uuid5(uuid.NAMESPACE_OID, hashed))
            await self._hall.asking.ask(people.join(fields["name"], tr.language, hashed, fields["show_name"] == "1"), request)
            person = state.people.by_capability(hashed)
            if person is not None:
                self._hall.attendance.heard(person.number)
                if size:
                    self._hall.sizes[person.number] = size
        return token

    async def _show_join(
        self, scope: Scope, send: Send, tr: Translator, size: int, fields: Typed | None = None, problem: Problem | None = None
    ) -> None:
        title = f"{tr('Liity mukaan')} – {self._hall.state.info.title}"
        await self._show(scope, send, "join.html", tr, size, fields, problem, title=title)

    # --- somebody who was in already ---

    async def back_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /back`: asks for the code."""
        await self._show_back(scope, send, self._hall.stranger(scope), size_of(http.query(scope).get("aa", "")))

    async def back(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /back` (code): 303 to a new address of the person whose code it is."""
        fields = first(await http.read_form(scope, receive))
        tr, size = self._wanted(scope, fields), size_of(fields["aa"])
        if fields["switch"]:
            await self._show_back(scope, send, tr, size, fields)
            return
        try:
            token = await self._come_back(scope, fields)
        except Problem as problem:
            if problem.status == 503:
                raise
            await self._show_back(scope, send, tr, size, fields, problem)
            return
        await http.see_other(send, f"/o/{token}")

    async def back_again(self, scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
        """The form of /back as it came, with why it was refused. Raises Problem."""
        fields = first(await http.read_form(scope, receive))
        await self._show_back(scope, send, self._wanted(scope, fields), size_of(fields["aa"]), fields, problem)

    async def _come_back(self, scope: Scope, fields: Typed) -> str:
        """A new address of the person with this code; the earlier ones stay good."""
        person = self._with_code(scope, fields["code"])
        token = self._token_for("back", fields["form"], str(person.number))
        hashed = hash_of(token)
        if self._hall.state.people.by_capability(hashed) is None:
            request = str(uuid.uuid5(uuid.NAMESPACE_OID, hashed))
            await self._hall.asking.ask(moderation.add_phone(person.number, hashed), request)
        self._hall.attendance.heard(person.number)
        return token

    def _with_code(self, scope: Scope, typed: str) -> Person:
        """Raises Problem: 422 for what cannot be a code, 429 when too many have been tried, 404 for nobody's. Somebody
        removed has theirs still."""
        code = personal.read(typed)
        if not code:
            raise Problem(422, "bad_code", N_("Koodissa on kuusi merkkiä, esimerkiksi K7M 4PX. Tarkista koodi."))
        self._hall.limits.guess(http.caller(scope))
        person = personal.whose(code, self._hall.state.people)
        if person is None:
            raise Problem(404, "unknown_code", N_("Tällä koodilla ei löytynyt ketään. Tarkista koodi ja yritä uudelleen."))
        self._hall.limits.guessed_right(http.caller(scope))
        return person

    async def _show_back(
        self, scope: Scope, send: Send, tr: Translator, size: int, fields: Typed | None = None, problem: Problem | None = None
    ) -> None:
        title = f"{tr('Olin jo mukana')} – {self._hall.state.info.title}"
        await self._show(scope, send, "back.html", tr, size, fields, problem, title=title)

    # --- the next one on the same phone ---

    async def next_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /o/<token>/next`: the page between two people who share a phone. `page=` is the page that was on show."""
        person = self._hall.person(scope["path_params"]["token"])
        tr = translator(self._hall.language_of(person))
        self._hall.attendance.left(person.number, http.query(scope).get("page", "")[:32])
        await self._show_next(scope, send, tr, person)

    async def next(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/next`: somebody new (the fields of /join), or somebody with a code: 303 to their address."""
        person = self._hall.person(scope["path_params"]["token"])
        fields = first(await http.read_form(scope, receive))
        tr = self._wanted(scope, fields)
        if fields["switch"]:
            await self._show_next(scope, send, tr, person, fields)
            return
        try:
            if fields["who"] == "known":
                token = await self._come_back(scope, fields)
            else:
                token = await self._new_person(fields, tr, self._hall.sizes.get(person.number, 0))
        except Problem as problem:
            if problem.status == 503:
                raise
            await self._show_next(scope, send, tr, person, fields, problem)
            return
        await http.see_other(send, f"/o/{token}")

    async def next_again(self, scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
        """The form between two people as it came, with why it was refused. Raises Problem."""
        person = self._hall.person(scope["path_params"]["token"])
        fields = first(await http.read_form(scope, receive))
        await self._show_next(scope, send, self._wanted(scope, fields), person, fields, problem)

    async def _show_next(
        self,
        scope: Scope,
        send: Send,
        tr: Translator,
        person: Person,
        fields: Typed | None = None,
        problem: Problem | None = None,
    ) -> None:
        hall = self._hall
        await self._show(
            scope,
            send,
            "next.html",
            tr,
            hall.sizes.get(person.number, 0),
            fields,
            problem,
            title=f"{tr('Seuraava henkilö')} – {hall.state.info.title}",
            base=f"/o/{scope['path_params']['token']}",
            me=hall.me(person),
        )

    # --- shared ---

    def _wanted(self, scope: Scope, fields: Typed) -> Translator:
        """The language a form asks for, or is in."""
        wanted = fields["switch"] or fields["language"]
        return translator(wanted) if wanted in LANGUAGES else self._hall.stranger(scope)

    def _token_for(self, *form: str) -> str:
        """The address that this form leads to, filled in like this: a second press leads to the same person."""
        if not form[1]:
            return self._fresh()
        token = self._given.get(form)
        if token is None:
            token = self._given[form] = self._fresh()
            while len(self._given) > _REMEMBERED:
                self._given.popitem(last=False)
        return token

    def _fresh(self) -> str:
        """A new address, whose code is nobody's yet."""
        token = new_token()
        while not personal.is_free(hash_of(token), self._hall.state.people):
            token = new_token()
        return token

    async def _show(
        self,
        scope: Scope,
        send: Send,
        template: str,
        tr: Translator,
        size: int,
        fields: Typed | None,
        problem: Problem | None,
        **more: Any,
    ) -> None:
        state, fields = self._hall.state, fields or Typed()
        html = self._hall.drawing.page(
            template,
            tr,
            size=size,
            workshop=state.info.title,
            workshop_id=state.id,
            said_in=language_of(state.info.language, tr),
            phase=state.run.phase,
            door_open=state.people.door_open,
            form=fields["form"] or new_token(),
            typed=fields,
            trouble=problem.text(tr) if problem else "",
            **more,
        )
        patience = [(b"retry-after", b"%d" % problem.seconds)] if isinstance(problem, TooMany) else None
        await http.send_page(scope, send, problem.status if problem else 200, html, extra=patience)
