"""The menus of the desk, opened the way somebody opens them, each at the moment of the evening in which it has most in it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from fasilitaattori.desktop.library.page import LibraryPage
from fasilitaattori.desktop.live.entry_rows import EntryRow
from fasilitaattori.desktop.live.floor_rows import QueueRow
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.methods.page import MethodsPage
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.tools.ideas.console.console import IdeasConsole
from shots.evening import Evening, Stop

Stops = Callable[[Evening], Iterator[Stop]]


def menus_at(name: str, evening: Evening) -> Iterator[Stop]:
    """What pops up at this moment."""
    stops = _AT.get(name)
    if stops is not None:
        yield from stops(evening)


def _at_library(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, LibraryPage)
    yield Stop("valikko-tyopaja", lambda: page.open_menu(evening.stream, page.mapToGlobal(QPoint(40, 40))))


def _at_methods(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, MethodsPage)
    yield Stop("valikko-oma-menetelma", page.detail._open_menu)
    yield Stop("valikko-kentta", lambda: _press_right(page.findChildren(QLineEdit)[0]))


def _at_papers(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, PapersPage)
    yield Stop("valikko-laheta", page.together.send_button.click)


def _at_plan(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, PlanPage)
    yield Stop("valikko-lisaa-vaihe", page.open_add_menu)


def _in_the_room(evening: Evening) -> Iterator[Stop]:
    window = evening.window

    def open_at_a_person() -> None:
        dialog = PeopleDialog(window.workbench, window)
        dialog.open()
        dialog.table.choose(1)
        dialog._open_menu_at_button()

    yield Stop("valikko-vaki", open_at_a_person)


def _in_talk(evening: Evening) -> Iterator[Stop]:
    page = _live(evening)
    yield Stop("valikko-ajat", page._open_times)
    yield Stop("valikko-huone", page.work.room._open_menu)
    if rows := page.findChildren(QueueRow):
        yield Stop("valikko-jono", rows[0].open_menu)


def _after_talk(evening: Evening) -> Iterator[Stop]:
    yield Stop("valikko-kirjaus", _live(evening).findChildren(EntryRow)[0].open_menu)


def _at_wall(evening: Evening) -> Iterator[Stop]:
    console = _live(evening).work.console
    assert isinstance(console, IdeasConsole)
    note, theme = console.mine.on_wall()[0], console.mine.themes[0]
    yield Stop("valikko-lappu", lambda: console._open_menu(note.id, console.mapToGlobal(QPoint(40, 40))))
    yield Stop("valikko-teema", lambda: console._open_theme_menu(theme.id))


def _at_minutes(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, WrapUpPage)
    yield Stop("valikko-muistio", page.head._open_menu)


def _live(evening: Evening) -> LivePage:
    page = evening.window.pages.page
    assert isinstance(page, LivePage)
    return page


def _press_right(widget: QWidget) -> None:
    place = widget.rect().center()
    QApplication.sendEvent(widget, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, widget.mapToGlobal(place)))


_AT: dict[str, Stops] = {
    "tyopajat": _at_library,
    "menetelmat": _at_methods,
    "suunnittele": _at_plan,
    "huone-auki": _in_the_room,
    "keskustelu-5": _in_talk,
    "jatko": _after_talk,
    "ideat-teemoittain": _at_wall,
    "kokoa": _at_minutes,
    "tulosteet": _at_papers,
}
"""The name of a moment -> what pops up there."""
