"""One simulated phone: a person with a character, taking part through the same addresses as everybody else."""

import asyncio
import random
import uuid
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.rehearsal.words import Correction, Words

if TYPE_CHECKING:
    import httpx

ATTEMPTS = 5


@dataclass(slots=True)
class Tally:
    """What the crowd sent and what the hall acknowledged. `acknowledged` holds the request ids of new contributions."""

    sent: int = 0
    acknowledged: set[str] = field(default_factory=set)
    duplicates: int = 0
    refused: int = 0


class SimulatedPhone:
    """Joins, looks at what it may do, and does some of it."""

    def __init__(self, client: "httpx.AsyncClient", number: int, words: Words, language: str, tally: Tally) -> None:
        self._client = client
        self._words = words
        self._tally = tally
        self._chance = random.Random(f"{language}-{number}")
        self.language = language
        self.name = words.first_names[number % len(words.first_names)] if self._chance.random() < 0.85 else ""
        self.number = number
        self.address = ""
        self.following = asyncio.Event()

    async def join(self) -> None:
        """Through the join page's form."""
        form = {"language": self.language, "name": self.name}
        if self._chance.random() < 0.3:
            form["show_name"] = "1"
        answer = await self._client.post("/join", data=form)
        if answer.status_code != 303:
            raise FasilitaattoriError(N_("Harjoituksen puhelin ei päässyt mukaan ({status})."), status=answer.status_code)
        self.address = answer.headers["location"]

    async def follow(self) -> None:
        """Listen to the hall as an open page does, until cancelled or the hall ends it."""
        async with self._client.stream("GET", f"{self.address}/stream", timeout=None) as stream:
            async for _ in stream.aiter_raw():
                self.following.set()

    async def state(self) -> dict[str, Any]:
        """What this phone sees and may do."""
        answer = await self._client.get(f"{self.address}/state")
        answer.raise_for_status()
        found: dict[str, Any] = answer.json()
        return found

    async def take_part(self) -> None:
        """Do what the step asks for, once."""
        state = await self.state()
        may: list[str] = state["may"]
        for kind in may:
            for body in self._bodies(kind, state):
                await self.send(state["step"]["id"], kind, body)

    async def send(self, step: str, kind: str, body: dict[str, Any]) -> int:
        """Send until it is acknowledged or refused, with one id. Gives the status."""
        request = str(uuid.uuid4())
        message = {"id": request, "step": step, "kind": kind, "body": body}
        self._tally.sent += 1
        status = await self._post(message)
        for _ in range(ATTEMPTS - 1):
            if status < 500:
                break
            status = await self._post(message)
        self._count(status, request)
        return status

    async def _post(self, message: dict[str, Any]) -> int:
        """The status, 503 when the connection broke before an answer came."""
        # httpx costs at start; it is needed only when people are simulated.
        import httpx

        try:
            answer = await self._client.post(f"{self.address}/events", json=message)
        except httpx.TransportError:
            return 503
        return answer.status_code

    def _count(self, status: int, request: str) -> None:
        if status == 201:
            self._tally.acknowledged.add(request)
        elif status == 200:
            self._tally.duplicates += request in self._tally.acknowledged
            self._tally.acknowledged.add(request)
        else:
            self._tally.refused += 1

    # --- what this person does ---

    def _bodies(self, kind: str, state: dict[str, Any]) -> list[dict[str, Any]]:
        chance = self._chance
        match kind:
            case "ideas.added":
                return [{"text": text, **self._column(state)} for text in self._ideas()]
            case "vote.cast":
                return [{"choices": self._choices(state["step"]["view"])}] if chance.random() < 0.93 else []
            case "survey.answered":
                return [{"answers": self._answers(state["step"]["view"]["questions"])}] if chance.random() < 0.9 else []
            case "floor.asked":
                return [{}] if chance.random() < 0.35 else []
            case "checking.marked":
                silent = chance.random() > 0.95 and self._wanted() is None
                return [] if silent else [{"marks": self._marks(state["step"]["view"]["points"])}]
            case "discussion.rules_accepted":
                return [{}] if chance.random() < 0.9 else []
        return []

    def _marks(self, points: list[dict[str, Any]]) -> dict[str, Any]:
        """Everything is right, but for a few people who want something mended."""
        marks: dict[str, Any] = {point["id"]: {"right": True, "version": point["version"]} for point in points}
        wanted = self._wanted()
        for point in points:
            if wanted is not None and point["text"] == wanted.of:
                marks[point["id"]] = {"right": False, "words": wanted.words, "version": point["version"]}
        return marks

    def _wanted(self) -> Correction | None:
        """What this person wants mended in the summary; most want nothing."""
        mine, rest = divmod(self.number, 3)
        return self._words.corrections[mine] if rest == 1 and mine < len(self._words.corrections) else None

    def _ideas(self) -> list[str]:
        """One or two ideas of one's own; the list is dealt out so that in a hall of thirty nobody says what another said."""
        ideas = self._words.ideas
        half = len(ideas) // 2
        return [ideas[(self.number + half * i) % len(ideas)] for i in range(self._chance.choice((1, 2, 2)))]

    def _column(self, state: dict[str, Any]) -> dict[str, str]:
        columns = state["step"]["view"].get("columns") or []
        return {"theme": self._chance.choice(columns)["id"]} if columns else {}

    def _choices(self, step: dict[str, Any]) -> dict[str, int]:
        chance = self._chance
        if chance.random() < 0.04:
            return {}
        if step["kind"] == "scale":
            return {chance.choices("012345", weights=(1, 2, 4, 8, 12, 6))[0]: 1}
        ids = [candidate["id"] for candidate in step["candidates"]]
        weights = [self._warmth(candidate["text"]) for candidate in step["candidates"]]
        if step["kind"] == "one":
            return {chance.choices(ids, weights)[0]: 1}
        choices: dict[str, int] = {}
        wanted = step["dots"] if step["kind"] == "dots" else min(2, len(ids))
        most = step["per_option"] if step["kind"] == "dots" else 1
        for _ in range(20):
            if sum(choices.values()) >= min(wanted, most * len(ids)):
                break
            picked = chance.choices(ids, weights)[0]
            if choices.get(picked, 0) < most:
                choices[picked] = choices.get(picked, 0) + 1
        return choices

    def _warmth(self, text: str) -> int:
        return next((proposal.weight for proposal in self._words.proposals if proposal.text == text), 3)

    def _answers(self, questions: list[dict[str, Any]]) -> dict[str, Any]:
        chance = self._chance
        answers: dict[str, Any] = {}
        for question in questions:
            if chance.random() < 0.08 and question["optional"]:
                continue
            match question["kind"]:
                case "scale":
                    top = question["steps"]
                    answers[question["id"]] = max(1, top - chance.choice((0, 0, 0, 1, 1, 2)))
                case "one":
                    answers[question["id"]] = chance.randrange(len(question["options"]))
                case "many":
                    answers[question["id"]] = sorted({chance.randrange(len(question["options"])) for _ in range(2)})
                case "text" if self.number < len(self._words.feedback) or not question["optional"]:
                    answers[question["id"]] = self._words.feedback[self.number % len(self._words.feedback)]
        return answers
