"""Talks, dialogues, cards and breaks on the live desk."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.tool_panels import CONSOLES
from fasilitaattori.i18n import translator
from fasilitaattori.kit.console import Console
from fasilitaattori.kit.look import Look
from fasilitaattori.tools import MODELS
from fasilitaattori.tools.cards.console import CardsConsole
from fasilitaattori.tools.discussion.console import DiscussionConsole
from fasilitaattori.tools.discussion.model import accept_aloud
from fasilitaattori.tools.pause.console import PauseConsole
from fasilitaattori.tools.talk.console import TalkConsole
from fasilitaattori.workshop import moderation
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.live.rig import Rig

Make = Callable[..., "Shown"]
LEFT = Qt.MouseButton.LeftButton


class Shown:
    """A console and its part in the now panel, on show."""

    def __init__(self, rig: Rig, console: Console, card: QWidget | None) -> None:
        self.rig, self.console, self.card = rig, console, card

    def until(self, there: Callable[[], object]) -> None:
        self.rig.until(there)


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Make]:
    """Shows the console of the first of these steps, with three people."""
    made: list[Rig] = []

    def build(*plans: StepPlan) -> Shown:
        look = Look(translator("fi"))
        look.install(qapp)
        rig = Rig(tmp_path, qtbot, plans)
        made.append(rig)
        rig.join("Helmi", "Reino", "")
        rig.start()
        step = rig.state.current
        assert step is not None
        console = CONSOLES[step.tool](look, rig.session, step)
        list(console.begin())
        qtbot.addWidget(console)
        rig.session.changed.connect(lambda touched: console.refresh(touched) if console.concerns(touched) else None)
        console.resize(470, 580)
        console.show()
        card = console.room_part()
        if card is not None:
            qtbot.addWidget(card)
            card.resize(300, 200)
            card.show()
        return Shown(rig, console, card)

    yield build
    for rig in made:
        rig.close()


def test_every_tool_has_its_console() -> None:
    assert CONSOLES.keys() == MODELS.keys()


def test_a_talk_keeps_its_words_at_hand(make: Make) -> None:
    shown = make(new_step("Alku", "talk", 5, settings={"prompt": "Tervetuloa", "speaker": "Aino"}, notes="Kerro kahvista."))
    console = shown.console
    assert isinstance(console, TalkConsole)
    assert console.card.question.words() == "Tervetuloa"
    assert console.speaker.words() == "Puhuu: Aino"
    assert console.notes.words() == "Kerro kahvista."
    assert not console.wants_floor()


def test_prompts_go_forward_and_back(make: Make) -> None:
    shown = make(new_step("Keskustelu", "discussion", 5, settings={"prompts": ["Yksi", "Kaksi"], "turn_seconds": 90}))
    console = shown.console
    assert isinstance(console, DiscussionConsole)
    assert (console.card.question.words(), console.card.caption.words()) == ("Yksi", "Kysymys 1 / 2 valkokankaalla")
    assert not console.back_button.isEnabled()
    QTest.mouseClick(console.next_button, LEFT)
    shown.until(lambda: console.card.question.words() == "Kaksi")
    assert not console.next_button.isEnabled()
    QTest.mouseClick(console.back_button, LEFT)
    shown.until(lambda: console.card.question.words() == "Yksi")
    assert console.turn_seconds() == 90
    assert console.wants_floor()
    assert not console.fills_middle()


def test_the_facilitators_notes_are_behind_a_button(make: Make) -> None:
    shown = make(new_step("Keskustelu", "discussion", 5, settings={"prompts": ["Yksi"]}, notes="Vaihda, kun hiljenee."))
    card = shown.console.room_part()
    assert isinstance(shown.console, DiscussionConsole)
    assert card is shown.card
    console = shown.console
    assert not console.card.notes.isVisible()
    QTest.mouseClick(console.card.notes_button, LEFT)
    assert console.card.notes.isVisible()
    assert console.card.caption.words() == "Vain sinulle"
    QTest.mouseClick(console.card.notes_button, LEFT)
    assert console.card.question.isVisible()


def test_ground_rules_are_accepted_by_phones_and_aloud(make: Make) -> None:
    shown = make(new_step("Säännöt", "discussion", 5, settings={"ground_rules": ["Kuuntele.", "Kerro omasta."]}))
    console = shown.console
    assert isinstance(console, DiscussionConsole)
    assert console.phone_words() == "pelisäännöt"
    shown.rig.send("discussion.rules_accepted", 1)
    shown.rig.send("discussion.rules_accepted", 3)
    assert console.rules.phones.words() == "2 / 3 hyväksynyt"
    shown.rig.do(moderation.remove_person(3))  # one who is out counts neither above nor below the line
    shown.until(lambda: console.rules.phones.words() == "1 / 2 hyväksynyt")
    assert console.rules.phones.toolTip() == "Mukana on 2 puhelinta. Poistettuja ja lähteneitä ei lasketa."
    QTest.mouseClick(console.rules.accept_button, LEFT)
    shown.until(console.rules.tag.isVisible)
    assert not console.rules.list.isVisible()
    assert console.phone_words() == "puheenvuoro"


def test_a_round_goes_to_everybody(make: Make) -> None:
    shown = make(new_step("Kierros", "discussion", 5, settings={"rounds": True, "turn_seconds": 60}))
    console = shown.console
    assert isinstance(console, DiscussionConsole)
    assert console.wants_floor()
    QTest.mouseClick(console.round.start_button, LEFT)
    shown.until(lambda: console.round.name.words() == "Helmi" and not console.wants_floor())
    assert console.round.next_button.text() == "Seuraava: Reino"
    shown.rig.clock.advance(30)
    console.tick(shown.rig.clock.ms())
    assert console.round.clock.accessibleName() == "0:30"
    console.next_one()
    shown.until(lambda: console.round.name.words() == "Reino")
    QTest.mouseClick(console.round.pass_button, LEFT)
    shown.until(lambda: console.round.name.words() == "Osallistuja 3")
    assert console.round.counts.words() == "1 puhunut, 1 ohittanut, 1 jäljellä"
    assert console.round.next_button.text() == "Kierros valmis"
    console.next_one()
    shown.until(lambda: console.wants_floor() and console.round.start_button.text() == "Aloita uusi kierros")


def test_a_round_is_ended_early(make: Make) -> None:
    shown = make(new_step("Kierros", "discussion", 5, settings={"rounds": True}))
    console = shown.console
    assert isinstance(console, DiscussionConsole)
    told: list[tuple[str, bool]] = []
    console.told.connect(lambda words, undoable: told.append((words, undoable)))
    QTest.mouseClick(console.round.start_button, LEFT)
    shown.until(console.round.end_button.isVisible)
    QTest.mouseClick(console.round.end_button, LEFT)
    shown.until(lambda: told == [("Kierros päätettiin", True)])
    assert console.wants_floor()


def test_cards_are_drawn_back_and_aside(make: Make) -> None:
    cards = [{"question": "Yksi", "deeper": "Miksi?", "theme": "Arki"}, {"question": "Kaksi"}, {"question": "Kolme"}]
    shown = make(new_step("Kortit", "cards", 5, settings={"cards": cards, "shuffle": False}))
    console = shown.console
    assert isinstance(console, CardsConsole)
    assert console.card.question.words() == "Yksi"
    assert console.card.caption.words() == "Arki · Kortti 1 / 3 valkokankaalla"
    assert not console.back_button.isEnabled()
    QTest.mouseClick(console.next_button, LEFT)
    shown.until(lambda: console.card.question.words() == "Kaksi")
    QTest.mouseClick(console.aside_button, LEFT)
    shown.until(lambda: console.card.question.words() == "Kolme")
    assert console.card.caption.words() == "Kortti 2 / 2 valkokankaalla"
    assert not console.next_button.isEnabled()
    QTest.mouseClick(console.back_button, LEFT)
    shown.until(lambda: console.card.question.words() == "Yksi")
    assert console.wants_floor()
    assert not console.fills_middle()


def test_an_empty_deck_says_so(make: Make) -> None:
    console = make(new_step("Kortit", "cards", 5)).console
    assert isinstance(console, CardsConsole)
    assert console.card.question.words() == "Pakka on käyty läpi."
    assert not console.next_button.isEnabled()
    assert not console.aside_button.isEnabled()


def test_a_break_counts_down_and_tells_what_comes(make: Make) -> None:
    shown = make(new_step("Tauko", "pause", 20, "tauko", settings={"text": "Kahvia"}), new_step("Ideat", "ideas", 10))
    console = shown.console
    assert isinstance(console, PauseConsole)
    assert console.following.words() == "Sitten: Ideat"
    assert console.back.words() == "Jatkamme klo 18.20"
    shown.rig.clock.advance(8 * 60)
    console.tick(shown.rig.clock.ms())
    assert console.digits.accessibleName().startswith(("12:00", "11:59"))
    shown.rig.clock.advance(13 * 60)
    console.tick(shown.rig.clock.ms())
    assert console.back.words() == "Jatkamme nyt"


def test_a_step_taken_out_of_the_plan_still_has_its_words(make: Make) -> None:
    shown = make(new_step("Keskustelu", "discussion", 5, settings={"prompts": ["Yksi"]}))
    shown.rig.do(accept_aloud(shown.console.step_id))
    shown.rig.state.plan.by_id[shown.console.step_id].removed = True
    assert shown.console.step.title == "Keskustelu"
