"""What phones send: from bytes to a command, through the writer, and back to an answer in the phone's own language.

The way of an answer is the hottest of the whole server: one decoding, one job, one wake-up for all the answers of a commit.
"""

import asyncio
import secrets
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError, RuleViolation, StorageError
from fasilitaattori.i18n import Translator
from fasilitaattori.log.jobs import Answer, Job, Saved
from fasilitaattori.workshop import settling
from fasilitaattori.workshop.events import Command, Outcome
from fasilitaattori.workshop.moderation import check_may_send
from fasilitaattori.workshop.state import Models

if TYPE_CHECKING:
    from fasilitaattori.live.door import Door
    from fasilitaattori.workshop.state import Workshop

NOT_UNDERSTOOD = N_("Viestiä ei ymmärretty. Päivitä sivu ja yritä uudelleen.")
TOO_BIG = N_("Viesti on liian suuri. Lyhennä tekstiä ja lähetä uudelleen.")
FAILED = N_("Palvelimessa tapahtui virhe. Yritä hetken päästä uudelleen.")
UNREADABLE = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)  # the last: brackets within brackets within brackets
BESIDE_STEPS: Mapping[str, type[msgspec.Struct]] = {settling.MARKED: settling.Marks}
"""What a phone may send that belongs to no step's tool: `step` is then the id of the checking."""
CANNOT_SAVE = N_("Ohjaajan kone ei juuri nyt voi tallentaa. Yritetään uudelleen.")


class Posted(msgspec.Struct, frozen=True):
    """The JSON of `POST /o/<token>/events`. `id` is the phone's own: the same again is saved once."""

    id: uuid.UUID
    step: str
    kind: str
    body: msgspec.Raw = msgspec.Raw(b"{}")


class Problem(Exception):
    """An answer that is not "saved": HTTP status, stable code, msgid and its params."""

    def __init__(self, status: int, code: str, message: str, **params: Any) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.message = message
        self.params = params

    def text(self, tr: Translator) -> str:
        """The sentence in the reader's language."""
        return tr(self.message, **self.params)


@dataclass(frozen=True, slots=True)
class Sending:
    """Something understood and ready to be saved."""

    request: str
    step: str
    kind: str
    body: msgspec.Struct


class Reading:
    """Knows every kind a phone may send, whatever the step."""

    def __init__(self, models: Models) -> None:
        self._posted = msgspec.json.Decoder(Posted)
        sends = {kind: send for tool in models.values() for kind, send in tool.sends.items()}
        bodies = {**{kind: send.body for kind, send in sends.items()}, **BESIDE_STEPS}
        self._bodies = {kind: (body, msgspec.json.Decoder(body)) for kind, body in bodies.items()}
        self._secret = {kind for kind, send in sends.items() if send.secret}
        self._salt = secrets.token_hex(16)

    def json(self, raw: bytes) -> Sending:
        """Raises Problem(422)."""
        try:
            posted = self._posted.decode(raw)
        except UNREADABLE:
            raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None
        found = self._bodies.get(posted.kind)
        if found is None:
            raise _unknown_kind()
        try:
            body = found[1].decode(posted.body)
        except UNREADABLE:
            raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None
        return Sending(str(posted.id), posted.step, posted.kind, body)

    def form(self, kind: str, step: str, body: Mapping[str, Any], token: str, form: str) -> Sending:
        """A plain form. The request id follows from the form's own id and what was written, so that a double press is saved
        once but a form filled in again after "back" is something new. Raises Problem(422).

        The log keeps the request ids of ballots for good, so there the id also follows from something that nobody knows and
        nothing keeps: otherwise whoever has the form could try which choice makes that id."""
        found = self._bodies.get(kind)
        if found is None:
            raise _unknown_kind()
        try:
            converted = msgspec.convert(body, found[0])
        except msgspec.ValidationError:
            raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None
        salt = [self._salt] if kind in self._secret else []
        written = msgspec.json.encode([token, form, step, kind, body, *salt], order="deterministic").hex()
        request = uuid.uuid5(uuid.NAMESPACE_OID, written) if form else uuid.uuid4()
        return Sending(str(request), step, kind, converted)


def _unknown_kind() -> Problem:
    return Problem(422, "unknown_kind", N_("Tällaista toimintoa ei ole."))


def command_of(sending: Sending, author: int) -> Command:
    """The rule that answers it. RuleViolation: no_step, wrong_step, step_closed, unknown_person and the tool's own."""
    if isinstance(sending.body, settling.Marks):
        return settling.mark(sending.step, author, sending.body.marks)

    def command(state: "Workshop") -> list[Outcome]:
        step = state.plan.need(sending.step)
        send = state.models[step.tool].sends.get(sending.kind)
        if send is None:
            raise RuleViolation("wrong_step")
        if send.always:
            if state.run.current != step.id:
                raise RuleViolation("wrong_step")
        elif not state.run.is_open(step.id):
            raise RuleViolation("step_closed" if step.id in state.run.ever_open else "wrong_step")
        check_may_send(state, step, sending.kind, author)
        return send.rule(state, step, author, sending.body)

    return command


class Asking:
    """Puts jobs to the writer and wakes the loop once for all the answers of a commit. Belongs to one loop."""

    def __init__(self, door: "Door", stream: str) -> None:
        self._door = door
        self._stream = stream
        self._loop = asyncio.get_running_loop()

    async def ask(self, command: Command, request: str = "", author: int | None = None) -> Saved:
        """Run a command. Raises Problem: 409 for a rule broken, 503 when it could not be saved, 500 for a bug."""
        waiting: asyncio.Future[Answer] = self._loop.create_future()
        self._door.put(Job(self._stream, self, waiting, command, request or str(uuid.uuid4()), author))
        return saved(await waiting)

    async def choice_of(self, box: str, voter: int) -> dict[str, Any] | None:
        """What this voter has in an open ballot box, None when nothing or when it cannot be told now."""
        try:
            choice: dict[str, Any] | None = await asyncio.wrap_future(self._door.choice_of(box, voter))
        except FasilitaattoriError:
            return None
        return choice

    def deliver(self, answers: list[tuple[Job, Answer]]) -> None:
        """On the writer's thread, once per commit."""
        self._loop.call_soon_threadsafe(_wake, answers)


def _wake(answers: list[tuple[Job, Answer]]) -> None:
    for job, answer in answers:
        if not job.token.done():
            job.token.set_result(answer)


def saved(answer: Answer) -> Saved:
    """The answer if it is "saved", else Problem."""
    if isinstance(answer, Saved):
        return answer
    if isinstance(answer, RuleViolation):
        raise Problem(409, answer.code, answer.message, **answer.params)
    if isinstance(answer, StorageError):
        raise Problem(503, "cannot_save", CANNOT_SAVE)
    if isinstance(answer, FasilitaattoriError):
        raise Problem(409, "refused", answer.message, **answer.params)
    raise Problem(500, "failed", FAILED)  # the writer has logged it
