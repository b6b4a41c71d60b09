"""Votes and surveys on the live desk: secret until closed, hands counted apart, results in plain words."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPlainTextEdit
from pytestqt.qtbot import QtBot

from fasilitaattori.i18n import translator
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.console import Asking, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.tools.survey.console import SurveyConsole
from fasilitaattori.tools.survey.console.paper_form import PaperForm
from fasilitaattori.tools.vote.console import VoteConsole
from fasilitaattori.tools.vote.model import State
from fasilitaattori.tools.vote.model.rules import count_hands
from fasilitaattori.workshop import moderation, people, running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.live.rig import Rig

Key = Qt.Key
OPTIONS = ["Kahvila", "Sauna", "Kuntosali", "Kirjasto"]
QUESTIONS = [
    {"id": "a", "text": "Minua kuunneltiin.", "kind": "scale", "low": "Ei", "high": "Kyllä"},
    {"id": "b", "text": "Mistä kuulit?", "kind": "one", "options": ["Lehdestä", "Naapurilta"]},
    {"id": "c", "text": "Mitä vielä?", "kind": "text"},
]
Make = Callable[[StepPlan], "Shown"]


class Shown:
    """A console on show, with its rig."""

    def __init__(self, rig: Rig, console: Console) -> None:
        self.rig, self.console = rig, console
        self.asked: list[Asking] = []
        self.told: list[str] = []
        console.asked.connect(self.asked.append)
        console.told.connect(lambda words, _: self.told.append(words))

    def until(self, there: Callable[[], object]) -> None:
        self.rig.until(there)

    @property
    def words(self) -> str:
        """Everything that is to be read."""
        return "\n".join(label.words() for label in self.console.findChildren(Label) if label.isVisible())


@pytest.fixture
def make(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Make]:
    """Shows the console of a step that is on, with six phones."""
    made: list[Rig] = []

    def build(plan: StepPlan) -> Shown:
        look = Look(translator("fi"))
        look.install(qapp)
        rig = Rig(tmp_path, qtbot, [plan])
        made.append(rig)
        rig.join(*"ABCDEF")
        rig.start()
        step = rig.state.current
        assert step is not None
        console: Console = {"vote": VoteConsole, "survey": SurveyConsole}[plan.tool](look, rig.session, step)
        qtbot.addWidget(console)
        rig.session.changed.connect(lambda touched: console.refresh(touched) if console.concerns(touched) else None)
        console.resize(470, 580)
        console.show()
        with qtbot.waitActive(console):
            console.activateWindow()
        return Shown(rig, console)

    yield build
    for rig in made:
        rig.close()


def vote(**settings: object) -> StepPlan:
    """A vote of dots on four options."""
    return new_step("Äänestys", "vote", 10, "aani", settings={"kind": "dots", "options": OPTIONS, "goes_on": 2, **settings})


def console_of(shown: Shown) -> VoteConsole:
    assert isinstance(shown.console, VoteConsole)
    return shown.console


def test_tallies_are_hidden_while_the_vote_is_open(make: Make) -> None:
    shown = make(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    for author in (1, 2):
        shown.rig.send("vote.cast", author, choices={state.candidates[0].id: 1})
    console = console_of(shown)
    shown.until(lambda: console.turnout.words() == "2 / 6 äänestänyt")
    assert console.tag.text() == "Auki"
    assert all(not label.isVisible() for label in console.rows._totals.values())
    assert console.phone_words() == "äänestys"


def test_hands_are_entered_with_digits_and_enter_alone(make: Make) -> None:
    shown = make(vote())
    console = console_of(shown)
    assert console.add_by_hand()
    fields = [*console.rows.fields.values(), console.rows.voters_field]
    for field, digits in zip(fields, ("4", "", "2", "", "3"), strict=True):
        assert field.hasFocus()
        if digits:
            QTest.keyClicks(field, digits)
        QTest.keyClick(field, Key.Key_Return)
    shown.until(lambda: shown.rig.state.tool(shown.console.step).hand_voters == 3)
    state = shown.rig.state.tool(shown.console.step)
    assert list(state.hands.values()) == [4, 2]
    assert shown.told == ["Käsiäänet kirjattiin"]
    assert not console.warning.isVisible()


def test_a_count_of_the_room_is_one_act(make: Make) -> None:
    """Typed number by number, saved once, undone at once."""
    shown = make(vote(kind="one"))
    console = console_of(shown)
    before = len(shown.rig.session.replica.events)
    assert console.type_digit("1")
    fields = [*console.rows.fields.values()]
    assert fields[0].hasFocus()
    QTest.keyClicks(fields[0], "2")
    QTest.keyClick(fields[0], Key.Key_Tab)
    QTest.keyClicks(fields[1], "21")
    assert console.hand_hint.words() == "Käsin 12, paikalla 6. Enter vie seuraavaan, viimeinen kirjaa."
    for field in fields[1:]:
        QTest.keyClick(field, Key.Key_Return)
    assert console.rows.voters() == 33  # each gives one: the voters follow
    assert "enemmän kuin paikalla (6)" in console.warning.words()
    shown.rig.do(people.set_headcount(54))  # while it is being typed; nothing typed is lost
    assert [field.value() for field in fields[:2]] == [12, 21]
    assert len(shown.rig.session.replica.events) == before + 1
    QTest.keyClick(console.rows.voters_field, Key.Key_Return)
    shown.until(lambda: shown.rig.state.tool(shown.console.step).hand_voters == 33)
    shown.until(lambda: not console.warning.isVisible())
    assert len(shown.rig.session.replica.events) == before + 2
    shown.rig.session.undo()
    shown.until(lambda: not shown.rig.state.tool(shown.console.step).hands)
    shown.until(lambda: [field.value() for field in fields] == [0] * len(fields))


def test_leaving_the_numbers_saves_them_once(make: Make) -> None:
    shown = make(vote())
    console = console_of(shown)
    before = len(shown.rig.session.replica.events)
    assert console.type_digit("3")
    fields = [*console.rows.fields.values()]
    QTest.keyClick(fields[0], Key.Key_Return)
    QTest.keyClicks(fields[1], "5")
    console.close_button.setFocus()
    shown.until(lambda: list(shown.rig.state.tool(shown.console.step).hands.values()) == [3, 5])
    assert len(shown.rig.session.replica.events) == before + 1


def test_numbers_that_cannot_be_right_are_told(make: Make) -> None:
    shown = make(vote(dots=1))
    console = console_of(shown)
    first = next(iter(console.rows.fields.values()))
    first.setText("9")
    first.editingFinished.emit()
    shown.until(console.warning.isVisible)
    assert console.warning.words() == "Kirjoita vielä, kuinka moni äänesti käsin."
    console.rows.voters_field.setText("5")
    console.rows.voters_field.editingFinished.emit()
    shown.until(lambda: "5 äänestäjää" in console.warning.words())


def test_the_result_tells_who_goes_on_and_ties(make: Make) -> None:
    shown = make(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    ids = [candidate.id for candidate in state.candidates]
    for author, place in ((1, 1), (2, 1), (3, 0), (4, 2)):
        shown.rig.send("vote.cast", author, choices={ids[place]: 1})
    shown.rig.send("vote.cast", 5, choices={})
    console = console_of(shown)
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    shown.until(lambda: console.tag.text() == "Laskettu")
    assert next(console.rows._names[key].words() for key in console.rows._keys or ()) == "Sauna"
    marks = {console.rows._names[key].words(): tag.text() for key, tag in console.rows._marks.items() if tag.isVisible()}
    assert marks == {"Sauna": "jatkoon", "Kahvila": "tasan", "Kuntosali": "tasan"}
    assert "Tasan: Kahvila, Kuntosali" in console.told_result.words()
    shown.until(lambda: "Tyhjiä ääniä 1." in shown.words)


def test_hands_stand_apart_from_phones(make: Make) -> None:
    shown = make(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    shown.rig.send("vote.cast", 1, choices={state.candidates[0].id: 1})
    console = console_of(shown)
    first = next(iter(console.rows.fields.values()))
    first.setText("2")
    first.editingFinished.emit()
    console.rows.voters_field.setText("2")
    console.rows.voters_field.editingFinished.emit()
    shown.rig.do(running.close_step())
    shown.until(lambda: "puhelimilla 1, käsin 2" in shown.words)
    assert console.turnout.words() == "1 / 6 äänestänyt · 2 käsin"


def test_rows_do_not_move_under_the_fingers(make: Make) -> None:
    shown = make(vote())
    shown.rig.do(running.close_step())
    console = console_of(shown)
    order = list(console.rows.fields)
    last = console.rows.fields[order[-1]]
    last.setFocus()
    last.setText("7")
    last.editingFinished.emit()
    shown.until(lambda: shown.rig.state.tool(shown.console.step).hands)
    assert list(console.rows.fields) == order
    assert last.hasFocus()


@pytest.mark.parametrize("kind", ["dots", "scale"])
def test_a_vote_nobody_voted_in_is_no_result_of_noughts(make: Make, kind: str) -> None:
    shown = make(vote(kind=kind))
    shown.rig.do(running.close_step())
    console = console_of(shown)
    shown.until(lambda: console.tag.text() == "Ei äänestetty")
    assert all(not label.isVisible() for label in console.rows._totals.values())
    assert not console.told_result.isVisible()
    assert console.turnout.words() == "0 / 6 äänestänyt"
    assert console.again_button.words() == "Avaa äänestys"
    QTest.mouseClick(console.again_button, Qt.MouseButton.LeftButton)
    shown.until(lambda: console.tag.text() == "Auki")
    assert not shown.asked
    first = next(iter(console.rows.fields))
    shown.rig.do(running.close_step())
    shown.rig.do(count_hands(console.step_id, {first: 4}, 4))  # hands alone are a result
    shown.until(lambda: console.tag.text() == "Laskettu")
    assert console.rows._totals[first].isVisible()


def test_a_removed_phones_ballot_is_out_of_the_turnout(make: Make) -> None:
    shown = make(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    for author in (1, 2):
        shown.rig.send("vote.cast", author, choices={state.candidates[0].id: 1})
    shown.rig.do(moderation.remove_person(2))
    shown.until(lambda: console_of(shown).turnout.words() == "1 / 5 äänestänyt")
    assert console_of(shown).turnout.toolTip().startswith("Mukana on 5 puhelinta.")


def test_voting_again_asks_first(make: Make) -> None:
    shown = make(vote())
    state = shown.rig.tool
    assert isinstance(state, State)
    shown.rig.send("vote.cast", 1, choices={state.candidates[0].id: 1})
    shown.rig.do(running.close_step())
    console = console_of(shown)
    QTest.mouseClick(console.again_button, Qt.MouseButton.LeftButton)
    assert [asking.words for asking in shown.asked] == ["Äänestetäänkö uudelleen?"]
    shown.asked[0].on_yes()
    shown.until(lambda: console.tag.text() == "Auki")


def test_a_scale_tells_mean_spread_and_worries(make: Make) -> None:
    shown = make(vote(kind="scale", labels=["En", "Iso huoli", "Pieni huoli", "Voin elää", "Hyvä", "Teen"]))
    for author, step in ((1, "2"), (2, "4"), (3, "5")):
        shown.rig.send("vote.cast", author, choices={step: 1})
    shown.rig.do(running.close_step())
    console = console_of(shown)
    assert console.told_result.words() == "Keskiarvo 3,7, hajonta 2–5. 1 antoi alle kolme: kuulkaa huolet."
    shown.until(lambda: "3 – Voin elää" in shown.words)


def test_everybody_in_is_told_as_agreement(make: Make) -> None:
    shown = make(vote(kind="scale"))
    for author in (1, 2):
        shown.rig.send("vote.cast", author, choices={"3": 1})
    shown.rig.do(running.close_step())
    assert "yhtä mieltä suunnasta" in console_of(shown).told_result.words()


def test_nothing_to_vote_on_says_so(make: Make) -> None:
    shown = make(vote(options=[]))
    console = console_of(shown)
    assert console.nothing.isVisible()
    assert not console.hand_button.isVisible()
    assert not console.add_by_hand()


def survey() -> StepPlan:
    """Three questions."""
    return new_step("Palaute", "survey", 5, settings={"intro": "Lyhyesti", "questions": QUESTIONS})


def survey_of(shown: Shown) -> SurveyConsole:
    assert isinstance(shown.console, SurveyConsole)
    return shown.console


def test_a_survey_shows_turnout_then_figures(make: Make) -> None:
    shown = make(survey())
    console = survey_of(shown)
    for author in range(1, 7):
        shown.rig.send("survey.answered", author, answers={"a": 4, "b": author % 2, "c": f"Kiitos {author}"})
    shown.until(lambda: console.turnout.words() == "6 / 6 vastannut")
    assert "Kiitos" not in shown.words
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    shown.until(lambda: console.tag.text() == "Suljettu")
    shown.until(lambda: "Keskiarvo 4,0 · 6 vastausta" in shown.words)
    shown.until(lambda: "Kiitos 3" in shown.words)


def test_under_five_answers_only_the_count_is_told(make: Make) -> None:
    shown = make(survey())
    console = survey_of(shown)
    for author in range(1, 4):
        shown.rig.send("survey.answered", author, answers={"a": 1, "c": "Salaisuus"})
    shown.until(lambda: console.turnout.words() == "3 / 6 vastannut")
    QTest.mouseClick(console.close_button, Qt.MouseButton.LeftButton)
    assert [asking.words for asking in shown.asked] == ["Suljetaanko kysely?"]
    shown.asked[0].on_yes()
    shown.until(lambda: console.tag.text() == "Suljettu")
    shown.until(lambda: "Vastauksia on alle 5, joten näytetään vain niiden määrä." in shown.words)
    assert "Salaisuus" not in shown.words
    assert "Keskiarvo" not in shown.words


def test_a_question_few_answered_shows_its_count_only(make: Make) -> None:
    shown = make(survey())
    for author in range(1, 7):
        shown.rig.send("survey.answered", author, answers={"a": 5} | ({"c": "Salaisuus"} if author < 3 else {}))
    shown.rig.do(running.close_step())
    shown.until(lambda: "2 vastausta, näytetään vasta viidestä." in shown.words)
    assert "Salaisuus" not in shown.words


def test_a_paper_form_is_written_in_with_f7_and_counts_as_an_answer(make: Make) -> None:
    shown = make(survey())
    assert shown.console.add_by_hand()
    form = shown.console.findChild(PaperForm)
    assert form is not None
    scale = form.findChild(Segmented)
    assert scale is not None
    scale.set_value("4")
    choice = form.findChild(QComboBox)
    assert choice is not None
    choice.setCurrentIndex(2)
    text = form.findChild(QPlainTextEdit)
    assert text is not None
    text.setPlainText("Hyvä ilta")
    form.grab()
    form.accept()
    shown.until(lambda: shown.told == ["Paperilomake on mukana."])
    shown.until(lambda: "1 / " in shown.words)
    shown.rig.do(running.close_step())
    result = shown.console.mine.result
    assert result.answers == 1
    assert result.of("a").counts["4"] == 1
    assert result.of("b").counts["1"] == 1
    assert result.of("c").texts == ["Hyvä ilta"]
    assert not shown.console.add_by_hand()
