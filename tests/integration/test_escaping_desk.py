"""What people write is shown as they wrote it and is nothing but text: on the desk, in its hints and menus, on the big screen.

Qt takes words for HTML where it thinks they look like it, fetches their pictures, and takes & for a key to press.
"""

import ast
import datetime as dt
import gc
import html
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QCoreApplication, QEvent, QModelIndex, QSizeF
from PySide6.QtGui import QAccessible, QAction, QImage, QKeySequence, QPainter, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

import fasilitaattori
from fasilitaattori.app.program import Program
from fasilitaattori.app.windowed import Windowed
from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.choose import slide_of
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.desktop.bigscreen.fresh import Freshness
from fasilitaattori.desktop.live.entry_dialog import EntryDialog
from fasilitaattori.desktop.live.marks import TimeMarks
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.shares_dialog import SharesDialog
from fasilitaattori.desktop.live.times_menu import times_menu
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.plainly import in_menu, tip
from fasilitaattori.kit.slides.sheet import Sheet
from fasilitaattori.kit.theme import load_theme
from fasilitaattori.tools.ideas.console.menus import fill_themes, new_menu
from fasilitaattori.tools.ideas.model import Theme
from fasilitaattori.workshop import running, show
from fasilitaattori.workshop.state import Workshop
from tests.integration.hostile import HOSTILE, SHORT, Evening, bare
from tests.unit.phones.house import PLAN

LONG_MS = 60_000
SOURCES = [
    p for room in ("kit", "desktop", "tools") for p in sorted((Path(fasilitaattori.__file__).parent / room).rglob("*.py"))
]
RICH = re.compile(
    r"\b(setHtml|insertHtml|appendHtml|setMarkdown|fromHtml|RichText|MarkdownText|AutoText|QTextBrowser\(|QTextDocument|QStaticText|"
    r"QMessageBox[.(]|setOpenExternalLinks|setWhatsThis|setStatusTip|QWebEngine|QErrorMessage|QSystemTrayIcon)"
)
TIP = re.compile(r'<span style="white-space:pre-wrap">([^<]*)</span>', re.DOTALL)


# --- the desk ---


@pytest.fixture
def desk(qapp: QApplication, tmp_path: Path, qtbot: QtBot) -> Iterator[tuple[Windowed, Evening]]:
    """The program opened on an evening in which everything hostile has been written, and no widget of another test."""
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    evening = Evening(tmp_path)
    for key in PLAN:
        evening.go(key)
    evening.record()
    evening.close()
    program = Program(tmp_path)
    whole = Windowed(program)
    whole.window.show()
    program.door.start()
    program.door.wait_ready()
    whole.window.resize(1100, 700)
    whole.window.workbench.open(evening.house.stream, "ohjaa")
    qtbot.waitUntil(lambda: whole.window.workbench.session is not None, timeout=LONG_MS)
    yield whole, evening
    whole.close()
    whole.window.deleteLater()  # whole, before Python takes it apart piece by piece


def check(widget: QWidget) -> Iterator[str]:
    """Nothing of this widget is taken for markup; gives its words."""
    name = f"{type(widget).__name__} {widget.objectName()}"
    if isinstance(widget, QLabel):
        assert widget.textFormat() == Qt.TextFormat.PlainText or not Qt.mightBeRichText(widget.text()), (name, widget.text())
        assert not widget.openExternalLinks()
        yield widget.text()
    if isinstance(widget, QAbstractButton):
        assert QKeySequence.mnemonic(widget.text()).isEmpty(), (name, widget.text())
        yield widget.text().replace("&&", "&")
    if isinstance(widget, QMenu):
        for action in widget.actions():
            yield from check_action(action)
    if isinstance(widget, QLineEdit):
        yield widget.text()
    if isinstance(widget, QPlainTextEdit):
        yield widget.toPlainText()
    assert not isinstance(widget, QTextEdit), name
    check_tip(widget.toolTip(), name)
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        yield from words_of(model, QModelIndex(), name)
    yield widget.accessibleName()
    yield widget.accessibleDescription()


def check_action(action: QAction) -> Iterator[str]:
    words, _, _ = action.text().partition("\t")
    assert QKeySequence.mnemonic(words).isEmpty(), words
    yield words.replace("&&", "&")


def check_tip(words: str, name: str) -> None:
    if Qt.mightBeRichText(words):
        found = TIP.fullmatch(words)
        assert found, (name, words)


def words_of(model: QAbstractItemModel, under: QModelIndex, name: str) -> Iterator[str]:
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(under)
    for row in range(model.rowCount(under)):
        for column in range(columns):
            index = model.index(row, column, under)
            check_tip(str(model.data(index, Qt.ItemDataRole.ToolTipRole) or ""), name)
            yield from (str(model.data(index, role) or "") for role in roles)


def everything(whole: Windowed) -> str:
    """The words of the whole program, once all of it is found to be text. Screen readers hear labels as they are."""
    whole.app.processEvents()
    words: list[str] = []
    for widget in QApplication.allWidgets():
        words += check(widget)
        if isinstance(widget, QLabel) and widget.isVisible() and "<" in widget.text() and not widget.accessibleName():
            assert QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name) == widget.text()
    return bare("".join(words))


