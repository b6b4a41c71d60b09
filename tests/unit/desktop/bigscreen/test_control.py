"""The big screen in the real window, with a real log: it follows the evening, and paints only when something is new."""

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.desktop.bigscreen import window
from fasilitaattori.desktop.bigscreen.control import BigScreen
from fasilitaattori.desktop.bigscreen.testcard import PatternSlide
from fasilitaattori.desktop.bigscreen.welcome import WelcomeSlide
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.slides.plain import WordsSlide
from fasilitaattori.kit.slides.question import CardSlide
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.ideas.screen import EmptyWallSlide, WallSlide
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import add_steps, new_step
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.show import show
from tests.unit.desktop.conftest import House

SMEAR = QColor("#ff00ff")


class Smeared(QPixmap):
    """One with something in it already, as the memory of a new one may have."""

    def __init__(self, pixels: QSize) -> None:
        super().__init__(pixels)
        self.fill(SMEAR)


def screen_of(workbench: Workbench) -> BigScreen:
    screen = workbench.screen
    assert isinstance(screen, BigScreen)
    return screen


def open_evening(house: House, workbench: Workbench, qtbot: QtBot, language: str = "fi") -> BigScreen:
    """An evening of a talk and an idea wall, open on the desk."""
    steps = [
        new_step("Tervetuloa", "talk", 10, settings={"prompt": "Kerro, kuka olet."}),
        new_step("Ideaseinä", "ideas", 20, settings={"prompt": "Mitä koululle voisi tehdä?"}),
    ]
    stream = house.workshop(set_info(title="Koulu", start="18.00", language=language), add_steps(steps))
    screen = screen_of(workbench)
    with qtbot.waitSignal(workbench.opened):
        workbench.open(stream, "")
    return screen


