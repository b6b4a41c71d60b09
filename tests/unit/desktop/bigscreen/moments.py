"""Moments of an evening in which people talk: before, after, what the facilitator shows, rounds, queues, rules, cards."""

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.workshop import closing, floor, running
from fasilitaattori.workshop.show import show
from tests.unit.desktop.bigscreen.evening import CODES, COMPOUND, LONG_QUESTION, LONG_TITLE, QUESTION, Evening, Made, step_of


def before(codes: Codes | None, title: str = "Kyläkoulun uusi elämä", opened: bool = True) -> Made:
    """Before the start."""

    def made(language: str) -> Scene:
        it = Evening(language, codes, title)
        it.plan(step_of("Yhteinen keskustelu", "discussion"))
        if opened:
            it.ledger.do(running.open_room())
        return it.scene()

    return made


def shown(view: str, text: str = "", codes: Codes | None = CODES) -> Made:
    """The facilitator asked for a view in the middle of a dialogue."""

    def made(language: str) -> Scene:
        it = Evening(language, codes)
        it.go(it.plan(step_of("Yhteinen keskustelu", "discussion", prompts=[QUESTION])), 15.4)
        it.ledger.do(show(view, text))
        return it.scene()

    return made


def door_closed(open_scene: Made) -> Made:
    """The same when nobody new gets in."""

    def made(language: str) -> Scene:
        scene = open_scene(language)
        scene.state.people.door_open = False
        return scene

    return made


def queue(*askers: int, speaking: bool = True, seconds: float = 84) -> Made:
    """The speaker queue on the screen."""

    def made(language: str) -> Scene:
        it = Evening(language)
        it.go(it.plan(step_of("Yhteinen keskustelu", "discussion", prompts=[QUESTION])), 15.4)
        for number in askers:
            it.ledger.do(floor.ask(number))
            it.ledger.wait(1)
        if speaking:
            it.ledger.do(floor.next_speaker())
            it.ledger.wait(seconds)
        it.ledger.do(show("queue"))
        return it.scene()

    return made


def going_round(moves: int = 2) -> Made:
    """A round, some of whom have spoken."""

    def made(language: str) -> Scene:
        it = Evening(language)
        step = it.plan(step_of("Loppukierros", "discussion", prompts=["Mikä ajatus jäi mieleen?"], turn_seconds=90))
        it.go(step, 3)
        it.ledger.do(discussion.start_round(step))
        for index in range(moves):
            it.ledger.do(discussion.move_round(step, passed=bool(index % 2)))
        it.ledger.wait(30)
        return it.scene()

    return made


def rules(*, accepted: bool = False, long: bool = False) -> Made:
    """Ground rules."""

    def made(language: str) -> Scene:
        it = Evening(language)
        some = [
            "Kuuntele loppuun.",
            "Puhu omasta kokemuksestasi.",
            "Anna tilaa keskeneräiselle.",
            "Kunnioita ja pidä luottamus.",
        ]
        many = [f"{LONG_QUESTION[:90]} {index}" for index in range(9)]
        step = it.plan(step_of("Pelisäännöt", "discussion", 5, ground_rules=many if long else some))
        it.go(step, 1)
        if accepted:
            it.ledger.do(discussion.accept_aloud(step))
        return it.scene()

    return made


def card(
    question: str = QUESTION, deeper: str = "Mikä siinä on sinulle tärkeintä?", theme: str = "Arki", *, aside: bool = False
) -> Made:
    """A card is up, or put aside so that none is."""

    def made(language: str) -> Scene:
        it = Evening(language)
        deck = [{"question": question, "deeper": deeper, "theme": theme}]
        step = it.plan(step_of("Pariporina", "cards", 10, "pari", cards=deck))
        it.go(step, 4)
        if aside:
            it.ledger.do(cards.put_aside(step))
        return it.scene()

    return made


def after(*, known: bool = True, long: bool = False) -> Made:
    """The evening is over."""

    def made(language: str) -> Scene:
        it = Evening(language, title=LONG_TITLE if long else "Kyläkoulun uusi elämä")
        it.go(it.plan(step_of("Yhteinen keskustelu", "discussion")), 15.4)
        if known:
            where = f"{LONG_QUESTION} {COMPOUND}" if long else "Kyläyhdistyksen hallitukselle ja kunnan tilapalveluun"
            it.ledger.do(closing.what_next(where, "Helmi Korpela", "15.4.2026 klo 18 kylätalolla"))
        it.ledger.do(running.end())
        return it.scene()

    return made
