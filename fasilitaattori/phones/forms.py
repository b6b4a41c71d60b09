"""Plain forms of the page: language, text size, and everything a phone may send, for browsers with and without scripts.

What worked answers 303 (see other), so that a reload sends nothing again. What did not work answers with the page itself
and what was written still in it.
"""

from typing import Any
from urllib.parse import quote

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.phones import checking, http
from fasilitaattori.phones.drawing import Typed
from fasilitaattori.phones.hall import SIZES, Hall, first, size_of
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.sending import BESIDE_STEPS, Problem, command_of
from fasilitaattori.phones.tool_pages import PAGES, Fields
from fasilitaattori.workshop import people
from fasilitaattori.workshop.people import Person

_MAX_KEPT = 4000


class Forms:
    """POST, one method an address."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def language(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/language` (language): 303 back."""
        token = scope["path_params"]["token"]
        person = self._hall.person(token)
        wanted = first(await http.read_form(scope, receive))["language"]
        if wanted not in LANGUAGES:
            raise Problem(422, "bad_input", N_("Tätä kieltä ei ole."))
        if wanted != person.language:
            await self._hall.asking.ask(people.change_person(person.number, language=wanted), author=person.number)
        await http.see_other(send, f"/o/{token}")

    async def size(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/size` (aa = 0, 1 or 2): 303 back. Remembered while the server runs."""
        token = scope["path_params"]["token"]
        person = self._hall.person(token)
        wanted = size_of(first(await http.read_form(scope, receive))["aa"])
        self._hall.sizes[person.number] = wanted % SIZES
        await http.see_other(send, f"/o/{token}")

    async def send(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/form` (step, kind, form and the tool's own fields): 303 back, or the page with what went wrong."""
        token = scope["path_params"]["token"]
        person = self._hall.person(token)
        fields = await http.read_form(scope, receive)
        kind = first(fields)["kind"]
        try:
            await self._save(person, token, fields)
        except Problem as problem:
            await self._show_trouble(scope, send, token, fields, problem)
            return
        await http.see_other(send, f"/o/{token}?said={quote(kind)}&step={quote(first(fields)['step'])}")

    async def send_again(self, scope: Scope, receive: Receive, send: Send, problem: Problem) -> None:
        """The page with the form as it came, and why it was refused. Raises Problem."""
        token = scope["path_params"]["token"]
        self._hall.person(token)
        await self._show_trouble(scope, send, token, await http.read_form(scope, receive), problem)

    async def _save(self, person: Person, token: str, fields: Fields) -> None:
        one = first(fields)
        body = checking.body(fields) if one["kind"] in BESIDE_STEPS else self._of_tool(one, fields)
        sending = self._hall.reading.form(one["kind"], one["step"], body, token, one["form"])
        await self._hall.asking.ask(command_of(sending, person.number), sending.request, person.number)

    def _of_tool(self, one: Typed, fields: Fields) -> dict[str, Any]:
        """The body as the step's tool reads it. Raises Problem(409)."""
        step = self._hall.state.plan.get(one["step"])
        page = PAGES.get(step.tool) if step is not None else None
        if page is None:
            raise Problem(409, "no_step", N_("Vaihetta ei enää ole ohjelmassa."))
        return page.body(one["kind"], fields)

    async def _show_trouble(self, scope: Scope, send: Send, token: str, fields: Fields, problem: Problem) -> None:
        """The page with the reason; what was written stays in its field, or beside the reason if the field is gone."""
        tr = translator(self._hall.language_of(self._hall.person(token)))
        typed = first(fields)
        scene = self._hall.broadcast.scene_now()
        same = typed["step"] == scene.step and scene.open
        texts = [values[0] for name, values in fields.items() if name == "text" or name.startswith("text.")]
        kept = "" if same else "\n\n".join(texts)[:_MAX_KEPT]
        await self._hall.room(
            scope, send, token, status=problem.status, typed=typed if same else None, trouble=problem.text(tr), kept=kept
        )
