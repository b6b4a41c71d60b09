"""What every page and form needs to know: the workshop as the server sees it, who is asking, and how to answer."""

import hashlib
import secrets
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fasilitaattori.errors import N_, RULES
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import checking, http
from fasilitaattori.phones.assets import Assets
from fasilitaattori.phones.broadcast import Broadcast
from fasilitaattori.phones.drawing import Drawing, Reader, Typed, language_of
from fasilitaattori.phones.gate.limits import Turnstile
from fasilitaattori.phones.http import Scope, Send
from fasilitaattori.phones.news import page_title
from fasilitaattori.phones.personal import code_of
from fasilitaattori.phones.presence import Attendance
from fasilitaattori.phones.scene import CHECKING, mine_of, page_of
from fasilitaattori.phones.sending import Asking, Problem, Reading
from fasilitaattori.phones.tool_pages import Fields
from fasilitaattori.workshop.people import Person

if TYPE_CHECKING:
    from fasilitaattori.workshop.state import Workshop

SIZES = 3


@dataclass(slots=True)
class Hall:
    """The surroundings of the pages. `network` is the Wi-Fi's name ("" = not known); `sizes` text sizes by participant;
    `attendance` what has been heard of every phone."""

    broadcast: Broadcast
    asking: Asking
    reading: Reading
    drawing: Drawing
    assets: Assets
    network: str
    limits: Turnstile
    sizes: dict[int, int] = field(default_factory=dict)
    attendance: Attendance = field(default_factory=Attendance)

    @property
    def state(self) -> "Workshop":
        return self.broadcast.replica.state

    def person(self, token: str) -> Person:
        """Who has this address; whatever it asks, it is a sign of life. Raises Problem(404), or Problem(410) when it was
        somebody's once or the facilitator has removed them."""
        hashed = hash_of(token)
        person = self.state.people.by_capability(hashed)
        if person is None:
            status = 410 if hashed in self.broadcast.erased else 404
            raise Problem(status, "unknown_person", N_("Tämä osoite ei ole enää voimassa. Liity uudelleen mukaan."))
        if person.removed:
            raise Problem(410, "removed", RULES["removed"])
        self.attendance.heard(person.number)
        return person

    def language_of(self, person: Person) -> str:
        """A language that we have."""
        return person.language if person.language in LANGUAGES else self.language

    @property
    def language(self) -> str:
        """The workshop's own."""
        return self.state.info.language if self.state.info.language in LANGUAGES else LANGUAGES[0]

    def stranger(self, scope: Scope) -> Translator:
        """The language of somebody who has not joined: asked for in the address, or the browser's, or the workshop's."""
        asked = http.query(scope).get("language", "")
        return translator(asked if asked in LANGUAGES else http.wanted_language(scope, self.language))

    async def reader(self, person: Person, token: str, typed: Typed | None = None) -> Reader:
        """This person as a reader of the scene as it is now."""
        scene = self.broadcast.scene_now()
        tr = translator(self.language_of(person))
        own = await self.own(person)
        mine = mine_of(scene.facts, person.number, tr)
        return Reader(mine, f"/o/{token}", secrets.token_hex(16), own, typed or Typed())

    async def own(self, person: Person) -> dict[str, Any]:
        """What only this person sees in the scene; in an open vote or survey also what they have in the box."""
        scene = self.broadcast.scene_now()
        if scene.tool == CHECKING:
            return checking.mine(self.state.checking.all[scene.step], person.number)
        page, step = page_of(scene), self.state.plan.get(scene.step)
        if page is None or step is None:
            return {}
        own = page.mine(self.state, step, person.number)
        if box := scene.view.get("box"):
            own["choice"] = await self.asking.choice_of(box, person.number)
        return own

    async def room(
        self, scope: Scope, send: Send, token: str, *, status: int = 200, typed: Typed | None = None, **said: str
    ) -> None:
        """The page of one phone. `said`: said, trouble and kept, each a text to show above the step."""
        person, page = self.person(token), secrets.token_hex(4)
        reader = await self.reader(person, token, typed)
        tr, scene, now = translator(self.language_of(person)), self.broadcast.scene_now(), self.broadcast.now_ms
        self.attendance.opened(person.number, page)
        message = {"key": scene.key, "step": scene.step, "facts": scene.facts, "now": now}
        html = self.drawing.page(
            "room.html",
            tr,
            size=self.sizes.get(person.number, 0),
            workshop=scene.workshop,
            said_in=language_of(scene.language, tr),
            title=page_title(scene),
            base=reader.base,
            page=page,
            key=scene.key,
            me=self.me(person),
            muted=person.muted,
            workshop_id=self.state.id,
            message=http.as_text(message),
            frame=self.drawing.frame(scene, tr, now, reader),
            network=self.network,
            said=said.get("said", ""),
            trouble=said.get("trouble", ""),
            kept=said.get("kept", ""),
        )
        await http.send_page(scope, send, status, html)

    def me(self, person: Person) -> dict[str, Any]:
        """What the person's own page says of them. `code` brings them back on another phone."""
        return {"number": person.number, "name": self.state.people.shown_name(person.number), "code": code_of(person.token)}

    def plain(self, tr: Translator, problem: Problem, path: str) -> str:
        """A page with one sentence and what to do. On an address that is no longer good the script shows what is unsent.

        Somebody who was erased is told the same as whoever has an address that never was or was another workshop's: after a
        restart the program cannot tell them apart. It could only by keeping the address's hash, and whoever finds the phone
        could then learn which number it had, and so what that person wrote."""
        sentence, workshop = problem.text(tr), self.state.info.title or "Fasilitaattori"
        base = path[: path.find("/", 3)] if path.find("/", 3) > 0 else path
        gone = base if problem.code in ("unknown_person", "removed") and path.startswith("/o/") else ""
        removed, lost = problem.code == "removed", bool(gone) and problem.code == "unknown_person"
        heading, text = sentence, ""
        if removed:
            heading, text = tr("Tämä puhelin on poistettu työpajasta"), sentence
        elif lost:
            heading = tr("Tämä sivu ei ole enää voimassa")
            text = tr("Työpaja on voinut vaihtua, tai tietosi on poistettu. Voit liittyä uudelleen mukaan.")
        return self.drawing.page(
            "plain.html",
            tr,
            size=0,
            title=sentence,
            workshop=workshop,
            said_in=language_of(self.state.info.language, tr) if self.state.info.title else "",
            heading=heading,
            text=text,
            gone=gone,
            lost=lost,
            status=problem.status,
            removed=removed,
        )


def hash_of(token: str) -> str:
    """What the log knows of a capability address."""
    return hashlib.sha256(token.encode()).hexdigest()


def new_token() -> str:
    """A capability: 128 bits."""
    return secrets.token_urlsafe(16)


def size_of(text: str) -> int:
    """A step of the text size: 0, 1 or 2."""
    return int(text) if text in ("1", "2") else 0


def first(fields: Fields) -> Typed:
    """The first value of every field of a form."""
    return Typed({name: values[0] for name, values in fields.items()})
