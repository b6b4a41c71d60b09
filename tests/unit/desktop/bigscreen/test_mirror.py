"""The big screen on other devices, from the desk's side: drawn only for somebody and only when changed; the dialog."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from PySide6.QtCore import QObject, QSize, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import OpenRoom, Program
from fasilitaattori.app.screens import FILE, OtherScreens
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.bigscreen.control import BigScreen
from fasilitaattori.desktop.bigscreen.mirror import PNG, WEBP, Made, ScreenMirror, encoded, size_of
from fasilitaattori.desktop.live.elsewhere_dialog import ElsewhereDialog
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.phones.screen import mirror
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.pause.screen import PauseSlide
from fasilitaattori.workshop import running
from fasilitaattori.workshop.show import show
from tests.unit.desktop.bigscreen.evening import WALL
from tests.unit.desktop.network.conftest import HERE, RealHouse


class Counting(QObject):
    """Counts how often the big screen is drawn for others, and how often it changes."""

    def __init__(self, screen: BigScreen) -> None:
        super().__init__(screen)
        self.drawn = self.changes = 0
        screen.changed.connect(self._changed)
        self._image = screen.image
        screen.image = self._draw  # type: ignore[method-assign]

    @Slot()
    def _changed(self) -> None:
        self.changes += 1

    def _draw(self, size: QSize) -> QImage:
        self.drawn += 1
        return self._image(size)


class House(RealHouse):
    """With a window, so that there is something to show."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.program.has_window = True


