"""The dialogs of the desk, each at the moment of the evening in which somebody would open it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.firststart import LANGUAGE, PEOPLE, TRYING, FirstStart
from fasilitaattori.desktop.library.page import LibraryPage
from fasilitaattori.desktop.live.elsewhere_dialog import ElsewhereDialog
from fasilitaattori.desktop.live.entry_dialog import EntryDialog
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.desktop.live.people_dialog import PeopleDialog
from fasilitaattori.desktop.live.remote_dialog import RemoteDialog
from fasilitaattori.desktop.live.shares_dialog import SharesDialog
from fasilitaattori.desktop.methods.page import MethodsPage
from fasilitaattori.desktop.network.page import NetworkPage
from fasilitaattori.desktop.newworkshop import NewWorkshop
from fasilitaattori.desktop.paperentry.page import PaperEntryPage
from fasilitaattori.desktop.papers.kinds import MINUTES, POSTER, SERIES
from fasilitaattori.desktop.papers.page import PapersPage
from fasilitaattori.desktop.plan.beside import CHANGES, HEADING, MATERIALS, STEP
from fasilitaattori.desktop.plan.page import PlanPage
from fasilitaattori.desktop.settings.aboutpanels import LicenceDialog
from fasilitaattori.desktop.settings.licences import parts
from fasilitaattori.desktop.settings.page import SECTIONS, SettingsPage
from fasilitaattori.desktop.statusline import SCREEN
from fasilitaattori.desktop.wrapup.answers.view import LIST
from fasilitaattori.desktop.wrapup.approving import ApproveDialog
from fasilitaattori.desktop.wrapup.halldialogs import HearDialog, MendDialog, ReasonDialog
from fasilitaattori.desktop.wrapup.page import WrapUpPage
from fasilitaattori.desktop.wrapup.sectionlist import ACTIONS, BASICS, DECISIONS, HALL, NEXT
from fasilitaattori.desktop.wrapup.sectionlist import PEOPLE as PEOPLE_SECTION
from fasilitaattori.desktop.wrapup.views import ANSWERS
from fasilitaattori.desktop.wrapup.views import MINUTES as MINUTES_VIEW
from fasilitaattori.tools.ideas.console.dialogs import NoteDialog, ThemeDialog
from fasilitaattori.workshop.papersheet import Given
from shots.evening import Evening, Stop

CTRL = Qt.KeyboardModifier.ControlModifier
LATE = {"fi": "yöllä", "sv": "sent", "en": "late"}  # no time of day
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


def _without_people(evening: Evening) -> Iterator[Stop]:
    window = evening.window
    yield Stop("vaki-tyhja", lambda: PeopleDialog(window.workbench, window).open())
    yield Stop("valkokankaan-naytto", lambda: window.overlays.open_status(SCREEN))


def _at_library(evening: Evening) -> Iterator[Stop]:
    bench, page = evening.window.workbench, evening.window.pages.page
    assert isinstance(page, LibraryPage)

    def make_without_a_name() -> None:
        bench.ask_new_workshop()
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewWorkshop)
        dialog.heading_fields()["end"].setText(LATE[evening.language])
        dialog.accept()

    later = (evening.clock.now().date() + timedelta(days=7)).isoformat()
    yield Stop("toinen-paiva", lambda: bench.right_day.then(evening.stream, later, page.refresh))
    yield Stop("uusi-tyopaja", bench.ask_new_workshop)
    yield Stop("uusi-tyopaja-kesken", make_without_a_name)
    yield Stop("poista-tyopaja", lambda: page._ask_delete(page._rows[-1]))
    yield Stop("tyopajat-ei-loydy", lambda: page.search.setText("xyz"), page.search.clear)


def _at_methods(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, MethodsPage)
    yield Stop("menetelmat-ei-loydy", lambda: page.filters.search.setText("xyz"), page.filters.search.clear)


def _at_plan(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, PlanPage)

    def back() -> None:
        page.beside.show(STEP)

    for what, name in ((HEADING, "tiedot"), (MATERIALS, "tarvikkeet"), (CHANGES, "muutokset")):
        yield Stop(f"suunnittele-{name}", partial(page.beside.show, what), back)
    steps = evening.window.workbench.state.plan.steps()
    first, groups = steps[0].id, next(step.id for step in steps if step.mode == "ryhma")
    yield Stop("suunnittele-ryhmat", lambda: page.go_to_step(groups), lambda: page.go_to_step(first))
    yield Stop("tallenna-menetelmaksi", page.own.ask_to_keep)


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
    yield from _paper_entry(evening, "paperilta-lappu", "")


def _at_checking(evening: Evening) -> Iterator[Stop]:
    """What the facilitator is asked while the hall checks the summary."""
    window, state = evening.window, evening.window.workbench.state
    check = state.checking.last
    assert check is not None
    first = next(iter(check.corrections.values()))
    point = check.points[first.point]
    yield Stop("tarkistus-korjaa", lambda: MendDialog(window.look, point, [first.words], window).open())
    yield Stop("tarkistus-perustelu", lambda: ReasonDialog(window.look, first.words, window).open())
    yield Stop("tarkistus-salista", lambda: HearDialog(window.look, list(check.points.values()), window).open())


def _before_the_evening(evening: Evening) -> Iterator[Stop]:
    """Nothing to answer yet: what the view is for."""
    page = evening.window.pages.page
    assert isinstance(page, WrapUpPage)
    yield Stop("vastaukset-tyhja", partial(page.views.show_view, ANSWERS), partial(page.views.show_view, MINUTES_VIEW))


def _at_survey(evening: Evening) -> Iterator[Stop]:
    """A form being typed in, with one that was corrected open, and what is said of a mark that is not there."""
    yield from _paper_entry(evening, "paperilta-lomake", "4\r3\rx7")


def _at_vote(evening: Evening) -> Iterator[Stop]:
    yield from _paper_entry(evening, "paperilta-lippu", "1111\r")


def _at_counted(evening: Evening) -> Iterator[Stop]:
    yield from _paper_entry(evening, "paperilta-suljettu", "")


def _paper_entry(evening: Evening, name: str, keys: str) -> Iterator[Stop]:
    """What came on paper for the running step, with these keys typed."""
    bench = evening.window.workbench
    step = bench.state.current
    assert step is not None
    bench.enter_papers("ohjaa", step.id)
    evening.catch_up()
    for key in keys:
        evening.press(Qt.Key.Key_Return if key == "\r" else Qt.Key(ord(key.upper())))
    yield Stop(name)
    page = evening.window.pages.page
    if isinstance(page, PaperEntryPage) and page.desk is not None:
        page.desk.view.show_given(Given())
    bench.go("ohjaa")
    evening.catch_up()


def _at_minutes(evening: Evening) -> Iterator[Stop]:
    window, page = evening.window, evening.window.pages.page
    assert isinstance(page, WrapUpPage)
    for section in (PEOPLE_SECTION, DECISIONS, ACTIONS, NEXT):
        yield Stop(f"kokoa-{section}", partial(page.choose, section), partial(page.choose, BASICS))
    yield Stop("kokoa-hall", partial(page.choose, HALL), partial(page.choose, BASICS))
    hall = page.editor.hall

    def choose_anew() -> None:
        page.choose(HALL)
        hall.again_button.click()

    yield Stop("kokoa-hall-valinta", choose_anew, partial(page.choose, BASICS))
    missing = [window.look.tr("Työpaja on vielä käynnissä, ja muistio täydentyy yhä.")]
    yield Stop("hyvaksy", lambda: ApproveDialog(window.look, [], "Helmi Korpela", window).open())
    yield Stop("hyvaksy-kesken", lambda: ApproveDialog(window.look, missing, "Helmi Korpela", window).open())


def _at_answers(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, WrapUpPage)
    view = page.views.answers
    assert view is not None
    search = view.finder.search
    yield Stop("vastaukset-kirjoitetaan", view.write, partial(view.show_side, LIST))
    yield Stop("vastaukset-ei-loydy", partial(search.setText, "xyz"), search.clear)


def _at_papers(evening: Evening) -> Iterator[Stop]:
    page = evening.window.pages.page
    assert isinstance(page, PapersPage)
    first, minutes = page.cards[POSTER].kind, page.cards[MINUTES].kind
    yield Stop("tulosteet-muistio", lambda: page.choose(minutes), lambda: page.choose(first))
    series = page.cards[SERIES].kind
    yield Stop("tulosteet-sarja", lambda: page.choose(series), lambda: page.choose(first))
    yield Stop("tulosteet-suurena", page.options.turner.view.sheet.click)
    yield Stop("tulosteet-ulkoasu", page.together.open_letterhead)
    yield Stop("tulosteet-paketti", page.together.open_packet)


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
    "kysely": _at_survey,
    "kysely-tulos": _at_counted,
    "aanestys-dots-auki": _at_vote,
    "ohjaa-tyhja": _without_people,
    "tyopajat": _at_library,
    "menetelmat": _at_methods,
    "suunnittele": _at_plan,
    "huone-auki": _in_the_room,
    "keskustelu-5": _in_talk,
    "jatko": _after_talk,
    "ideat-teemoittain": _at_wall,
    "tarkistus": _at_checking,
    "kokoa-tyhja": _before_the_evening,
    "kokoa": _at_minutes,
    "vastaukset": _at_answers,
    "tulosteet": _at_papers,
    "verkko": _at_network,
    "asetukset": _at_settings,
}
"""The name of a moment -> what is opened there."""
