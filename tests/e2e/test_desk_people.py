"""The whole program with its window, and phones over real HTTP: the facilitator sees who is in, and decides who may be."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.people_model import NAME, PHONE
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.statusbar import StatusButton
from fasilitaattori.workshop import agenda, info, running
from fasilitaattori.workshop.agenda import new_step
from tests.e2e.callers import Phone
from tests.unit.desktop.network.conftest import free_port

LONG_MS = 60_000  # a slow machine is not a wrong program
Key = Qt.Key
STEPS = [
    new_step("Ideat", "ideas", 10, "yksin", settings={"prompt": "Mitä?", "approval": True}),
    new_step("Valinta", "vote", 5, "aani", settings={"question": "Mikä?", "kind": "one", "options": ["Sauna", "Kahvila"]}),
]


class Hall:
    """The program on its live page with the room open, and the list of people on show."""

    def __init__(self, whole: Windowed, stream: str, qtbot: QtBot) -> None:
        self.whole, self.stream, self._qtbot = whole, stream, qtbot
        self.phones: list[Phone] = []
        self.until(lambda: whole.window.workbench.room is not None)

    @property
    def dialog(self) -> PeopleDialog:
        found = QApplication.activeModalWidget()
        assert isinstance(found, PeopleDialog)
        return found

    def until(self, there: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(there()), timeout=LONG_MS)

    def phone(self) -> Phone:
        self.phones.append(Phone(f"http://127.0.0.1:{self.whole.program.settings.port}"))
        return self.phones[-1]

    def rows(self) -> list[tuple[str, str]]:
        """(name, phone) as shown."""
        model = self.dialog.model
        return [(model.index(row, NAME).data() or "", model.index(row, PHONE).data() or "") for row in range(model.rowCount())]

    def key(self, number: int, key: Qt.Key) -> None:
        self.dialog.table.choose(number)
        self.dialog.table.setFocus()
        QTest.keyClick(self.dialog.table, key)

    def say_yes(self) -> None:
        self.until(lambda: type(QApplication.activeModalWidget()) is Dialog)
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, Dialog)
        QTest.mouseClick(asked.act_button, Qt.MouseButton.LeftButton)
        self.until(lambda: isinstance(QApplication.activeModalWidget(), PeopleDialog))

    def open_list(self) -> None:
        """By pressing the phones on the status bar."""
        item = self.whole.window.status_bar.item("phones")
        assert isinstance(item, StatusButton)
        item.click()
        self.until(lambda: isinstance(QApplication.activeModalWidget(), PeopleDialog))


@pytest.fixture
def hall(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Hall]:
    program = Program(tmp_path)
    program.settings.port = free_port()
    whole = Windowed(program)
    whole.window.show()
    program.door.start()
    program.door.wait_ready()
    stream = str(uuid.uuid4())
    program.door.ask(stream, info.set_info(title="Kylän ilta", start="18.00", end="20.00")).result()
    program.door.ask(stream, agenda.add_steps(STEPS)).result()
    program.door.ask(stream, running.start()).result()
    whole.window.workbench.open(stream, "ohjaa")
    made = Hall(whole, stream, qtbot)
    yield made
    dialog = QApplication.activeModalWidget()
    if dialog is not None:
        dialog.close()
    for phone in made.phones:
        phone.close()
    whole.close()
    whole.window.deleteLater()  # whole, before Python takes it apart piece by piece


def test_who_is_in_who_is_heard_and_who_is_out(hall: Hall) -> None:
    helmi, reino = hall.phone(), hall.phone()
    assert helmi.join("Helmi").status_code == 303
    assert reino.join("Reino").status_code == 303
    hall.open_list()
    hall.until(lambda: [name for name, words in hall.rows() if words.startswith("paikalla")] == ["Helmi", "Reino"])
    state = hall.whole.window.workbench.state

    hall.key(2, Key.Key_H)
    hall.until(lambda: state.people.all[2].muted)
    refused = reino.send("ideas.added", text="Kiusaa")
    assert refused.json()["error"] == "muted"
    assert helmi.send("ideas.added", text="Sauna").status_code == 201

    hall.key(1, Key.Key_Delete)  # a note of hers waits to be checked
    hall.say_yes()
    hall.until(lambda: state.people.all[1].removed)
    hall.until(lambda: helmi.state().status_code == 410)
    assert [idea.hidden for idea in state.tool(state.plan.steps()[0]).ideas.values()] == [True]
    hall.until(lambda: hall.rows()[-1] == ("Helmi", "poistettu"))
    hall.until(lambda: hall.dialog.summary.words().startswith("1 puhelin:"))

    hall.key(1, Key.Key_P)
    hall.until(lambda: not state.people.all[1].removed)
    hall.until(lambda: helmi.state().status_code == 200)


def test_nobody_new_gets_through_a_closed_door_and_who_is_in_stays_in(hall: Hall) -> None:
    helmi, late = hall.phone(), hall.phone()
    helmi.join("Helmi")
    hall.open_list()
    QTest.mouseClick(hall.dialog.door_button, Qt.MouseButton.LeftButton)
    state = hall.whole.window.workbench.state
    hall.until(lambda: not state.people.door_open)
    assert not late.join("Myöhäinen").is_redirect
    assert helmi.send("ideas.added", text="Sauna").status_code == 201
    QTest.mouseClick(hall.dialog.door_button, Qt.MouseButton.LeftButton)
    hall.until(lambda: state.people.door_open)
    assert late.join("Myöhäinen").is_redirect


def test_a_removed_phones_ballot_leaves_the_box(hall: Hall) -> None:
    helmi, reino = hall.phone(), hall.phone()
    helmi.join("Helmi")
    reino.join("Reino")
    hall.whole.program.door.ask(hall.stream, running.next_step()).result()
    state = hall.whole.window.workbench.state
    step = state.plan.steps()[1]
    hall.until(lambda: state.tool(step).open)
    box = state.tool(step).box
    for phone in (helmi, reino):
        assert phone.send("vote.cast", box=box, choices={"option-0": 1}).status_code == 201
    hall.until(lambda: state.turnout.get(box) == 2)
    hall.open_list()
    hall.until(lambda: len(hall.rows()) == 2)
    hall.key(2, Key.Key_Delete)
    hall.say_yes()
    hall.until(lambda: state.turnout.get(box) == 1)
