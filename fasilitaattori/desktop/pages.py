"""The one table of the desk's pages. A page is imported when it is first made, so that the window is there at once."""

from collections.abc import Callable
from dataclasses import dataclass

from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.workbench import ScreenControl, Workbench
from fasilitaattori.errors import N_


@dataclass(frozen=True, slots=True)
class Entry:
    """A page: its words and icon on the rail, how it is begun (see `Page.build`), and whether it needs an open workshop."""

    words: str
    icon: str
    make: Callable[[Workbench], Page]
    of_workshop: bool = False
    separated: bool = False
    low: bool = False
    on_rail: bool = True  # else one comes to it from another page


def _library(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.library.page import LibraryPage  # imported when first made

    return LibraryPage(workbench, whole=False)


def _methods(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.methods.page import MethodsPage  # imported when first made

    return MethodsPage(workbench, whole=False)


def _plan(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.plan.page import PlanPage  # imported when first made

    return PlanPage(workbench, whole=False)


def _live(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.live.page import LivePage  # imported when first made

    return LivePage(workbench, whole=False)


def _wrapup(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.wrapup.page import WrapUpPage  # imported when first made

    return WrapUpPage(workbench, whole=False)


def _paper_entry(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.paperentry.page import PaperEntryPage  # imported when first made

    return PaperEntryPage(workbench, whole=False)


def _papers(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.papers.page import PapersPage  # imported when first made

    return PapersPage(workbench, whole=False)


def _network(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.network.page import NetworkPage  # imported when first made

    return NetworkPage(workbench, whole=False)


def _settings(workbench: Workbench) -> Page:
    from fasilitaattori.desktop.settings.page import SettingsPage  # imported when first made

    return SettingsPage(workbench, whole=False)


def make_screen(workbench: Workbench) -> ScreenControl:
    """The big screen, made when first asked for."""
    from fasilitaattori.desktop.bigscreen.control import BigScreen  # imported when first asked for

    return BigScreen(workbench)


PAGES: dict[str, Entry] = {
    "tyopajat": Entry(N_("Työpajat"), "house-line", _library),
    "menetelmat": Entry(N_("Menetelmät"), "cards-three", _methods),
    "suunnittele": Entry(N_("Suunnittele"), "list-numbers", _plan, of_workshop=True, separated=True),
    "ohjaa": Entry(N_("Ohjaa"), "play-circle", _live, of_workshop=True),
    "kokoa": Entry(N_("Kokoa"), "note-pencil", _wrapup, of_workshop=True),
    "tulosteet": Entry(N_("Tulosteet"), "printer", _papers, of_workshop=True),
    "paperilta": Entry(N_("Syötä paperilta"), "clipboard-text", _paper_entry, of_workshop=True, on_rail=False),
    "verkko": Entry(N_("Verkko"), "wifi-high", _network, low=True),
    "asetukset": Entry(N_("Asetukset"), "gear-six", _settings, low=True),
}
ON_RAIL = {name: entry for name, entry in PAGES.items() if entry.on_rail}
