"""A whole village evening, played through the real commands, for papers to be made of. Finnish unless asked otherwise."""

from datetime import datetime, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

import msgspec

from fasilitaattori.methods.library import load_library
from fasilitaattori.paths import resource
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.survey.model.rules import Form
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.tools.vote.model.rules import Ballot
from fasilitaattori.workshop import agenda, closing, people, record, running
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.clock import COUNTER_BITS
from fasilitaattori.workshop.events import At, Body, Cast, Command, Count, Event, Outcome
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.replica import Replica
from fasilitaattori.workshop.state import Workshop

NOTES = (
    "Koulun pihalla on tavattu aina, ja tapaamisen paikka puuttuu nyt.",
    "Talo pitäisi saada auki arkisin, jotta myös nuoret pääsevät.",
    "Osa pelkää kulujen jäävän kylän maksettaviksi.",
)
IDEAS = (
    ("Kylän olohuone ja kahvila", 0),
    ("Avoin olohuone, jossa voi vain istua", 0),
    ("Etätyöhuone ja nopea netti", 1),
    ("Kirjaston ja kaupan noutopiste", 2),
    ("Kuntosali ja jumppa", 3),
    ("Verstas ja työkalulainaamo", 1),
)
PROPOSALS = ("Kylän olohuone ja kahvila", "Etätyöhuone ja nopea netti", "Kuntosali ja jumppa", "Verstas ja työkalulainaamo")


class Evening:
    """Runs commands as the writer would, in memory, with a wall clock of its own."""

    def __init__(self, start: str = "2026-03-12T17:50:00+02:00") -> None:
        self.replica = Replica("ilta", MODELS)
        self.boxes: dict[str, dict[int, Any]] = {}
        self.now = datetime.fromisoformat(start)
        self.count = 0

    @property
    def state(self) -> Workshop:
        return self.replica.state

    def wait(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)

    def do(self, command: Command, author: int | None = None) -> list[Event]:
        made = [event for outcome in command(self.state) if (event := self._event(outcome, author)) is not None]
        self.replica.apply(made)
        return made

    def _event(self, outcome: Outcome, author: int | None) -> Event | None:
        step: str | None = None
        body: object = outcome
        match outcome:
            case At():
                step, body = outcome.step, outcome.body
            case Cast():
                self.boxes.setdefault(outcome.vote, {})[outcome.voter] = outcome.choice
                return None
            case Count():
                step, body = outcome.step, outcome.tally(list(self.boxes.pop(outcome.vote, {}).values()))
        assert isinstance(body, Body)
        self.count += 1
        clock = (int(self.now.timestamp() * 1000) << COUNTER_BITS) + self.count
        made_id = str(uuid5(NAMESPACE_URL, f"{self.count}"))
        at = self.now.isoformat()
        return Event(made_id, made_id, "ilta", "d", self.count, clock, at, type(body).KIND, step, author, body)

    def send(self, kind: str, author: int, body: Any) -> list[Event]:
        """As a phone does."""
        step = self.state.current
        assert step is not None
        rule = self.state.models[step.tool].sends[kind].rule
        return self.do(lambda state: rule(state, step, author, body), author)


def village_evening(language: str = "fi") -> Evening:
    """The method "kylailta" from the first guest to the minutes, twenty-two people, five of them without a phone."""
    evening = Evening()
    plan(evening, language)
    arrive(evening, language)
    for step in evening.state.plan.steps():
        evening.do(running.go_to(step.id))
        work(evening, step)
        evening.wait(step.minutes + (1 if step.tool == "discussion" else -1 if step.tool == "ideas" else 0))
    evening.do(running.end())
    wrap_up(evening)
    return evening


def plan(evening: Evening, language: str) -> None:
    library = load_library([resource()])
    method = library.method("kylailta")
    assert method is not None
    told = msgspec.to_builtins(method.in_language(language).example)
    fields = {key: told[key] for key in ("title", "organiser", "place", "goal", "start", "end")}
    evening.do(set_info(date="2026-03-12", language=language, facilitator="Aino Ohjaaja", **fields))
    steps = [
        msgspec.structs.replace(step, id=f"vaihe-{number}") for number, step in enumerate(library.plans(method, language), 1)
    ]
    evening.do(agenda.add_steps(steps))


