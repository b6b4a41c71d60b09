"""A short evening run from the desk by hand: the whole program with its window, and phones over real HTTP."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.tools.ideas.console import IdeasConsole
from fasilitaattori.tools.ideas.console.items import WAITING
from fasilitaattori.tools.vote.console import VoteConsole
from fasilitaattori.workshop import agenda, info
from fasilitaattori.workshop.agenda import new_step
from tests.e2e.callers import Phone
from tests.unit.desktop.network.conftest import free_port

LONG_MS = 60_000  # a slow machine is not a wrong program
Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
STEPS = [
    new_step("Keskustelu", "discussion", 30, settings={"prompts": ["Millainen on hyvä arki?"]}),
    new_step("Ideat", "ideas", 10, "yksin", settings={"prompt": "Mitä?", "approval": True, "themes": ["Kohtaaminen"]}),
    new_step("Valinta", "vote", 5, "aani", settings={"source": "ideas", "kind": "one", "question": "Mistä aloitamme?"}),
]


class Evening:
    """The program, its live page, and two phones."""

    def __init__(self, whole: Windowed, page: LivePage, qtbot: QtBot) -> None:
        self.whole, self.page, self._qtbot = whole, page, qtbot
        self.phones: list[Phone] = []

    def until(self, there: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(there()), timeout=LONG_MS)

    def press(self, key: Qt.Key) -> None:
        focused: QWidget | None = self.page.window().focusWidget()
        QTest.keyClick(focused or self.page, key)

    def next_step(self) -> None:
        """Page Down, twice when it asks."""
        self.press(Key.Key_PageDown)
        if self.page.work.now.next_button.asking:
            self.press(Key.Key_PageDown)


@pytest.fixture
def evening(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Evening]:
    """Opened on the live page; nothing has begun."""
    program = Program(tmp_path)
    program.settings.port = free_port()
    whole = Windowed(program)
    whole.window.show()
    program.door.start()
    program.door.wait_ready()
    whole.window.resize(1366, 768)
    stream = str(uuid.uuid4())
    program.door.ask(stream, info.set_info(title="Kylän ilta", start="18.00", end="20.00")).result()
    program.door.ask(stream, agenda.add_steps(STEPS)).result()
    whole.window.workbench.open(stream, "ohjaa")
    qtbot.waitUntil(lambda: isinstance(whole.window.pages.page, LivePage), timeout=LONG_MS)
    page = whole.window.pages.page
    assert isinstance(page, LivePage)
    made = Evening(whole, page, qtbot)
    yield made
    for phone in made.phones:
        phone.close()
    whole.close()
    whole.window.deleteLater()  # whole, before Python takes it apart piece by piece


def test_an_evening_from_the_opened_room_to_its_end(evening: Evening) -> None:
    page, bench = evening.page, evening.whole.window.workbench
    QTest.mouseClick(page.before.open_button, LEFT)
    evening.until(lambda: bench.room is not None and bench.state.run.phase == "open")
    url = f"http://127.0.0.1:{evening.whole.program.settings.port}"
    helmi, reino = evening.phones = [Phone(url), Phone(url)]
    helmi.join("Helmi")
    reino.join("Reino")
    evening.until(lambda: page.before.count.words() == "2")
    QTest.mouseClick(page.before.start_button, LEFT)
    evening.until(page.work.isVisible)
    _speak(evening, helmi, reino)
    _collect(evening, helmi, reino)
    _vote(evening, helmi, reino)
    _end(evening)


def _speak(evening: Evening, helmi: Phone, reino: Phone) -> None:
    page = evening.page
    assert reino.send("floor.asked").status_code == 201
    evening.until(lambda: page.work.floor.speaking.next_button.text() == "Seuraava: Reino")
    evening.press(Key.Key_F6)
    evening.until(lambda: page.work.floor.speaking.name.words() == "Reino")
    evening.press(Key.Key_F2)
    QTest.keyClicks(page.work.record.field, "Talo pitaa saada auki")
    evening.press(Key.Key_Return)
    evening.until(lambda: page.work.record.entries._rows)
    evening.next_step()
    evening.until(lambda: isinstance(page.work.console, IdeasConsole))


def _collect(evening: Evening, helmi: Phone, reino: Phone) -> None:
    console = evening.page.work.console
    assert isinstance(console, IdeasConsole)
    assert helmi.send("ideas.added", text="Kyläkahvila").status_code == 201
    assert reino.send("ideas.added", text="Pekan pajasta verstas").status_code == 201
    evening.until(lambda: len(console.mine.waiting()) == 2)
    waiting = console.wall.column(WAITING)
    assert waiting is not None
    evening.until(lambda: waiting.list.notes.rowCount() == 2)
    for _ in range(2):
        before = waiting.list.notes.rowCount()
        console.wall.go_to(waiting.list.notes.ids()[0])
        evening.press(Key.Key_A)
        evening.until(lambda before=before: waiting.list.notes.rowCount() < before)  # type: ignore[misc]
    evening.press(Key.Key_F7)
    console.paper.field.setText("Paperilta: kirppis")
    evening.press(Key.Key_Return)
    evening.until(lambda: len(console.mine.on_wall()) == 3)
    evening.next_step()
    evening.until(lambda: isinstance(evening.page.work.console, VoteConsole))


def _vote(evening: Evening, helmi: Phone, reino: Phone) -> None:
    console = evening.page.work.console
    assert isinstance(console, VoteConsole)
    first = console.mine.candidates[0].id
    for phone in (helmi, reino):
        assert phone.send("vote.cast", choices={first: 1}).status_code == 201
    evening.until(lambda: console.turnout.words() == "2 / 2 äänestänyt")
    QTest.mouseClick(console.close_button, LEFT)
    evening.until(lambda: console.tag.text() == "Laskettu")
    assert console.mine.total(first) == 2
    assert helmi.send("vote.cast", choices={first: 1}).status_code == 409


def _end(evening: Evening) -> None:
    bench = evening.whole.window.workbench
    evening.next_step()
    evening.until(lambda: any(isinstance(w, Dialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, Dialog) and w.isVisible())
    QTest.mouseClick(dialog.act_button, LEFT)
    evening.until(lambda: bench.state.run.phase == "ended" and evening.whole.window.pages.name == "kokoa")
    assert bench.state.record.of_kind("note")[0].text == "Talo pitaa saada auki"
