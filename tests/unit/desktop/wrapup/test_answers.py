"""What came of people's words is typed in months after the evening, by keyboard, on approved minutes."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.papers.place import Place
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.answers.editor import notes_words
from fasilitaattori.desktop.wrapup.answers.lines import ANSWERED, LATE, OPEN, Line, belongs, counts, lateness, lines
from fasilitaattori.desktop.wrapup.answers.view import AnswersView
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.desktop.wrapup.views import ANSWERS, MINUTES
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import answers, closing
from fasilitaattori.workshop.answers import DONE, REFUSED, TELLING, UNDER_WAY, WAITING
from tests.unit.desktop.acting import do, until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import settle
from tests.unit.papers.evening import village_evening

FI = translator("fi")
LATER = date(2026, 5, 14)
CTRL = Qt.KeyboardModifier.ControlModifier


# --- the list ---


def names(found: list[Line]) -> list[str]:
    return [line.matter.words or line.matter.kind for line in found]


def test_what_is_late_stands_first_then_what_waits_then_what_is_settled() -> None:
    evening = village_evening()
    by_words = {each.words: each.id for each in answers.matters(evening.state)}
    evening.do(answers.answer(by_words["Kohtaaminen"], UNDER_WAY, "Kesken.", when="30.6."))
    evening.do(answers.answer(by_words["Tulos viedään kunnan tilapalveluihin."], DONE))
    found = [line for line in lines(evening.state, LATER) if line.asked]
    assert [line.late for line in found[:3]] == [True, True, False]
    assert names(found)[:2] == ["Kysytään kunnalta koulun lämmityskulut", evening.state.closing.where]
    assert names(found)[2:5] == [
        "Järjestetään talkoot pihan siistimiseksi",
        "Kyläyhdistys kutsuu koolle työryhmän olohuoneesta ja kahvilasta.",
        "Työ",
    ]
    assert names(found)[-2:] == ["Kohtaaminen", "Tulos viedään kunnan tilapalveluihin."]


def test_ideas_under_a_theme_show_when_they_are_searched_for_or_answered() -> None:
    evening = village_evening()

    def shown(words: str = "") -> list[str]:
        return names([line for line in lines(evening.state, LATER) if belongs(line, "all", words)])

    assert "Kirjaston ja kaupan noutopiste" not in shown()
    assert shown("kirjásto NOUTO") == ["Kirjaston ja kaupan noutopiste"]
    assert shown("työ etätyö") == ["Etätyöhuone ja nopea netti", "Etätyöhuone ja nopea netti"]
    idea = next(each.id for each in answers.matters(evening.state) if each.words.startswith("Kirjaston"))
    evening.do(answers.answer(idea, REFUSED, "Ei tänä vuonna."))
    assert "Kirjaston ja kaupan noutopiste" in shown()


def test_filters_count_what_they_show() -> None:
    evening = village_evening()
    evening.do(answers.answer(TELLING, DONE))
    found = lines(evening.state, LATER)
    told = counts(found)
    assert told[LATE] == 1
    assert told[ANSWERED] == 1
    assert told[OPEN] == told["all"] - 1


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 5, 13), "1 päivän myöhässä"),
        (date(2026, 5, 1), "13 päivää myöhässä"),
        (date(2026, 4, 30), "2 viikkoa myöhässä"),
        (date(2026, 3, 1), "2 kuukautta myöhässä"),
    ],
)
def test_lateness_is_told_as_people_say_it(day: date, words: str) -> None:
    line = SimpleNamespace(late=True, day=day)
    assert lateness(line, LATER, FI) == words  # type: ignore[arg-type]


# --- the view ---


@pytest.fixture
def view(page: WrapUpPage, house: House, evening: str, qtbot: QtBot) -> AnswersView:
    """Nine weeks after the evening, on approved minutes."""
    do(house, evening, closing.what_next("Kuntaan", "Kylä", "20.4."), closing.approve("Aino"))
    settle(page, qtbot)
    page.views.show_view(ANSWERS)
    assert page.views.answers is not None
    shown = page.views.answers
    until(qtbot, lambda: bool(shown.list.model_of.lines()))
    return shown


def test_when_nothing_is_found_everything_is_shown_again_with_one_press(view: AnswersView, qtbot: QtBot) -> None:
    everything = len(view.list.model_of.lines())
    view.finder.show_filter(OPEN)
    view.finder.search.setText("xyz")
    until(qtbot, view.finder.nothing.isVisible)
    assert not view.editor.isVisible()
    until(qtbot, lambda: view.page_field.height() <= view.page_field.sizeHint().height() + 4)  # it is laid out anew
    until(qtbot, lambda: view.page_field.mapTo(view, view.page_field.rect().bottomLeft()).y() > view.height() - 40)
    view.finder.nothing.button.click()
    until(qtbot, lambda: len(view.list.model_of.lines()) == everything)
    assert view.editor.isVisible()
    assert not view.finder.nothing.isVisible()


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, modifier)


def type_in(words: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, words)


def said(workbench: Workbench) -> dict[str, tuple[str, str, str, str]]:
    return {of: (a.outcome, a.text, a.who, a.when) for of, a in workbench.state.answers.by_id.items()}


def test_answers_are_typed_one_after_another_with_the_keyboard_alone(
    view: AnswersView, workbench: Workbench, qtbot: QtBot
) -> None:
    first, second = (line.id for line in view.list.model_of.lines()[:2])
    view.list.setFocus()
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1, CTRL)
    press(Qt.Key.Key_Tab)
    type_in("Se on tehty.")
    press(Qt.Key.Key_Return, CTRL)
    until(qtbot, lambda: said(workbench).get(first, ("", ""))[:2] == (DONE, "Se on tehty."))
    press(Qt.Key.Key_3, CTRL)
    press(Qt.Key.Key_Tab)
    type_in("Rahaa ei ole.")
    press(Qt.Key.Key_Tab)
    type_in("Kunta")
    press(Qt.Key.Key_Tab)
    type_in("17.4.")
    press(Qt.Key.Key_Return)
    until(qtbot, lambda: said(workbench).get(second) == (REFUSED, "Rahaa ei ole.", "Kunta", "17.4."))
    assert view.editor.line is not None
    assert view.editor.line.id == view.list.model_of.lines()[2].id
    assert workbench.state.closing.approved


def test_words_without_an_outcome_wait(view: AnswersView, workbench: Workbench, qtbot: QtBot) -> None:
    of = view.list.model_of.lines()[0].id
    view.editor.text.setFocus()
    type_in("Kysytty kunnalta.")
    view.editor.who.setFocus()
    until(qtbot, lambda: said(workbench).get(of, ("", ""))[:2] == (WAITING, "Kysytty kunnalta."))
    assert view.editor.outcome.value() == WAITING


def test_an_answered_line_stays_where_it_is_until_the_list_is_made_anew(
    view: AnswersView, workbench: Workbench, qtbot: QtBot
) -> None:
    before = [line.id for line in view.list.model_of.lines()]
    view.editor.choose(DONE)
    until(qtbot, lambda: before[0] in said(workbench))
    assert [line.id for line in view.list.model_of.lines()] == before
    view.finder.show_filter(ANSWERED)
    assert [line.id for line in view.list.model_of.lines()] == before[:1]
    view.finder.show_filter("all")
    assert [line.id for line in view.list.model_of.lines()][-1] == before[0]


def test_what_is_half_typed_is_saved_when_another_line_or_view_is_chosen(
    view: AnswersView, page: WrapUpPage, workbench: Workbench, qtbot: QtBot
) -> None:
    first, second = (line.id for line in view.list.model_of.lines()[:2])
    view.editor.text.setFocus()
    type_in("Yksi")
    view.choose(second)
    until(qtbot, lambda: said(workbench).get(first, ("", ""))[1] == "Yksi")
    assert view.editor.text.toPlainText() == ""
    view.editor.text.setFocus()
    type_in("Kaksi")
    page.views.show_view(MINUTES)
    until(qtbot, lambda: said(workbench).get(second, ("", ""))[1] == "Kaksi")


def test_an_answer_that_is_too_long_stays_to_be_shortened(
    view: AnswersView, workbench: Workbench, house: House, evening: str, qtbot: QtBot
) -> None:
    first, second = (line.id for line in view.list.model_of.lines()[:2])
    long = "x" * 4100
    view.editor.text.setFocus()
    view.editor.text.insertPlainText(long)
    for leave in (
        view.go_on,
        lambda: view.choose(second),
        lambda: view.list.setCurrentIndex(view.list.model_of.index(1, 0)),
        lambda: until(qtbot, lambda: view.list.currentIndex().row() == 0),
        lambda: view.finder.show_filter(ANSWERED),
        lambda: view.finder.show_filter("all"),
        lambda: do(house, evening, answers.answer(second, DONE)),
    ):
        leave()
        assert view.editor.line is not None
        assert (view.editor.line.id, view.editor.text.toPlainText()) == (first, long)
    until(qtbot, lambda: second in said(workbench))
    assert view.editor.text.toPlainText() == long
    assert view.editor.text.accessibleDescription() == "Teksti on liian pitkä. Enintään 4000 merkkiä."
    assert first not in said(workbench)
    view.editor.text.setPlainText("Lyhyt")
    view.go_on()
    until(qtbot, lambda: said(workbench).get(first, ("", ""))[:2] == (WAITING, "Lyhyt"))
    assert view.editor.line is not None
    assert view.editor.line.id != first
    assert view.editor.text.accessibleDescription() == ""


def test_an_answer_is_taken_back_and_brought_back(view: AnswersView, workbench: Workbench, qtbot: QtBot) -> None:
    of = view.list.model_of.lines()[0].id
    view.editor.choose(DONE)
    until(qtbot, lambda: of in said(workbench) and view.editor.withdraw_button.isVisible())
    view.editor.withdraw_button.click()
    until(qtbot, lambda: of not in said(workbench) and view.editor.outcome.value() == "")
    workbench.undo()
    until(qtbot, lambda: of in said(workbench) and view.editor.outcome.value() == DONE)


def test_how_a_time_is_read_is_told(view: AnswersView) -> None:
    view.editor.when.setText("kun lumi sulaa")
    view.editor.when.textEdited.emit("kun lumi sulaa")
    assert view.editor.reading.words().startswith("Tästä ei voi lukea päivää")
    view.editor.when.setText("31.12.2099")
    view.editor.when.textEdited.emit("31.12.2099")
    assert view.editor.reading.words() == "Työpajojen luettelo muistuttaa, jos 31.12.2099 menee ohi."


def test_what_the_log_says_already_stands_as_a_hint(view: AnswersView, workbench: Workbench) -> None:
    action = next(entry for entry in workbench.state.record.of_kind("action") if entry.who)
    view.choose(action.id)
    assert view.editor.who.text() == ""
    assert view.editor.who.placeholderText() == action.who


def test_an_address_that_will_not_do_is_told_under_its_field(view: AnswersView, workbench: Workbench, qtbot: QtBot) -> None:
    view.page.setText("kylätalo")
    view.page.commit()
    until(qtbot, lambda: view.page.accessibleDescription().startswith("Verkko-osoite ei kelpaa"))
    view.page.setText("kuikkapera.fi/kylatalo")
    view.page.commit()
    until(qtbot, lambda: workbench.state.answers.page == "https://kuikkapera.fi/kylatalo")
    assert view.page.accessibleDescription() == ""


def test_the_paper_is_saved_with_what_was_just_typed(
    view: AnswersView, page: WrapUpPage, tmp_path: Path, qtbot: QtBot, workbench: Workbench
) -> None:
    def ask(parent: QWidget, place: Place, on_path: Callable[[Path], None]) -> None:
        on_path(tmp_path / place.name)

    page.saver.ask = ask
    view.editor.choose(DONE)
    view.editor.text.setFocus()
    type_in("Juuri kirjoitettu.")
    view.head.page_button.click()
    until(qtbot, lambda: bool(list(tmp_path.glob("*.html"))) and not page.saver.is_busy)
    assert "Juuri kirjoitettu." in next(tmp_path.glob("*.html")).read_text(encoding="utf-8")


def test_the_poster_is_looked_at_among_the_papers(view: AnswersView, window: MainWindow, qtbot: QtBot) -> None:
    view.head.poster_button.click()
    until(qtbot, lambda: window.pages.name == "tulosteet")
    assert window.pages.page.options._kind.key == "follow_up_poster"  # type: ignore[union-attr]


def test_keys_of_the_minutes_do_nothing_here(view: AnswersView, page: WrapUpPage) -> None:
    assert page.keys()[0].title == "Mitä tehtiin"
    page.views.show_view(MINUTES)
    assert page.keys()[0].title == "Muistio"


def test_before_the_evening_is_over_the_view_says_what_it_is_for(house: House, window: MainWindow, qtbot: QtBot) -> None:
    stream = house.evening("kylailta", date="2026-03-12")
    bench = window.workbench
    bench.view_wanted = ANSWERS
    bench.open(stream, "kokoa")
    until(qtbot, lambda: window.pages.name == "kokoa" and isinstance(window.pages.page, WrapUpPage))
    shown = window.pages.page.views.answers  # type: ignore[union-attr]
    assert shown is not None
    assert shown.empty.heading.words() == "Tämä on illan jälkeistä aikaa varten"
    assert not shown.head.pdf_button.isEnabled()
    told = shown.empty.sentence
    until(qtbot, lambda: told.height() >= told.heightForWidth(told.width()))


def test_what_was_promised_is_told_as_one_line() -> None:
    evening = village_evening()
    evening.do(closing.what_next("Kuntaan.", "Kylä", "20.4."))
    promise = next(line for line in lines(evening.state, LATER) if line.matter.kind == TELLING)
    assert notes_words(promise, evening.state.closing.where, FI) == "Kuntaan · Kylä · 20.4."
