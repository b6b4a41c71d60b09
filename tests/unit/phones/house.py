"""A village evening with every tool, served to phones over real HTTP: for tests, and for looking at the pages by hand."""

import re
import uuid
from pathlib import Path
from typing import Any

import httpx

from fasilitaattori.live.door import Door
from fasilitaattori.log.errors import FILE
from fasilitaattori.log.jobs import Saved
from fasilitaattori.log.reserve import Reserve
from fasilitaattori.phones.gate.limits import Limits, Rate
from fasilitaattori.phones.screen.mirror import Mirror
from fasilitaattori.phones.server import PhoneServer
from fasilitaattori.tools import MODELS
from fasilitaattori.workshop import agenda, info, people, running
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.state import Workshop
from tests.unit.phones.streams import Stream
from tests.waiting import PATIENCE

EASY = Limits(answers=Rate(1e6, 1e6), requests=Rate(1e6, 1e6))  # a test is faster than any person
_FREE = Rate(1e6, 1e6)
# For those who throw everything at the server: no rate, and no number of connections, stands in their way.
FREE = Limits(_FREE, _FREE, _FREE, _FREE, _FREE, _FREE, _FREE, connections_of_phone=10**6, streams_of_phone=10**6)
QUESTION = "Millainen on hyvä arki Kuikkaperällä kymmenen vuoden päästä?"
OPTIONS = [
    *("Kylän olohuone ja kahvila", "Etätyöhuone ja nopea netti", "Kuntosali ja jumppa", "Verstas ja työkalulainaamo"),
    *("Kirjaston noutopiste", "Nuorten tila yläkertaan", "Luontopolku ja latu"),
]
LABELS = ["Estän", "Minulla on iso huoli", "Minulla on huoli", "Voin elää tämän kanssa", "Kannatan", "Vien tätä eteenpäin"]
RULES = ["Kuuntele, älä keskeytä", "Kerro omista kokemuksistasi", "Anna tilaa keskeneräisille ajatuksille", "Kunnioita muita"]
QUESTIONS: list[dict[str, Any]] = [
    {"id": "q1", "text": "Tunsin tulleeni kuulluksi.", "kind": "scale", "low": "en lainkaan", "high": "täysin"},
    {"id": "q2", "text": "Sain sanottua sen, mikä minulle on tärkeää.", "kind": "scale", "optional": False},
    {"id": "q3", "text": "Mistä kuulit illasta?", "kind": "one", "options": ["Naapurilta", "Lehdestä", "Netistä"]},
    {"id": "q4", "text": "Mihin tulisit mukaan?", "kind": "many", "options": ["Talkoot", "Suunnittelu", "En ehdi nyt"]},
    {"id": "q5", "text": "Mitä muuta haluat sanoa?", "kind": "text"},
]
PLAN: dict[str, tuple[str, str, int, dict[str, Any]]] = {
    "talk": ("Tervetuloa", "talk", 10, {"prompt": "Miksi olemme täällä tänään", "speaker": "Kyläyhdistyksen Reino"}),
    "rules": ("Pelisäännöt", "discussion", 5, {"ground_rules": RULES, "floor": False}),
    "talking": ("Yhteinen keskustelu", "discussion", 35, {"prompts": [QUESTION, "Mitä se vaatii meiltä?"]}),
    "cards": (
        "Kysymyskortit",
        "cards",
        15,
        {
            "cards": [
                {"question": "Mikä paikka kylällä on sinulle rakas?", "deeper": "Mitä siellä tapahtui?", "theme": "Kotiseutu"},
                {"question": "Kuka auttoi sinua viimeksi?", "deeper": "", "theme": "Naapurit"},
            ],
            "shuffle": False,
        },
    ),
    "pause": ("Kahvitauko", "pause", 20, {"text": "Kahvia ja pullaa on keittiössä."}),
    "ideas": ("Ideaseinä", "ideas", 20, {"prompt": "Mitä vanhalle koululle voisi tehdä?", "max_length": 140}),
    "swot": ("Nelikenttä", "ideas", 20, {"prompt": "Kylän vahvuudet", "columns": ["Vahvuudet", "Uhat"], "approval": True}),
    "dots": ("Pisteet", "vote", 10, {"question": "Anna kolme pistettä", "options": OPTIONS, "per_option": 3}),
    "one": ("Valinta", "vote", 5, {"question": "Minkä nimen annamme?", "kind": "one", "options": OPTIONS[:3]}),
    "several": ("Monta", "vote", 5, {"question": "Mitkä sopivat?", "kind": "several", "options": OPTIONS, "max_choices": 2}),
    "scale": ("Nyrkistä viiteen", "vote", 5, {"question": "Aloitetaanko talkoot?", "kind": "scale", "labels": LABELS}),
    "survey": ("Palaute", "survey", 5, {"intro": "Vastaa nimettömänä.", "questions": QUESTIONS}),
}


