"""What is typed and not yet said survives a change of the language."""

from PySide6.QtCore import Qt

from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.tools.ideas.console.paper_row import PaperField
from fasilitaattori.workshop import agenda, running
from tests.unit.desktop.live.live import Live

Key = Qt.Key


def anew(live: Live, language: str = "sv") -> LivePage:
    """The page that is made when the language changes."""
    live.window.services.settings.language = language
    live.until(lambda: live.window.pages.made("ohjaa") not in (None, live.page))
    made = live.window.pages.made("ohjaa")
    assert isinstance(made, LivePage)
    return made


def test_another_language_takes_no_half_typed_name_of_a_speaker(live: Live) -> None:
    live.page.work.floor.speaking.reply_requested.emit()
    live.page.work.floor.name_field.setText("Hel")
    floor = anew(live).work.floor
    assert floor.name_field.text() == "Hel"
    assert floor.name_field.placeholderText() == "Vem svarar kort: namn eller bord"
    floor.name_field.setText("Helmi")
    live.press(Key.Key_Return, floor.name_field)
    live.until(lambda: [each.reply for each in live.state.floor.queue(live.state.run.current)] == [True])


def test_a_page_on_which_nothing_is_typed_is_made_only_when_it_is_shown(live: Live) -> None:
    live.window.workbench.go("asetukset")
    live.window.services.settings.language = "sv"
    live.window.pages.settle()
    assert live.window.pages.made("ohjaa") is None


def test_a_speaker_on_the_way_to_the_disk_is_not_typed_again(live: Live) -> None:
    floor = live.page.work.floor
    floor.name_field.setText("Helmi")
    live.press(Key.Key_Return, floor.name_field)
    made = anew(live)
    live.until(lambda: live.state.floor.queue(live.state.run.current))
    assert made.work.floor.name_field.text() == ""


def test_another_language_takes_nothing_typed_before_the_start(planned: Live) -> None:
    planned.write(planned.page.before.name_field, "Pöytä 4")
    assert anew(planned, "en").before.name_field.text() == "Pöytä 4"


def test_another_language_takes_nothing_typed_at_the_wall(planned: Live) -> None:
    wall = agenda.new_step("Ideat", "ideas", 20)
    planned.do(agenda.add_step(wall))
    planned.do(running.start())
    planned.do(running.go_to(wall.id))
    planned.until(planned.page.work.isVisible)
    planned.press(Key.Key_F7)
    planned.until(lambda: planned.page.findChildren(PaperField))
    planned.write(planned.page.findChildren(PaperField)[0], "Lisää penkkejä")
    made = anew(planned)
    assert [field.text() for field in made.findChildren(PaperField)] == ["Lisää penkkejä"]