@pytest.fixture(autouse=True)
def viewers_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever has looked once is not taken to be gone because the machine is busy."""
    monkeypatch.setattr(mirror, "LOOKS", 3600.0)


@pytest.fixture
def house(qapp: QApplication, tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    yield made
    made.close()


@pytest.fixture
def screens(house: House, workbench: Workbench, qtbot: QtBot) -> OtherScreens:
    """An evening with its room open."""
    with qtbot.waitSignal(workbench.opened):
        workbench.open(house.program.new_workshop("kylailta", "fi"), "")
    with qtbot.waitSignal(workbench.room_changed):
        workbench.open_room()
    room = workbench.room
    assert isinstance(room, OpenRoom)
    assert room.screens is not None
    return room.screens


@pytest.fixture
def viewer(screens: OtherScreens, house: House) -> Iterator[httpx.Client]:
    """A browser that has given the code."""
    assert house.program.room is not None
    root = f"http://{HERE}:{house.program.room.port}"
    with httpx.Client(base_url=root, headers={"accept": "image/webp"}, trust_env=False, timeout=120) as client:
        entered = client.post("/screen", data={"code": screens.code})
        client.base_url = root + entered.headers["location"].split("?")[0]
        yield client


def image_of(viewer: httpx.Client) -> QImage:
    answer = viewer.get("picture?w=tv")
    return QImage.fromData(answer.content) if answer.status_code == 200 else QImage()


def mirror_of(workbench: Workbench) -> ScreenMirror:
    found = workbench.findChild(ScreenMirror)
    assert isinstance(found, ScreenMirror)
    return found


def let_it_look(qtbot: QtBot, workbench: Workbench) -> None:
    """Until it has looked some times whether there is something to draw."""
    pace = mirror_of(workbench)._pace
    for _ in range(3):
        with qtbot.waitSignal(pace.timeout):
            pass


def test_a_viewer_sees_the_very_picture_of_the_room(
    viewer: httpx.Client, workbench: Workbench, qtbot: QtBot, screens: OtherScreens
) -> None:
    def as_in_the_room() -> bool:
        shown = image_of(viewer)
        return not shown.isNull() and shown.convertToFormat(QImage.Format.Format_RGB32) == workbench.screen.image(shown.size())

    workbench.screen.image(QSize(1920, 1080))  # letters that Qt has drawn before lie a hair's breadth elsewhere
    qtbot.waitUntil(as_in_the_room)
    assert image_of(viewer).size() == QSize(1920, 1080)
    assert "Aloitamme klo" in viewer.get("text?w=tv").text
    assert screens.watching == 1


def test_it_follows_the_evening_in_picture_and_words(viewer: httpx.Client, workbench: Workbench, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(viewer.get("now?w=tv").json()["v"]))
    before = viewer.get("now?w=tv").json()
    workbench.do(show("message", "Kahvi on katettu"))
    qtbot.waitUntil(lambda: "Kahvi on katettu" in viewer.get("text?w=tv").text)
    after = viewer.get("now?w=tv").json()
    assert after["v"] != before["v"]
    assert after["t"] != before["t"]
    workbench.do(show("black"))
    qtbot.waitUntil(lambda: "Kahvi on katettu" not in viewer.get("text?w=tv").text)


def test_nothing_is_drawn_while_nobody_looks(screens: OtherScreens, workbench: Workbench, qtbot: QtBot, house: House) -> None:
    screen = workbench.screen
    assert isinstance(screen, BigScreen)
    counting = Counting(screen)
    workbench.do(show("message", "Hei"))
    qtbot.waitUntil(lambda: workbench.state.screen.text == "Hei")
    let_it_look(qtbot, workbench)
    assert counting.drawn == 0
    counting.changes = 0
    assert house.program.room is not None
    httpx.get(f"http://{HERE}:{house.program.room.port}{_base(screens)}/now?w=tv", trust_env=False, timeout=120)
    qtbot.waitUntil(lambda: counting.drawn >= 1)
    let_it_look(qtbot, workbench)
    assert counting.drawn <= 1 + counting.changes  # the same picture is not drawn again; a minute may have turned meanwhile
    drawn = counting.drawn
    workbench.do(show("message", "Hei taas"))
    qtbot.waitUntil(lambda: counting.drawn > drawn)


def _base(screens: OtherScreens) -> str:
    return f"/s/{screens._mirror.capability}"


def test_when_notes_pour_in_few_pictures_are_drawn_and_the_last_one_is_shown(
    viewer: httpx.Client, workbench: Workbench, qtbot: QtBot
) -> None:
    step = next(each.id for each in workbench.state.plan.steps() if each.tool == "ideas")
    workbench.do(running.start())
    workbench.do(running.go_to(step))
    assert isinstance(workbench.screen, BigScreen)
    counting, pace = Counting(workbench.screen), mirror_of(workbench)._pace
    pace.stop()  # all of them come between two looks
    for words in WALL:
        workbench.do(ideas.add(step, words))
    qtbot.waitUntil(lambda: len(workbench.state.tool(workbench.state.plan.need(step)).ideas) == len(WALL))
    assert counting.drawn == 0
    pace.start()
    qtbot.waitUntil(lambda: all(words in viewer.get("text?w=tv").text for words in WALL))
    assert 1 <= counting.drawn < len(WALL) / 2


def test_the_screen_is_made_for_the_first_who_looks(viewer: httpx.Client, workbench: Workbench, qtbot: QtBot) -> None:
    assert not workbench.has_screen  # nobody has turned to the live desk yet
    qtbot.waitUntil(lambda: not image_of(viewer).isNull())
    assert workbench.has_screen


def test_a_countdown_is_drawn_once_a_second_at_most(viewer: httpx.Client, workbench: Workbench, qtbot: QtBot) -> None:
    step = next(each.id for each in workbench.state.plan.steps() if each.tool == "pause")
    workbench.do(running.start())
    workbench.do(running.go_to(step))
    qtbot.waitUntil(lambda: "Jatkamme klo" in viewer.get("text?w=tv").text)
    screen = workbench.screen
    assert isinstance(screen, BigScreen)
    counting, left = Counting(screen), list[int]()
    told = viewer.get("now?w=tv").json()["t"]

    def note() -> None:
        assert isinstance(screen.slide, PauseSlide)
        left.append(screen.slide.left)

    screen.changed.connect(note)
    qtbot.waitUntil(lambda: len(left) == 3)
    let_it_look(qtbot, workbench)
    screen.changed.disconnect(note)
    assert left == sorted(set(left), reverse=True)  # it has changed with the seconds, and with nothing else
    assert counting.drawn <= len(left) + 2
    assert viewer.get("now?w=tv").json()["t"] == told  # in words nothing has happened


def test_a_browser_without_webp_is_given_png(viewer: httpx.Client, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not image_of(viewer).isNull())
    old = {"accept": "image/png,image/*;q=0.8"}

    def given() -> bool:
        return viewer.get("picture?w=ipad", headers=old).headers["content-type"] == PNG

    qtbot.waitUntil(given)
    png = QImage.fromData(viewer.get("picture?w=ipad", headers=old).content).convertToFormat(QImage.Format.Format_RGB32)
    assert png == image_of(viewer).convertToFormat(QImage.Format.Format_RGB32)


def test_nothing_is_encoded_twice() -> None:
    image = QImage(64, 36, QImage.Format.Format_RGB32)
    image.fill(0xFF17392F)
    first = encoded(image, frozenset({WEBP}), Made())
    both = encoded(image, frozenset({PNG}), first)
    assert both.version == first.version
    assert both.images[WEBP] is first.images[WEBP]
    assert both.images.keys() == {WEBP, PNG}
    image.setPixel(3, 3, 0xFFF2B632)
    other = encoded(image, frozenset({WEBP}), both)
    assert other.version != first.version
    assert other.images.keys() == {WEBP}


@pytest.mark.parametrize(
    ("shape", "size"),
    [((1920, 1080), (1920, 1080)), ((1024, 768), (1440, 1080)), ((2560, 1080), (1920, 810)), ((3840, 2160), (1920, 1080))],
)
def test_the_picture_has_the_shape_of_the_rooms_own(shape: tuple[int, int], size: tuple[int, int]) -> None:
    assert size_of(QSize(*shape)) == QSize(*size)


def test_the_mirror_rests_when_the_room_is_closed(screens: OtherScreens, workbench: Workbench, qtbot: QtBot) -> None:
    mirror = mirror_of(workbench)
    assert mirror._pace.isActive()
    workbench.close_room()
    assert not mirror._pace.isActive()


# --- the desk ---


def test_the_code_is_new_each_evening_and_the_same_after_a_restart(house: House, screens: OtherScreens) -> None:
    room = house.program.room
    assert room is not None
    code, base = screens.code, _base(screens)
    assert len(code) == 6
    assert code.isdigit()
    assert (house.folder / FILE).stat().st_mode & 0o077 == 0
    stream = screens._workshop
    again = house.program.open_room(stream, host=HERE).screens
    assert again is not None
    assert (again.code, _base(again)) == (code, base)
    written = (house.folder / FILE).read_text(encoding="utf-8")
    (house.folder / FILE).write_text(written.replace('"evening":"2', '"evening":"1'), encoding="utf-8")
    tomorrow = house.program.open_room(stream, host=HERE).screens
    assert tomorrow is not None
    assert _base(tomorrow) != base
    (house.folder / FILE).write_text("{", encoding="utf-8")
    assert house.program.open_room(stream, host=HERE).screens is not None


def test_without_a_window_nothing_is_offered(tmp_path: Path) -> None:
    program = Program(tmp_path)
    try:
        program.door.start()
        program.door.wait_ready()
        room = program.open_room(program.new_workshop("eratauko", "fi"), host=HERE, port=0)
        assert room.screens is None
        assert httpx.get(f"http://{HERE}:{room.port}/screen", trust_env=False, timeout=120).status_code == 404
    finally:
        program.close()


def test_the_program_with_its_window_offers_it(qapp: QApplication, tmp_path: Path) -> None:
    whole = Windowed(Program(tmp_path))
    try:
        assert whole.program.has_window
    finally:
        whole.close()
        whole.window.deleteLater()  # whole, before Python takes it apart piece by piece


def test_the_dialog_tells_how_and_how_many(
    screens: OtherScreens, viewer: httpx.Client, workbench: Workbench, qtbot: QtBot
) -> None:
    workbench.go("ohjaa")
    window = workbench.parent()
    assert isinstance(window, MainWindow)
    page = window.pages.page
    assert isinstance(page, LivePage)
    words = [action.text() for action in page.work.room.make_menu().actions()]
    assert "Näytä muulla laitteella…" in words
    page.work.room.show_elsewhere()
    dialog = window.findChild(ElsewhereDialog)
    assert isinstance(dialog, ElsewhereDialog)
    assert dialog.qr.words() == screens.url
    assert dialog.address.text().endswith("/screen")
    assert dialog.code.text().replace(" ", "") == screens.code
    viewer.get("now?w=tv")
    dialog.show_now()
    assert "1 laite" in dialog.count.text()
    before = screens.code
    dialog.renew_button.click()
    assert screens.code != before
    assert dialog.code.text().replace(" ", "") == screens.code
    assert viewer.get("now?w=tv").status_code == 404
    with qtbot.waitSignal(dialog.rejected):
        workbench.close_room()
