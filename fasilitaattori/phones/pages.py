"""What can be read: the pages of a phone, its state as JSON, the frame that refreshes by itself, the files."""

import random
from typing import Any

import msgspec

from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.phones import http
from fasilitaattori.phones.drawing import language_of, time_left
from fasilitaattori.phones.hall import Hall, size_of
from fasilitaattori.phones.http import Receive, Scope, Send
from fasilitaattori.phones.presence import Sign
from fasilitaattori.phones.scene import CHECKING, ENDED, WAITING, mine_of
from fasilitaattori.phones.sending import BESIDE_STEPS, NOT_UNDERSTOOD, UNREADABLE, Problem
from fasilitaattori.workshop.people import Person

_FOREVER = b"public, max-age=31536000, immutable"
_REFRESH_MOVED = 30  # seconds: whoever is on the way to the link, slowly and by keyboard, is not disturbed
_sign = msgspec.json.Decoder(Sign).decode


class Pages:
    """GET, one method an address."""

    def __init__(self, hall: Hall) -> None:
        self._hall = hall

    async def room(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /o/<token>`: the page of one phone. `?said=` names what a form has just done in `step=`; said while it is on."""
        token = scope["path_params"]["token"]
        tr = translator(self._hall.language_of(self._hall.person(token)))
        query = http.query(scope)
        here = query.get("step") == self._hall.broadcast.scene_now().step
        await self._hall.room(scope, send, token, said=said(query.get("said", ""), tr) if here else "")

    async def state(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /o/<token>/state`: what is on and what this phone may send, as JSON."""
        hall = self._hall
        person = hall.person(scope["path_params"]["token"])
        scene = hall.broadcast.scene_now()
        content = {
            "workshop": {"id": hall.state.id, "title": scene.workshop, "phase": hall.state.run.phase},
            "now": hall.broadcast.now_ms,
            "step": self._step(),
            "may": self._may(person),
            "me": {
                "number": person.number,
                "name": hall.state.people.shown_name(person.number),
                "language": hall.language_of(person),
            },
            "mine": await hall.own(person),
        }
        await http.send_json(send, 200, content)

    def _step(self) -> dict[str, Any] | None:
        scene = self._hall.broadcast.scene_now()
        if scene.tool in (WAITING, ENDED):
            return None
        return {
            "id": scene.step,
            "tool": scene.tool,
            "title": scene.title,
            "open": scene.open,
            **scene.facts,
            "view": scene.view,
        }

    def _may(self, person: Person) -> list[str]:
        """The kinds this phone may send now."""
        state, scene = self._hall.state, self._hall.broadcast.scene_now()
        if scene.tool == CHECKING:
            return list(BESIDE_STEPS)
        step = state.plan.get(scene.step)
        if step is None:
            return []
        sends = state.models[step.tool].sends
        is_open = state.run.is_open(step.id)
        sends = {kind: s for kind, s in sends.items() if not (person.muted and s.public)}
        return [kind for kind, s in sends.items() if (s.always or is_open) and s.may(state, step, person.number)]

    async def live(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /o/<token>/live`: for the page's script, everything as it is now and what is this person's own."""
        hall = self._hall
        token = scope["path_params"]["token"]
        person = hall.person(token)
        language = hall.language_of(person)
        scene = hall.broadcast.scene_now()
        message = hall.broadcast.whole(scene, language, http.query(scope).get("key", ""))
        reader = await hall.reader(person, token)
        now = hall.broadcast.now_ms
        mine = hall.drawing.mine(scene, translator(language), now, reader)
        await http.send_json(send, 200, {**message, "now": now, "mine": mine, "muted": person.muted})

    async def here(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`POST /o/<token>/here` ({hidden, page}): how the page is, and that it is there at all; 204."""
        person = self._hall.person(scope["path_params"]["token"])
        try:
            sign = _sign(await http.read_body(scope, receive))
        except UNREADABLE:
            raise Problem(422, "bad_input", NOT_UNDERSTOOD) from None
        self._hall.attendance.told(person.number, sign.page, hidden=sign.hidden)
        await http.send_raw(send, 204, b"", [(b"cache-control", b"no-store"), *http.SECURITY])

    async def status(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /o/<token>/status?key=`: the frame that alone refreshes where there are no scripts."""
        hall = self._hall
        token = scope["path_params"]["token"]
        person = hall.person(token)
        tr, scene = translator(hall.language_of(person)), hall.broadcast.scene_now()
        mine = mine_of(scene.facts, person.number, tr)
        query = http.query(scope)
        hall.attendance.refreshed(person.number, query.get("page", "")[:32])
        waits = tr("Työpaja on päättynyt") if scene.tool == ENDED else tr("Odotetaan aloitusta")
        lines = [time_left(scene, tr, hall.broadcast.now_ms)]
        moved = query.get("key", "") != scene.key
        if {"floor-mine", "turn-mine"} & mine.flags:
            lines.append(tr("Nyt on sinun vuorosi"))
        elif "floor-queued" in mine.flags:
            lines.append(tr("Olet jonossa, sijasi on {place}", place=mine.texts["place"]))
        html = hall.drawing.page(
            "status.html",
            tr,
            size=hall.sizes.get(person.number, 0),
            seconds=_REFRESH_MOVED if moved else random.randint(8, 12),
            title=scene.title,
            said_in=language_of(scene.language, tr),
            lines=[line for line in ("" if scene.title else waits, *lines) if line],
            moved=moved,
            base=f"/o/{token}",
        )
        await http.send_page(scope, send, 200, html, http.FRAMED)

    async def privacy(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /privacy` and `GET /o/<token>/privacy`: what is stored and why."""
        hall = self._hall
        token = scope["path_params"].get("token")
        if token is not None:
            person = hall.person(token)
            asked = http.query(scope).get("language", "")
            tr = translator(asked if asked in LANGUAGES else hall.language_of(person))
            size, back = hall.sizes.get(person.number, 0), f"/o/{token}"
        else:
            tr, size = hall.stranger(scope), size_of(http.query(scope).get("aa", ""))
            back = f"/?language={tr.language}&aa={size}"
        info = hall.state.info
        html = hall.drawing.page(
            "privacy.html",
            tr,
            size=size,
            title=tr("Tietosuoja"),
            workshop=info.title,
            organiser=info.organiser,
            back=back,
            said_in=language_of(info.language, tr),
        )
        await http.send_page(scope, send, 200, html)

    async def file(self, scope: Scope, receive: Receive, send: Send) -> None:
        """`GET /a/<version>/<name>`: style sheet, script, fonts, mark; kept by the phone for good."""
        params = scope["path_params"]
        found = self._hall.assets.get(params["name"])
        if found is None:
            raise Problem(404, "no_page", http.NO_PAGE)
        current = params["version"] == self._hall.assets.version
        headers = [
            (b"content-type", found.content_type.encode()),
            (b"cache-control", _FOREVER if current else b"no-cache"),
            (b"vary", b"accept-encoding"),
            *http.SECURITY,
        ]
        if found.packed is not None and http.takes_gzip(scope):
            await http.send_raw(send, 200, found.packed, [*headers, (b"content-encoding", b"gzip")])
        else:
            await http.send_raw(send, 200, found.raw, headers)


def said(what: str, tr: Translator) -> str:
    """What a plain form has done, in words; "" for anything else."""
    texts = {
        "ideas.added": tr("Ideasi on tallessa."),
        "ideas.withdrawn": tr("Lappu on peruttu."),
        "vote.cast": tr("Äänesi on tallessa. Voit muuttaa sitä, kunnes äänestys suljetaan."),
        "survey.answered": tr("Vastauksesi ovat tallessa. Kiitos."),
        "floor.asked": tr("Olet nyt puheenvuorojonossa."),
        "floor.withdrawn": tr("Puheenvuoro on peruttu."),
        "discussion.rules_accepted": tr("Kiitos, hyväksyit pelisäännöt."),
        "discussion.passed": tr("Ohitit vuorosi."),
        "checking.marked": tr("Merkintäsi ovat tallessa. Voit muuttaa niitä, kunnes tarkistus päättyy."),
    }
    return texts.get(what, "")