def test_nothing_that_people_write_comes_alive_on_the_desk(desk: tuple[Windowed, Evening], qtbot: QtBot) -> None:
    whole, evening = desk
    bench, door, stream = whole.window.workbench, whole.program.door, evening.house.stream
    for key in PLAN:
        step = evening.house.steps[key]
        door.ask(stream, running.go_to(step)).result()
        qtbot.waitUntil(lambda step=step: bench.state.run.current == step, timeout=LONG_MS)  # type: ignore[misc]
        words = everything(whole)
        assert bare(bench.state.plan.need(step).title) in words, key
        if key == "ideas":
            for text in HOSTILE:
                assert bare(text) in words, text
    for page in PAGES:
        bench.go(page)
        words = everything(whole)
        if page in ("kokoa", "suunnittele"):
            assert bare(bench.state.plan.steps()[0].title) in words


def test_nothing_that_people_write_comes_alive_in_dialogs_menus_and_notices(
    desk: tuple[Windowed, Evening], qtbot: QtBot
) -> None:
    whole, evening = desk
    bench, window = whole.window.workbench, whole.window
    state = bench.state
    entry = next(one for one in state.record.entries if one.text == SHORT[6])
    dialogs = [PeopleDialog(bench, window), SharesDialog(whole.look, state, 0, window), EntryDialog(whole.look, entry, window)]
    for dialog in dialogs:
        dialog.open()
        assert bare(SHORT[0]) in everything(whole)
        dialog.close()
    menu = new_menu(window)
    fill_themes(menu, whole.look, themes_of(bench.state, evening), print)
    marks = TimeMarks(bench, window)
    steps = times_menu(whole.look, state, 0, lambda seconds: None, lambda step: None, lambda: None, marks, window)
    for shown in (menu, *(one for one in steps.findChildren(QMenu)), steps):
        assert [word for action in shown.actions() for word in check_action(action)]
    for text in (SHORT[0], SHORT[5], SHORT[7]):
        bench.toast(text)
    assert bare(SHORT[5]) in everything(whole)


def themes_of(state: Workshop, evening: Evening) -> list[Theme]:
    themes: list[Theme] = state.tool(state.plan.need(evening.house.steps["ideas"])).themes
    assert len(themes) >= 9
    return themes


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hint_and_a_menu_say_what_was_written(qapp: QApplication, text: str) -> None:
    shown = tip(text)
    assert (html.unescape(TIP.sub(r"\1", shown)) if Qt.mightBeRichText(shown) else shown) == text
    assert QKeySequence.mnemonic(in_menu(text)).isEmpty()
    assert "\t" not in in_menu(text)
    assert bare(in_menu(text).replace("&&", "&")) == bare(text)


# --- the big screen ---


def painted(scene: Scene, language: str) -> tuple[str, str]:
    """The words on every page of the slide, and those that are told of it."""
    slide, tr, size = slide_of(scene, SCREENS, Freshness()), translator(language), QSizeF(1920, 1080)
    words = []
    for page in range(slide.pages_on(Sheet.of(size, tr))):
        image = QImage(1920, 1080, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        try:
            words += [line.words for line in slide.paint(painter, size, load_theme("paiva"), tr, page)]
        finally:
            painter.end()
    told = slide.spoken(tr)
    lines = [told.title, *(line for one in told.passages for line in (one.heading, *one.lines))]
    return bare("".join(words)), bare("".join(lines))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_big_screen_shows_and_tells_what_was_written(qapp: QApplication, tmp_path: Path, language: str) -> None:
    load_fonts()  # first: layouts made before do not outlive it
    evening = Evening(tmp_path)
    codes = Codes(f"WIFI:T:WPA;S:{SHORT[0]};;", SHORT[0], SHORT[3], "http://192.168.8.2:8080/", "192.168.8.2:8080")

    def look() -> tuple[str, str]:
        state = evening.house.state
        return painted(
            Scene(state, evening.house.door.clock.ms(), dt.datetime(2026, 3, 12, 19, 0).astimezone(), codes), language
        )

    try:
        for key in PLAN:
            step = evening.go(key)
            for words in look():
                assert any(bare(text) in words for text in SHORT), key
            if key == "ideas":
                _, told = look()
                for text in HOSTILE:
                    assert bare(text) in told, text
            if key in ("dots", "survey", "scale"):
                evening.house.do(running.close_step(step))
                look()
        for text in SHORT:
            evening.house.do(show.show("message", text))
            for words in look():
                assert bare(text) in words
        for view in ("welcome", "qr", "queue"):
            evening.house.do(show.show(view))
            look()
    finally:
        evening.close()


# --- the source ---


def test_the_desk_has_nothing_that_could_read_markup() -> None:
    for path in SOURCES:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            assert not RICH.search(line.partition("#")[0]), f"{path.name}:{number}: {line.strip()}"


def test_every_hint_goes_through_tip_or_is_our_own_text() -> None:
    for path in SOURCES:
        for call in (node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Attribute) and call.func.attr in ("setToolTip", "showText"):
                said = call.args[1] if call.func.attr == "showText" else call.args[0]
                assert is_plain(said), f"{path.name}:{call.lineno}: {ast.unparse(call)}"


def is_plain(said: ast.expr) -> bool:
    match said:
        case ast.Constant():
            return True
        case ast.IfExp(body=body, orelse=orelse):
            return is_plain(body) and is_plain(orelse)
        case ast.Call(func=ast.Name(id="tip")):
            return True
        case ast.Call(func=ast.Name(id="tr") | ast.Attribute(attr="tr"), keywords=[]):
            return True
        case ast.Attribute(attr="_shortened_tip"):  # which tip has made
            return True
        case _:
            return False
