"""Plain forms: joining, language, text size, and everything a phone may send, for browsers with and without scripts.

What worked answers 303 (see other), so that a reload sends nothing again. What did not work answers with the page itself
and what was written still in it.
"""

import uuid
from collections import OrderedDict
from urllib.parse import quote

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import http
from fasilitaattori.phones.drawing import Typed, language_of
from fasilitaattori.phones.hall import SIZES, Hall, hash_of, new_token
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.pages import size_of
from fasilitaattori.phones.sending import Problem, command_of
from fasilitaattori.phones.tool_pages import PAGES, Fields
from fasilitaattori.workshop import people
from fasilitaattori.workshop.people import Person

_REMEMBERED = 2000  # joins whose second press is known as such
_MAX_KEPT = 4000


class Forms:
    """POST, one method an address; and the join page, which belongs to its form."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall
        self._joined: OrderedDict[tuple[str, str], str] = OrderedDict()

    # --- joining ---

    async def join_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /`: who comes, in which language."""
        await self._show_join(scope, send, self._hall.stranger(scope), size_of(http.query(scope).get("aa", "")))

    async def join(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /join` (language, name, show_name): 303 to the new address /o/<token>."""
        fields = _first(await http.read_form(scope, receive))
        wanted = fields["switch"] or fields["language"]
        tr = translator(wanted) if wanted in LANGUAGES else self._hall.stranger(scope)
        size = size_of(fields["aa"])
        if fields["switch"]:
            await self._show_join(scope, send, tr, size, fields)
            return
        key = (fields["form"], fields["name"])
        token = self._token_for(key) if fields["form"] else new_token()
        try:
            await self._new_person(token, fields, tr, size)
        except Problem as problem:
            if problem.status == 503:
                raise
            await self._show_join(scope, send, tr, size, fields, problem)
            return
        await http.see_other(send, f"/o/{token}")

    async def _new_person(self, token: str, fields: Typed, tr: Translator, size: int) -> None:
        """Somebody new, unless this address has its person. The request follows from the address: a second press that comes
        before the first is saved makes nobody new either."""
        hashed = hash_of(token)
        if self._hall.state.people.by_capability(hashed) is not None:
            return
        if self._hall.state.run.phase == "planned":
            raise Problem(409, "not_open", N_("Ovi ei ole vielä auki. Odota, että ohjaaja avaa huoneen, ja yritä uudelleen."))
        request = str(uuid.uuid5(uuid.NAMESPACE_OID, hashed))
        await self._hall.asking.ask(people.join(fields["name"], tr.language, hashed, fields["show_name"] == "1"), request)
        person = self._hall.state.people.by_capability(hashed)
        if person is not None and size:
            self._hall.sizes[person.number] = size

    def _token_for(self, key: tuple[str, str]) -> str:
        """The address that this form leads to with this name: a second press leads to the same person."""
        token = self._joined.setdefault(key, new_token())
        while len(self._joined) > _REMEMBERED:
            self._joined.popitem(last=False)
        return token

    async def _show_join(
        self, scope: Scope, send: Send, tr: Translator, size: int, fields: Typed | None = None, problem: Problem | None = None
    ) -> None:
        hall, fields = self._hall, fields or Typed()
        phase = hall.state.run.phase
        html = hall.drawing.page(
            "join.html",
            tr,
            size=size,
            title=f"{tr('Liity mukaan')} – {hall.state.info.title}",
            workshop=hall.state.info.title,
            said_in=language_of(hall.state.info.language, tr),
            phase=phase,
            form=fields["form"] or new_token(),
            name=fields["name"],
            show_name=fields["show_name"] == "1",
            trouble=problem.text(tr) if problem else "",
        )
        await http.send_page(scope, send, problem.status if problem else 200, html)

    # --- on the page ---

    async def language(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/language` (language): 303 back."""
        token = scope["path_params"]["token"]
        person = self._hall.person(token)
        wanted = _first(await http.read_form(scope, receive))["language"]
        if wanted not in LANGUAGES:
            raise Problem(422, "bad_input", N_("Tätä kieltä ei ole."))
        if wanted != person.language:
            await self._hall.asking.ask(people.change_person(person.number, language=wanted), author=person.number)
        await http.see_other(send, f"/o/{token}")

    async def size(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/size` (aa = 0, 1 or 2): 303 back. Remembered while the server runs."""
        token = scope["path_params"]["token"]
        person = self._hall.person(token)
        wanted = size_of(_first(await http.read_form(scope, receive))["aa"])
        self._hall.sizes[person.number] = wanted % SIZES
        await http.see_other(send, f"/o/{token}")

    async def send(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/form` (step, kind, form and the tool's own fields): 303 back, or the page with what went wrong."""
        token = scope["path_params"]["token"]
        person = self._hall.person(token)
        fields = await http.read_form(scope, receive)
        kind = _first(fields)["kind"]
        try:
            await self._save(person, token, fields)
        except Problem as problem:
            await self._show_trouble(scope, send, token, fields, problem)
            return
        await http.see_other(send, f"/o/{token}?said={quote(kind)}&step={quote(_first(fields)['step'])}")

    async def _save(self, person: Person, token: str, fields: Fields) -> None:
        first = _first(fields)
        step = self._hall.state.plan.get(first["step"])
        page = PAGES.get(step.tool) if step is not None else None
        if page is None:
            raise Problem(409, "no_step", N_("Vaihetta ei enää ole ohjelmassa."))
        body = page.body(first["kind"], fields)
        sending = self._hall.reading.form(first["kind"], first["step"], body, token, first["form"])
        await self._hall.asking.ask(command_of(sending, person.number), sending.request, person.number)

    async def _show_trouble(self, scope: Scope, send: Send, token: str, fields: Fields, problem: Problem) -> None:
        """The page with the reason; what was written stays in its field, or beside the reason if the field is gone."""
        tr = translator(self._hall.language_of(self._hall.person(token)))
        typed = _first(fields)
        scene = self._hall.broadcast.scene_now()
        same = typed["step"] == scene.step and scene.open
        texts = [values[0] for name, values in fields.items() if name == "text" or name.startswith("text.")]
        kept = "" if same else "\n\n".join(texts)[:_MAX_KEPT]
        await self._hall.room(
            scope, send, token, status=problem.status, typed=typed if same else None, trouble=problem.text(tr), kept=kept
        )


def _first(fields: Fields) -> Typed:
    """The first value of every field."""
    return Typed({name: values[0] for name, values in fields.items()})