def arrive(evening: Evening, language: str) -> None:
    evening.do(running.open_room())
    for number in range(1, 18):
        allowed = number in (1, 2)
        evening.do(people.join({1: "Helmi", 2: "Reino"}.get(number, ""), language, f"{number}", allowed))
    evening.do(people.set_headcount(5))
    evening.wait(12)


def work(evening: Evening, step: Step) -> None:
    match step.tool:
        case "discussion" if step.settings.get("ground_rules"):
            evening.do(discussion.accept_aloud(step.id))
        case "discussion":
            for text in NOTES if len(step.settings["prompts"]) > 1 else ():
                evening.do(record.note(text))
            evening.do(discussion.show_prompt(step.id, min(1, len(step.settings["prompts"]) - 1)))
        case "cards":
            evening.do(cards.draw(step.id))
        case "ideas":
            collect(evening, step)
        case "vote":
            ballot(evening, step)
        case "survey":
            answer(evening, step)


def collect(evening: Evening, step: Step) -> None:
    wall = evening.state.tool(step)
    if not wall.themes:
        for number, text in enumerate(PROPOSALS, 1):
            evening.send("ideas.added", number, msgspec.convert({"text": text}, ideas.NewIdea))
        return
    made = [
        evening.send("ideas.added", number, ideas.NewIdea(text, wall.themes[theme].id))[0].id
        for number, (text, theme) in enumerate(IDEAS, 1)
    ]
    evening.do(ideas.merge(step.id, made[:2]))
    evening.do(ideas.add(step.id, "Paperilappu: perhekerho"))
    hidden = evening.send("ideas.added", 9, ideas.NewIdea("Asiaton"))[0].id
    evening.do(ideas.hide(step.id, [hidden]))


def ballot(evening: Evening, step: Step) -> None:
    state = evening.state.tool(step)
    if step.settings["kind"] == "scale":
        for number, finger in enumerate((5, 4, 4, 3, 4, 5, 2, 4, 3, 4, 5, 4, 3, 4, 4, 5, 4), 1):
            evening.send("vote.cast", number, Ballot({f"{finger}": 1}))
        evening.do(vote.count_hands(step.id, {"4": 3, "3": 2}, 5))
        return
    ids = [candidate.id for candidate in state.candidates]
    for number in range(1, 17):
        chosen = {ids[0]: 1, ids[1]: 1, ids[2 if number % 3 else 3]: 1}
        evening.send("vote.cast", number, Ballot(chosen))
    evening.send("vote.cast", 17, Ballot({}))
    evening.do(vote.count_hands(step.id, {ids[0]: 4, ids[3]: 3}, 5))


def answer(evening: Evening, step: Step) -> None:
    questions = evening.state.tool(step).questions
    for number in range(1, 14):
        answers: dict[str, Any] = {
            question.id: 1 + (number + index) % 5 if number % 2 else 4
            for index, question in enumerate(questions)
            if question.kind == "scale"
        }
        answers |= {q.id: f"Hyvä ilta, kiitos {number}" for q in questions if q.kind == "text" and number < 4}
        evening.send("survey.answered", number, Form(answers))


def wrap_up(evening: Evening) -> None:
    evening.do(record.decide("Kyläyhdistys kutsuu koolle työryhmän olohuoneesta ja kahvilasta."))
    evening.do(record.decide("Tulos viedään kunnan tilapalveluihin."))
    evening.do(record.act("Kysytään kunnalta koulun lämmityskulut", "Kyläyhdistys", "31.3."))
    evening.do(record.act("Järjestetään talkoot pihan siistimiseksi", "Helmi", "16.5."))
    evening.do(
        closing.what_next(
            "Kyläyhdistys vie ideat ja äänestyksen tuloksen kunnan tilapalveluihin.",
            "Kyläyhdistys",
            "20.4., ilmoitustaulu ja kylän verkkosivu",
        )
    )
