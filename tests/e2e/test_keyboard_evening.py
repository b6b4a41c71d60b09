"""A whole evening without a mouse, by someone who has never seen the program: from its first start to minutes on paper.

Every key goes to the window that has the keyboard, as the system would send it. Nothing is done past the windows; the test only
looks at what has come of it.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.workshop.state import Workshop
from tests.unit.desktop.network.conftest import free_port

Key, Modifier = Qt.Key, Qt.KeyboardModifier
MOST_STOPS = 150  # Tab is pressed at most so often on the way to something


class Hands:
    """Two hands on a keyboard, and eyes that read what has the focus."""

    def __init__(self, whole: Windowed, qtbot: QtBot) -> None:
        self.whole, self._qtbot = whole, qtbot

    @property
    def state(self) -> Workshop:
        return self.whole.window.workbench.state

    @property
    def page(self) -> str:
        return self.whole.window.pages.name

    def until(self, there: Callable[[], object]) -> None:
        """Until something is so and everybody has been told."""
        self._qtbot.waitUntil(lambda: bool(there()))
        session = self.whole.window.workbench.session
        if session is not None:
            self._qtbot.waitUntil(lambda: session.told and not session.pending)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
        QTest.keyClick(self._window(), key, modifiers)
        QApplication.processEvents()

    def _window(self) -> QWindow:
        """The window that has the keyboard. When a dialog has gone, every system gives it back to the window behind; here there
        is no system."""
        if QGuiApplication.focusWindow() is None:
            (QApplication.activeModalWidget() or self.whole.window).activateWindow()
            self._qtbot.waitUntil(lambda: QGuiApplication.focusWindow() is not None)
        return QGuiApplication.focusWindow()

    def write(self, words: str) -> None:
        for letter in words:
            QTest.keyClick(self._window(), letter)  # type: ignore[call-overload]
        QApplication.processEvents()

    def go(self, page: str, number: int) -> None:
        """To a page of the rail."""
        self.press(Qt.Key(Key.Key_0 + number), Modifier.AltModifier)
        self.until(lambda: self.page == page)

    def focused(self) -> str:
        """What a screen reader says of what has the focus."""
        widget: QWidget | None = QApplication.focusWidget()
        return _said(widget) if widget is not None else ""

    def tab_to(self, name: str) -> None:
        """Tab, until what is called so has the focus."""
        passed: list[str] = []
        while not self.focused().startswith(name):
            passed.append(self.focused())
            assert len(passed) < MOST_STOPS, f"Tab does not come to {name!r}, only to {list(dict.fromkeys(passed))}"
            self.press(Key.Key_Tab)

    def do(self, name: str) -> None:
        """Tab to a button and press it."""
        self.tab_to(name)
        self.press(Key.Key_Space)

    def dialog(self) -> str:
        """The question of the dialog that has come up."""
        self._qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), Dialog | QFileDialog))
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        self._qtbot.waitUntil(dialog.isActiveWindow)
        return dialog.windowTitle()

    def no_dialog(self) -> None:
        self._qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)

    def next_step(self) -> None:
        """Page Down, twice when it asks."""
        before = self.state.run.current
        self.press(Key.Key_PageDown)
        if self.whole.window.pages.page.work.now.next_button.asking:  # type: ignore[union-attr]
            self.press(Key.Key_PageDown)
        self.until(lambda: self.state.run.current != before)


def _said(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name).strip()


@pytest.fixture
def hands(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[Hands]:
    """At the very first start."""
    program = Program(tmp_path / "data")
    program.settings.port = free_port()
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)
    whole = Windowed(program)
    whole.start()
    yield Hands(whole, qtbot)
    whole.close()
    whole.window.deleteLater()  # whole, before Python takes it apart piece by piece


def test_an_evening_without_a_mouse(hands: Hands, tmp_path: Path) -> None:
    _begin(hands)
    _choose_a_method(hands)
    _plan(hands)
    _open(hands)
    _talk(hands)
    _collect(hands)
    _count_hands(hands)
    _end(hands)
    _approve(hands)
    _put_on_paper(hands, tmp_path / "muistio.pdf")


def _begin(hands: Hands) -> None:
    """The first start: language, names, and no rehearsal now."""
    assert hands.dialog() == "Tervetuloa Fasilitaattoriin"
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.dialog() == "Kuka ohjaa ja kuka järjestää?")
    hands.write("Helmi Kuikka")
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.dialog() == "Kokeile heti")
    hands.press(Key.Key_Escape)
    hands.no_dialog()
    assert hands.page == "tyopajat"


def _choose_a_method(hands: Hands) -> None:
    hands.go("menetelmat", 2)
    hands.tab_to("Aivoriihi")
    hands.press(Key.Key_Return)
    hands.do("Uusi työpaja tästä")
    assert hands.dialog() == "Uusi työpaja"
    hands.write("Kylailta")
    hands.press(Key.Key_Return)
    hands.no_dialog()
    hands.until(lambda: hands.page == "suunnittele")
    assert hands.state.info.title == "Kylailta"


def _plan(hands: Hands) -> None:
    """The first two steps change places and back."""
    titles = [step.title for step in hands.state.plan.steps()]
    hands.tab_to(hands.whole.window.look.tr.time(hands.state.info.starts_at))  # type: ignore[arg-type]
    hands.press(Key.Key_Down, Modifier.AltModifier)
    hands.until(lambda: [step.title for step in hands.state.plan.steps()][:2] == titles[1::-1])
    hands.press(Key.Key_Z, Modifier.ControlModifier)
    hands.until(lambda: [step.title for step in hands.state.plan.steps()] == titles)


def _open(hands: Hands) -> None:
    hands.go("ohjaa", 4)
    hands.do("Avaa huone")
    assert hands.dialog() == "Aloitetaanko oikea ilta jo nyt?"  # a new workshop is a week ahead
    hands.do("Aloita oikea ilta")
    hands.no_dialog()
    hands.until(lambda: hands.state.run.phase == "open")
    hands.do("Aloita:")
    hands.until(lambda: hands.state.run.phase == "running")


def _talk(hands: Hands) -> None:
    """Two ask for a turn by hand, the first of them speaks, and something is written down."""
    hands.press(Key.Key_F7)
    for name in ("Reino", "Aino"):
        hands.write(name)
        hands.press(Key.Key_Return)
        hands.until(lambda name=name: any(person.name == name for person in hands.state.people.all.values()))  # type: ignore[misc]
    hands.press(Key.Key_F6)
    hands.until(lambda: hands.state.floor.speaking is not None)
    hands.press(Key.Key_F2)
    hands.write("Talo pitaa saada auki")
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.state.record.of_kind("note"))
    hands.press(Key.Key_F3)
    hands.write("Avataan talo keskiviikkoisin")
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.state.record.of_kind("decision"))
    hands.next_step()


def _collect(hands: Hands) -> None:
    """Notes from paper."""
    step = hands.state.current
    assert step is not None
    assert step.tool == "ideas"
    hands.press(Key.Key_F7)
    for number, idea in enumerate(("Kylakahvila", "Verstas", "Kuntosali"), 1):
        hands.write(idea)
        hands.press(Key.Key_Return)
        hands.until(lambda number=number: len(hands.state.tool(step).on_wall()) == number)  # type: ignore[misc]
    hands.next_step()


def _count_hands(hands: Hands) -> None:
    """A show of hands: how many for each, and how many voted."""
    step = hands.state.current
    assert step is not None
    assert step.tool == "vote"
    hands.press(Key.Key_F7)
    for count in ("4", "2", "1"):
        hands.write(count)
        hands.press(Key.Key_Tab)
    hands.tab_to("Käsin äänestäneitä")
    hands.write("7")
    hands.press(Key.Key_Return)
    hands.until(lambda: hands.state.tool(step).hand_voters == 7)
    assert sorted(hands.state.tool(step).hands.values()) == [1, 2, 4]
    hands.next_step()


def _end(hands: Hands) -> None:
    hands.press(Key.Key_PageDown)
    hands.dialog()
    hands.do("Lopeta")
    hands.no_dialog()
    hands.until(lambda: hands.state.run.phase == "ended" and hands.page == "kokoa")


def _approve(hands: Hands) -> None:
    hands.do("Hyväksy")
    hands.dialog()
    hands.do("Hyväksy")
    hands.no_dialog()
    hands.until(lambda: hands.state.closing.approved)


def _put_on_paper(hands: Hands, file: Path) -> None:
    hands.go("tulosteet", 6)
    page = hands.whole.window.pages.page
    assert isinstance(page, PapersPage)
    hands.until(page.save_button.isEnabled)
    hands.press(Key.Key_S, Modifier.ControlModifier)
    hands.dialog()
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    hands.press(Key.Key_A, Modifier.ControlModifier)
    hands.write(str(file.parent))
    hands.press(Key.Key_Return)
    hands.no_dialog()
    hands.until(lambda: list(file.parent.glob("*.pdf")))