def test_it_follows_the_evening(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    assert isinstance(screen.slide, WelcomeSlide)
    workbench.do(running.start())
    qtbot.waitUntil(lambda: isinstance(screen.slide, CardSlide))
    workbench.do(running.next_step())
    qtbot.waitUntil(lambda: isinstance(screen.slide, EmptyWallSlide))
    step = workbench.state.run.current
    assert step is not None
    workbench.do(ideas.add(step, "Kylän olohuone"))
    qtbot.waitUntil(lambda: isinstance(screen.slide, WallSlide))
    workbench.close_workshop()
    assert screen.slide.NAME == "pimennetty"


def test_with_one_display_it_is_an_ordinary_window_and_only_when_asked(
    house: House, workbench: Workbench, qtbot: QtBot
) -> None:
    screen = open_evening(house, workbench, qtbot)
    assert screen.state == "absent"
    screen.open()
    qtbot.waitUntil(lambda: screen.state == "on")
    assert "tervetuloa" in screen.words
    with qtbot.waitSignal(screen.changed):
        screen.close()
    screen.close()
    assert screen.state == "absent"


def test_the_preview_is_the_picture(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    small = screen.picture(336)
    assert small.width() == round(336 * small.devicePixelRatio())
    assert small.height() == round(189 * small.devicePixelRatio())
    large = screen.image(QSize(1024, 768))
    assert (large.width(), large.height()) == (1024, 768)
    screen.open()
    qtbot.waitUntil(lambda: screen.state == "on")
    shown = screen.picture(336)
    assert shown.width() == small.width()


@pytest.mark.parametrize(("width", "high"), [(172, 97), (170, 96), (336, 189)])
def test_the_preview_is_painted_to_its_edges(
    house: House, workbench: Workbench, qtbot: QtBot, width: int, high: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen = open_evening(house, workbench, qtbot)
    monkeypatch.setattr(window, "QPixmap", Smeared)
    image = screen.picture(width).toImage()
    assert (image.width(), image.height()) == (width, high)
    seen = {image.pixelColor(x, y).name() for x in range(width) for y in (0, high - 1)}
    assert SMEAR.name() not in seen
    ground = image.pixelColor(1, high - 2)
    assert {image.pixelColor(x, high - 1).name() for x in (1, width // 2, width - 2)} == {ground.name()}


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 1.75])
def test_a_picture_is_painted_to_its_edges_at_any_factor_of_a_display(qapp: QApplication, ratio: float) -> None:
    pixels = QSize(1366, 769) * ratio
    picture = window.painted(pixels, ratio, lambda painter, size: painter.fillRect(QRectF(QPointF(), size), SMEAR)).toImage()
    last = (picture.width() - 1, picture.height() - 1)
    assert picture.size() == pixels
    assert picture.pixelColor(*last) == picture.pixelColor(0, 0) == SMEAR


def test_nothing_is_painted_while_nothing_changes(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    workbench.do(running.start())
    qtbot.waitUntil(lambda: isinstance(screen.slide, CardSlide))
    screen.look_again()
    changes: list[int] = []
    screen.changed.connect(lambda: changes.append(1))
    before = screen.slide
    screen.look_again()
    screen.look_again()
    assert changes == [] or screen.slide != before  # a minute may have turned meanwhile


def test_the_test_picture_goes_when_something_else_is_shown(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    screen.show_test()
    assert isinstance(screen.slide, PatternSlide)
    assert screen.state == "on"
    screen.hide_test()
    assert isinstance(screen.slide, WelcomeSlide)
    screen.show_test()
    workbench.do(show("black"))
    qtbot.waitUntil(lambda: screen.slide.NAME == "pimennetty")


def test_the_theme_and_the_room_change_the_picture(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    light = screen.image(QSize(320, 180)).pixelColor(300, 170)
    with qtbot.waitSignal(screen.changed):
        house.settings.change(screen_theme="ilta")
    assert screen.image(QSize(320, 180)).pixelColor(300, 170) != light
    house.settings.change(wifi_ssid="Kuikkapera", wifi_password="talkoot2026")
    with qtbot.waitSignal(workbench.room_changed):
        workbench.open_room()
    assert isinstance(screen.slide, WelcomeSlide)
    assert screen.slide.codes is not None
    assert house.room is not None
    assert screen.slide.codes.address == f"127.0.0.1:{house.room.port}"
    assert (screen.slide.codes.name, screen.slide.codes.password) == ("Kuikkapera", "talkoot2026")


def test_the_room_reads_in_the_workshops_language(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot, "sv")
    swedish = screen.image(QSize(480, 270))
    changed = qtbot.waitSignal(screen.changed)
    with changed:
        workbench.do(set_info(language="fi"))
    assert screen.image(QSize(480, 270)) != swedish


def test_while_nobody_looks_nothing_is_laid_out_and_who_looks_sees_what_is_now(
    house: House, workbench: Workbench, qtbot: QtBot
) -> None:
    screen = open_evening(house, workbench, qtbot)
    told: list[str] = []
    screen.changed.connect(lambda: told.append(""))
    with qtbot.waitSignal(workbench.open_session.saved):
        workbench.do(set_info(language="sv"))
    screen.look_again()
    told.clear()  # nobody took the picture this last time
    with qtbot.waitSignal(workbench.open_session.saved):
        workbench.do(set_info(title="Uusi nimi"))
    screen.look_again()
    assert not told
    before = screen.image(QSize(480, 270))
    with qtbot.waitSignal(screen.changed):
        workbench.do(set_info(title="Vielä uudempi nimi"))
    assert screen.image(QSize(480, 270)) != before


def test_pages_are_turned_by_the_facilitator(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    workbench.do(running.start())
    workbench.do(running.next_step())
    qtbot.waitUntil(lambda: isinstance(screen.slide, EmptyWallSlide))
    step = workbench.state.run.current
    assert step is not None
    for index in range(30):
        workbench.do(ideas.add(step, f"Idea numero {index}, ja siihen vielä jotain lisää"))
    qtbot.waitUntil(lambda: screen.page[1] > 1)
    first = screen.image(QSize(480, 270))
    screen.turn_page()
    assert screen.page[0] == 1
    assert screen.image(QSize(480, 270)) != first


def test_the_open_window_is_the_picture_and_not_painted_twice(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    workbench.do(show("message", "Kahvi on katettu"))
    qtbot.waitUntil(lambda: isinstance(screen.slide, WordsSlide))
    screen.open()
    qtbot.waitUntil(lambda: screen.state == "on")
    size = screen.shape
    shown = screen.image(size)
    screen.close()
    assert screen.image(size) == shown
    assert shown != screen.image(QSize(size.width() + 1, size.height()))


def test_what_comes_while_the_screen_rests_is_shown_after_it(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    screen.open()
    workbench.do(running.start())
    workbench.do(running.next_step())
    qtbot.waitUntil(lambda: isinstance(screen.slide, EmptyWallSlide))
    step = workbench.state.run.current
    assert step is not None
    changes: list[int] = []
    screen.changed.connect(lambda: changes.append(1))
    for index in range(20):
        workbench.do(ideas.add(step, f"Idea numero {index}"))
    qtbot.waitUntil(lambda: isinstance(screen.slide, WallSlide) and screen.slide.total == 20)
    assert 0 < len(changes) <= 20


def test_a_picture_that_stands_still_stays_until_it_is_let_go(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    screen = open_evening(house, workbench, qtbot)
    workbench.do(running.start())
    workbench.do(running.next_step())
    qtbot.waitUntil(lambda: isinstance(screen.slide, EmptyWallSlide))
    before = screen.slide
    workbench.do(show("still"))
    step = workbench.state.run.current
    assert step is not None
    workbench.do(ideas.add(step, "Kylän olohuone"))
    workbench.do(running.adjust(600))
    qtbot.waitUntil(lambda: workbench.state.run.adjusted.get(step) == 600 and workbench.state.screen.view == "still")
    screen.look_again()
    assert screen.slide == before
    screen.show_test()  # the test picture is shown all the same, and what comes after it is of now
    assert isinstance(screen.slide, PatternSlide)
    screen.hide_test()
    held = screen.slide
    assert isinstance(held, WallSlide)
    workbench.do(running.previous_step())
    qtbot.waitUntil(lambda: workbench.state.run.current != step)
    screen.look_again()
    assert screen.slide == held
    workbench.do(show("step"))
    qtbot.waitUntil(lambda: isinstance(screen.slide, CardSlide))


def test_a_workshop_opened_with_its_picture_stopped_shows_its_own(house: House, workbench: Workbench, qtbot: QtBot) -> None:
    """Nothing of it was up before, so what is so now comes up first and then stays."""
    screen = open_evening(house, workbench, qtbot)
    stream = workbench.open_session.stream
    workbench.do(running.start())
    workbench.do(show("still"))
    qtbot.waitUntil(lambda: workbench.state.screen.view == "still")
    workbench.close_workshop()
    with qtbot.waitSignal(workbench.opened):
        workbench.open(stream, "")
    assert isinstance(screen.slide, CardSlide)
