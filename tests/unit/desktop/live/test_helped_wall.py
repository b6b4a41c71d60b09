"""The idea wall in the real window: offers come out of the program's own background pool, and a key takes one."""

import pytest
from PySide6.QtCore import Qt

from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.ideas.model import rules
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.live.live import Live


@pytest.fixture
def evening() -> list[StepPlan]:
    """A wall with themes that the method named."""
    return [new_step("Ideat", "ideas", 20, "yksin", settings={"prompt": "Mitä?", "themes": ["Liikenne", "Ruoka"]})]


def test_a_note_goes_where_it_was_offered_and_back_again(planned: Live) -> None:
    live = planned
    live.do(running.start())
    live.until(lambda: isinstance(live.page.work.console, IdeasConsole))
    console = live.page.work.console
    assert isinstance(console, IdeasConsole)
    (note,) = live.do(rules.add(console.step_id, "bussi kulkemaan iltaisin"))
    live.until(lambda: console.wall.go_to(note))
    live.until(lambda: console.help.offers[0].words() == "Liikenne")
    column = console.wall.column("")
    assert column is not None
    live.press(Qt.Key.Key_Q, column.list)
    live.until(lambda: console.mine.theme_of(console.mine.ideas[note]) == console.mine.themes[0].id)
    live.press(Qt.Key.Key_Z, ctrl=True)
    live.until(lambda: not console.mine.theme_of(console.mine.ideas[note]))
