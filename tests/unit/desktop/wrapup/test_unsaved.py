"""What could not be saved stays where it was typed, and is saved when that can be done again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.asking import Notice
from fasilitaattori.desktop.wrapup.answers.view import AnswersView
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.errors import StorageError
from fasilitaattori.workshop.answers import DONE
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.acting import until
from tests.unit.desktop.conftest import House
from tests.unit.desktop.wrapup.conftest import settle
from tests.unit.desktop.wrapup.test_giving_out import Answering

TEXTS = "method", "agenda"
WORDS = "Pihan valot kuntoon"


class Disk:
    """While it is `full`, nothing that the window asks for is written."""

    def __init__(self, page: WrapUpPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
        self.full = False
        self._page, self._qtbot = page, qtbot
        session = page.workbench.open_session
        ask = session.do

        def refuse(_: Workshop) -> Any:
            raise StorageError("Levy on täynnä.", "Vapauta tilaa.")

        monkeypatch.setattr(session, "do", lambda command, *more: ask(refuse if self.full else command, *more))

    def answers(self) -> None:
        """Everything asked for has been answered."""
        until(self._qtbot, lambda: not self._page.workbench.open_session.pending)


@pytest.fixture
def disk(page: WrapUpPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(page, qtbot, monkeypatch)


def typed(field: QWidget, words: str = WORDS) -> None:
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, words)


def section_text(page: WrapUpPage) -> QWidget:
    page.choose(TEXTS[0])
    return page.editor.text.text


def what_next(page: WrapUpPage) -> QWidget:
    page.choose("next")
    return page.editor.further.where


def who_tells(page: WrapUpPage) -> QWidget:
    page.choose("next")
    return page.editor.further.who


def place(page: WrapUpPage) -> QWidget:
    page.choose("basics")
    return page.editor.forms["basics"].lines["place"]  # type: ignore[attr-defined, no-any-return]


def goal(page: WrapUpPage) -> QWidget:
    page.choose("basics")
    return page.editor.forms["basics"].goal  # type: ignore[attr-defined, no-any-return]


def action(page: WrapUpPage) -> QWidget:
    page.choose("actions")
    return page.editor.deeds.rows()[0].what


def new_action(page: WrapUpPage) -> QWidget:
    page.choose("actions")
    page.editor.deeds.add()
    return page.editor.deeds.rows()[-1].what


FIELDS = [section_text, what_next, who_tells, place, goal, action, new_action]


def words_in(field: Any) -> str:
    return field.text() if hasattr(field, "text") else field.toPlainText()  # type: ignore[no-any-return]


def in_log(state: Workshop) -> str:
    """Everything that could have been saved, as text."""
    return f"{state.closing} {state.info} {state.record.entries}"


@pytest.mark.parametrize("find", FIELDS)
def test_words_stay_in_their_field_until_they_are_saved(
    page: WrapUpPage, disk: Disk, qtbot: QtBot, told: list[Notice], find: Callable[[WrapUpPage], QWidget]
) -> None:
    field, state = find(page), page.workbench.open_session
    settle(page, qtbot)
    disk.full = True
    told.clear()
    typed(field)
    page.editor.commit()
    disk.answers()
    settle(page, qtbot)
    assert words_in(field) == WORDS
    assert [notice.kind for notice in told] == ["error"]
    page.editor.refresh()
    assert words_in(field) == WORDS
    assert WORDS not in in_log(state.state)
    disk.full = False
    page.editor.commit()
    disk.answers()
    assert WORDS in in_log(state.state)
    assert words_in(field) == WORDS


@pytest.mark.parametrize("find", FIELDS)
def test_words_that_were_not_saved_do_not_come_over_later_ones(
    page: WrapUpPage, disk: Disk, qtbot: QtBot, find: Callable[[WrapUpPage], QWidget]
) -> None:
    field, state = find(page), page.workbench.open_session
    settle(page, qtbot)
    disk.full = True
    typed(field, "Pihalle penkki")
    page.editor.commit()
    disk.full = False
    typed(field)
    page.editor.commit()
    disk.answers()
    settle(page, qtbot)
    assert words_in(field) == WORDS
    page.editor.commit()
    disk.answers()
    assert WORDS in in_log(state.state)
    assert "penkki" not in in_log(state.state)


def test_what_is_thrown_away_does_not_come_back(page: WrapUpPage, disk: Disk, qtbot: QtBot) -> None:
    field, state = section_text(page), page.workbench.open_session
    settle(page, qtbot)
    before = words_in(field)
    disk.full = True
    typed(field)
    page.editor.commit()
    page.editor.text.forget()
    disk.full = False
    disk.answers()
    settle(page, qtbot)
    page.editor.commit()
    disk.answers()
    assert WORDS not in in_log(state.state)
    assert words_in(field) == before


def test_each_section_keeps_its_own_words(page: WrapUpPage, disk: Disk, qtbot: QtBot) -> None:
    field = section_text(page)
    settle(page, qtbot)
    disk.full = True
    typed(field)
    page.choose("basics")
    disk.answers()
    section_text(page)
    settle(page, qtbot)
    assert words_in(field) == WORDS
    page.choose(TEXTS[1])
    disk.answers()
    settle(page, qtbot)
    assert WORDS not in words_in(field)
    disk.full = False
    page.editor.commit()
    disk.answers()
    assert page.workbench.state.closing.edited[TEXTS[0]] == WORDS


def test_a_section_put_back_forgets_what_could_not_be_saved(page: WrapUpPage, disk: Disk, qtbot: QtBot) -> None:
    field = section_text(page)
    settle(page, qtbot)
    generated = words_in(field)
    disk.full = True
    typed(field)
    page.editor.commit()
    disk.answers()
    page.editor.text.forget()
    assert words_in(field) == generated
    disk.full = False
    page.editor.commit()
    disk.answers()
    assert TEXTS[0] not in page.workbench.state.closing.edited


def test_an_action_without_words_has_them_again(page: WrapUpPage, disk: Disk, qtbot: QtBot) -> None:
    field = action(page)
    before = words_in(field)
    disk.full = True
    field.clear()  # type: ignore[attr-defined]
    page.editor.commit()
    disk.answers()
    settle(page, qtbot)
    assert words_in(field) == before


def test_an_answer_stays_with_what_it_answers(
    page: WrapUpPage, disk: Disk, house: House, evening: str, qtbot: QtBot, told: list[Notice]
) -> None:
    page.views.show_view("answers")
    view = page.views.answers
    assert isinstance(view, AnswersView)
    first, second = (line.id for line in view.list.model_of.lines()[:2])
    editor, answers = view.editor, page.workbench.open_session.state.answers
    disk.full = True
    told.clear()
    typed(editor.text)
    editor.choose(DONE)
    disk.answers()
    assert (words_in(editor.text), editor.outcome.value()) == (WORDS, DONE)
    assert {notice.kind for notice in told} == {"error"}
    view.choose(second)
    disk.answers()
    assert (words_in(editor.text), editor.outcome.value()) == ("", "")
    view.choose(first)
    disk.answers()
    assert (words_in(editor.text), editor.outcome.value()) == (WORDS, DONE)
    disk.full = False
    view.commit()
    disk.answers()
    assert answers.by_id[first].text == WORDS
    assert second not in answers.by_id
    disk.full = True
    typed(editor.who)
    view.commit()
    disk.answers()
    editor.withdraw_button.click()
    disk.full = False
    view.commit()
    disk.answers()
    assert answers.by_id[first].who == ""


@pytest.mark.parametrize("find", [*FIELDS, None])
def test_what_is_given_out_does_not_wait_for_ever(
    page: WrapUpPage, disk: Disk, qtbot: QtBot, tmp_path: Path, find: Callable[[WrapUpPage], QWidget] | None
) -> None:
    page.saver.ask = answering = Answering(tmp_path / "muistio.md")
    if find is None:
        page.views.show_view("answers")
        view = page.views.answers
        assert isinstance(view, AnswersView)
        field: QWidget = view.page
    else:
        field = find(page)
    settle(page, qtbot)
    disk.full = True
    typed(field)
    page.giving.save("md")
    until(qtbot, lambda: len(answering.asked) == 1)
    until(qtbot, lambda: not page.saver.is_busy)
    assert WORDS not in (tmp_path / "muistio.md").read_text(encoding="utf-8")
