"""Reminders of time: told at the desk and in the room, silenced, and a workshop's own."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.bigscreen.control import BigScreen
from fasilitaattori.desktop.live.marks_dialog import MarksDialog
from fasilitaattori.workshop import running
from tests.unit.desktop.live.live import Live

Key = Qt.Key


def test_at_a_mark_the_desk_and_the_room_tell_of_the_time(live: Live) -> None:
    now, step = live.page.work.now, live.plans[1].id
    live.do(running.pause())
    left = live.state.run.timer(live.state.plan.need(step), live.house.clock.ms()).left_ms
    live.house.settings.change(time_marks="12")
    live.do(running.adjust(12 * 60 - left // 1000))  # within a second of the mark
    assert now.accessibleName() == "Nyt: kaikki yhdessä, ringissä"
    live.do(running.resume())
    live.house.clock.advance(2)
    live.until(lambda: now.accessibleName() == "Aikaa 12 minuuttia")
    screen = live.window.workbench.screen
    assert isinstance(screen, BigScreen)
    live.until(lambda: getattr(screen.slide, "around").mark == "Aikaa 12 minuuttia")  # noqa: B009 - any slide of a step


def test_the_sounds_are_silenced_with_one_key(live: Live) -> None:
    sounds = live.window.workbench.sounds
    assert not live.page.head.silent.isVisible()
    live.press(Key.Key_M, ctrl=True)
    assert sounds.muted
    assert live.page.head.silent.isVisible()
    assert not sounds.play("knock")
    live.click(live.page.head.silent)
    assert not sounds.muted
    assert not live.page.head.silent.isVisible()


def marks_asked(live: Live) -> MarksDialog:
    """The dialog that asks for the marks."""
    live.page.marks.ask()
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, MarksDialog) and w.isVisible())


def test_a_workshop_has_marks_of_its_own_and_the_settings_stay(live: Live) -> None:
    asked = marks_asked(live)
    assert asked.line.text() == "5, 1, 0"
    assert not asked.reset_button.isVisible()
    asked.line.setText("viisi")
    assert not asked.act_button.isEnabled()
    live.press(Key.Key_Return, asked.line)
    assert asked.isVisible()
    asked.line.setText("0 10 5")
    live.press(Key.Key_Return, asked.line)
    live.until(lambda: live.state.run.marks == (10, 5, 0))
    assert live.house.settings.time_marks == "5, 1, 0"
    assert live.page.marks.words() == "10, 5, 0"
    asked = marks_asked(live)
    assert asked.line.text() == "10, 5, 0"
    live.click(asked.reset_button)
    live.until(lambda: live.state.run.marks is None and live.page.marks.words() == "5, 1, 0")


def test_marks_for_all_workshops_become_the_usual_ones(live: Live) -> None:
    live.do(running.set_marks([7]))
    asked = marks_asked(live)
    asked.where.set_value("everywhere")
    asked.line.setText("")
    asked.act_button.click()
    live.until(lambda: live.state.run.marks is None)
    assert live.house.settings.time_marks == ""
    assert live.page.marks.words() == ""


def test_the_own_marks_of_a_workshop_are_seen(live: Live) -> None:
    now, step = live.page.work.now, live.plans[1].id
    live.do(running.pause())
    live.do(running.set_marks([12]))
    left = live.state.run.timer(live.state.plan.need(step), live.house.clock.ms()).left_ms
    live.do(running.adjust(12 * 60 - left // 1000))
    live.do(running.resume())
    live.house.clock.advance(2)
    live.until(lambda: now.accessibleName() == "Aikaa 12 minuuttia")
    screen = live.window.workbench.screen
    assert isinstance(screen, BigScreen)
    live.until(lambda: getattr(screen.slide, "around").mark == "Aikaa 12 minuuttia")  # noqa: B009 - any slide of a step
