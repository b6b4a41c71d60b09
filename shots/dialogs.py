"""The dialogs of the desk, each at the moment of the evening in which somebody would open it."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import Qt

from fasilitaattori.desktop.firststart import LANGUAGE, PEOPLE, TRYING, FirstStart
from fasilitaattori.desktop.live.elsewhere_dialog import ElsewhereDialog
from fasilitaattori.desktop.live.entry_dialog import EntryDialog
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.remote_dialog import RemoteDialog
from fasilitaattori.desktop.live.shares_dialog import SharesDialog
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.settings.aboutpanels import LicenceDialog
from fasilitaattori.desktop.settings.licences import parts
from fasilitaattori.desktop.settings.page import SECTIONS, SettingsPage
from fasilitaattori.desktop.wrapup.approving import ApproveDialog
from fasilitaattori.tools.ideas.console.dialogs import NoteDialog, ThemeDialog
from fasilitaattori.tools.survey.console.paper_form import PaperForm
from shots.evening import Evening, Stop

CTRL = Qt.KeyboardModifier.ControlModifier
Stops = Callable[[Evening], Iterator[Stop]]


def dialogs_at(name: str, evening: Evening) -> Iterator[Stop]:
    """What may be opened over the page at this moment."""
    for place, stops in _AT.items():
        if name == place:
            yield from stops(evening)


def _at_first(evening: Evening) -> Iterator[Stop]:
    """The three screens of the first start."""
    window = evening.window

    def open_at(step: int) -> None:
        dialog = FirstStart(window.workbench, window)
        dialog.open()
        for _ in range(step):
            dialog.act_button.click()

    for step in (LANGUAGE, PEOPLE, TRYING):
        yield Stop(f"ensi-kaynnistys-{step + 1}", partial(open_at, step))


def _at_library(evening: Evening) -> Iterator[Stop]:
    yield Stop("uusi-tyopaja", evening.window.workbench.ask_new_workshop)


def _in_the_room(evening: Evening) -> Iterator[Stop]:
    window = evening.window
    bench = window.workbench
    yield Stop("vaki", lambda: PeopleDialog(bench, window).open())
    yield Stop("kauko-ohjain", lambda: RemoteDialog(bench, window).open())
    if bench.room is not None and (screens := bench.room.screens) is not None:
        yield Stop("muu-laite", lambda: ElsewhereDialog(bench, screens, window).open())
    yield Stop("sulje-kesken", window.close)


def _in_talk(evening: Evening) -> Iterator[Stop]:
    window = evening.window
    look, state, page = window.look, window.workbench.state, window.pages.page
    assert isinstance(page, LivePage)
    yield Stop("pikanappaimet", lambda: evening.press(Qt.Key.Key_F1), lambda: evening.press(Qt.Key.Key_F1))
    yield Stop("komennot", lambda: evening.press(Qt.Key.Key_K, CTRL), lambda: evening.press(Qt.Key.Key_Escape))
    yield Stop("puheajat", lambda: SharesDialog(look, state, evening.clock.ms(), window).open())
    yield Stop("viesti", page.work.room.ask_message)


def _after_talk(evening: Evening) -> Iterator[Stop]:
    window = evening.window
    record = window.workbench.state.record
    for kind in ("note", "action"):
        entry = record.of_kind(kind)[0]
        yield Stop(f"kirjaus-{kind}", lambda entry=entry: EntryDialog(window.look, entry, window).open())  # type: ignore[misc]


def _at_wall(evening: Evening) -> Iterator[Stop]:
    window, wall = evening.window, evening.tool
    look, note = window.look, wall.on_wall()[0]
    yield Stop("lappu", lambda: NoteDialog(look, note, window).open())
    yield Stop("teema", lambda: ThemeDialog(look, parent=window).open())


def _at_survey(evening: Evening) -> Iterator[Stop]:
    window, questions = evening.window, evening.tool.questions
    yield Stop("paperilomake", lambda: PaperForm(window.look, questions, window).open())


def _at_minutes(evening: Evening) -> Iterator[Stop]:
    window = evening.window
    missing = [window.look.tr("Työpaja on vielä käynnissä, ja muistio täydentyy yhä.")]
    yield Stop("hyvaksy", lambda: ApproveDialog(window.look, [], "Helmi Korpela", window).open())
    yield Stop("hyvaksy-kesken", lambda: ApproveDialog(window.look, missing, "Helmi Korpela", window).open())


def _at_network(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, NetworkPage)
    for what in ("choose", "share", "help", "apart", "crowd", "firewall"):
        yield Stop(f"verkko-{what}", lambda what=what: page.fix(what))  # type: ignore[misc]


def _at_settings(evening: Evening) -> Iterator[Stop]:
    window, page = evening.window, evening.window.pages.page
    assert isinstance(page, SettingsPage)
    for key in SECTIONS:
        page.show_section(key)
        evening.catch_up()
        yield Stop(f"asetukset-{key}")
    part = parts()[0]
    yield Stop("lisenssi", lambda: LicenceDialog(window.look, part.name, part.text(), window).open())


_AT: dict[str, Stops] = {
    "tyopajat-tyhja": _at_first,
    "tyopajat": _at_library,
    "huone-auki": _in_the_room,
    "keskustelu-5": _in_talk,
    "jatko": _after_talk,
    "ideat-teemoittain": _at_wall,
    "kysely-tulos": _at_survey,
    "kokoa": _at_minutes,
    "verkko": _at_network,
    "asetukset": _at_settings,
}
"""The name of a moment -> what is opened there."""