class House:
    """A door and a server on a folder. `steps` maps the keys of PLAN to step ids; `more` is for the server."""

    def __init__(self, folder: Path, port: int = 0, language: str = "fi", mirror: Mirror | None = None, **more: Any) -> None:
        self.stream = str(uuid.uuid4())
        self.remote = "kauko-ohjain-128-bittia"
        self.door = Door(folder / FILE, MODELS, Clock(), Reserve(folder, 1024 * 1024))
        self.door.start()
        self.door.wait_ready()
        self.server = PhoneServer(self.door, self.stream, network="Kuikkapera", remote=self.remote, **{"limits": EASY, **more})
        self.steps: dict[str, str] = {}
        self._clients: list[httpx.Client] = []
        heading = {"title": "Kyläkoulun uusi elämä", "organiser": "Kuikkaperän kyläyhdistys", "start": "18:00"}
        asked = [self.door.ask(self.stream, info.set_info(**heading, date="2026-03-12", end="20:30", language=language))]
        for key, (title, tool, minutes, settings) in PLAN.items():
            step = agenda.new_step(title, tool, minutes, settings=settings)
            asked.append(self.door.ask(self.stream, agenda.add_step(step)))
            self.steps[key] = step.id
        for saving in asked:
            saving.result()
        self.server.mirror = mirror
        self.server.start("127.0.0.1", port)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}"

    @property
    def state(self) -> Workshop:
        """As it is on disk now."""
        return self.door.replica(self.stream).state

    def tool(self, step_id: str) -> Any:
        """The state of a step's tool, as it is on disk now."""
        state = self.state
        return state.tool(state.plan.need(step_id))

    def do(self, command: Command, **more: Any) -> Saved:
        return self.door.ask(self.stream, command, **more).result()

    def open(self) -> None:
        self.do(running.open_room())

    def go(self, key: str) -> str:
        """On to this step, open; gives its id."""
        self.do(running.go_to(self.steps[key]))
        self.do(running.open_step())
        return self.steps[key]

    def add(self, name: str) -> int:
        """Somebody without a phone; gives the number."""
        self.do(people.add_person(name))
        return max(self.state.people.all)

    def client(self, **more: Any) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=PATIENCE, trust_env=False, **more)

    def join(self, name: str = "", language: str = "fi", **more: str) -> "Phone":
        """A phone that has joined."""
        client = self.client()
        self._clients.append(client)
        answer = client.post("/join", data={"language": language, "name": name, **more})
        assert answer.status_code == 303, answer.text
        return Phone(self, client, answer.headers["location"])

    def close(self) -> None:
        for client in self._clients:
            client.close()
        self.server.stop()
        self.door.close()


class Phone:
    """One participant over HTTP, without a browser."""

    def __init__(self, house: House, client: httpx.Client, base: str) -> None:
        self.house = house
        self.client = client
        self.base = base

    def state(self) -> dict[str, Any]:
        answer = self.client.get(f"{self.base}/state")
        assert answer.status_code == 200, answer.text
        found: dict[str, Any] = answer.json()
        return found

    def page(self, what: str = "") -> str:
        answer = self.client.get(self.base + what)
        assert answer.status_code == 200, answer.text
        return answer.text

    def send(self, kind: str, request: str | None = None, step: str | None = None, **body: Any) -> httpx.Response:
        here = step if step is not None else self.state()["step"]["id"]
        message = {"id": request or str(uuid.uuid4()), "step": here, "kind": kind, "body": body}
        return self.client.post(f"{self.base}/events", json=message)

    def follow(self, key: str = "") -> Stream:
        """An open stream; `key` is of the page it shows already."""
        return Stream(f"{self.house.url}{self.base}/stream?key={key}")

    def form(self, kind: str, **fields: str | list[str]) -> httpx.Response:
        """Fill in the form of this kind on the page as a browser without scripts would, and send it."""
        page = self.page()
        form = re.search(rf'<form[^>]*data-kind="{re.escape(kind)}".*?</form>', page, re.DOTALL)
        assert form is not None, re.sub(r".*<main", "<main", page, flags=re.DOTALL)
        hidden = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)">', form[0]))
        return self.client.post(f"{self.base}/form", data={**hidden, **fields})
