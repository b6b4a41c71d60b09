"""Asetukset: sections at the left, their panels at the right; everything is saved at once."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.parts import PAGE_MARGIN, PageHead, Scrolled, holder
from fasilitaattori.desktop.settings.aboutpanels import AboutPanel, LicencesPanel
from fasilitaattori.desktop.settings.arranging import GAP, Beside
from fasilitaattori.desktop.settings.backrowpanel import BackRowPanel
from fasilitaattori.desktop.settings.backuppanels import CopiesPanel, DataPanel
from fasilitaattori.desktop.settings.languagepanels import LanguagePanel, OtherLanguagesPanel
from fasilitaattori.desktop.settings.letterheadpanels import ExamplePanel, LetterheadPanel
from fasilitaattori.desktop.settings.phonespanels import KeptPanel, PortPanel
from fasilitaattori.desktop.settings.privacypanels import ErasingPanel, StoredPanel
from fasilitaattori.desktop.settings.saving import Saving
from fasilitaattori.desktop.settings.screenpanel import ScreenPanel
from fasilitaattori.desktop.settings.sectionlist import SectionList
from fasilitaattori.desktop.settings.viewpanel import ViewPanel
from fasilitaattori.desktop.settings.workshoppanels import OwnersPanel, WherePanel
from fasilitaattori.errors import N_
from fasilitaattori.kit.labels import Label

FIRST, LANGUAGE = "view", "language"
REMEMBERED = "settings_section"  # property of the workbench until this page is made anew
BOTTOM, BAR = 16, 14  # pixels under the panels, and for the scroll bar at their right
TIGHT = 8  # pixels beside the list in a narrow window with large text


@dataclass(frozen=True, slots=True)
class Section:
    """A section: its words and icon in the list, and how its panels are made."""

    words: str
    icon: str
    make: "Callable[[SettingsPage], list[QWidget]]"


class SettingsPage(Page):
    """The settings."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        tr, look = self.look.tr, self.look
        self.saving = Saving(workbench, self)
        self.state = Label(look, "", "body", "ink2", wrap=False, icon="check")
        entries = {key: (tr(section.words), section.icon) for key, section in SECTIONS.items()}
        self.sections = SectionList(look, entries, tr("Asetusten osat"))
        self._stack = QStackedWidget()
        self._made: dict[str, list[QWidget]] = {}
        self._section = ""
        head = PageHead(look, tr("Asetukset"))
        head.add(self.state)
        self._left = left = QVBoxLayout()
        left.addWidget(self.sections)
        self._row = row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(row, 1)
        self._connect()
        self._say_saved()
        yield
        first = str(workbench.property(REMEMBERED) or FIRST)
        self._margin = self._make_panels(first)
        yield
        self._stack.addWidget(Scrolled(self._margin))
        yield
        self.show_section(first)
        workbench.setProperty(REMEMBERED, None)

    def _connect(self) -> None:
        self.sections.chosen.connect(self.show_section)
        self.saving.saved.connect(self._say_saved)
        self.saving.failed.connect(self._say_failed)
        self.look.changed.connect(self._fit)

    # --- sections ---

    @property
    def section(self) -> str:
        """The section on show."""
        return self._section

    @property
    def panels(self) -> list[QWidget]:
        """The panels on show."""
        return self._made[self._section]

    @Slot(str)
    def show_section(self, key: str) -> None:
        """Show a section; its panels are made when first shown."""
        if key not in self._made:
            self._stack.addWidget(Scrolled(self._make_panels(key)))
        self._section = key
        self.sections.set_current(key)
        self._stack.setCurrentIndex(list(self._made).index(key))
        self._read_copies()
        self._fit()

    def _make_panels(self, key: str) -> QWidget:
        made = self._made[key] = SECTIONS[key].make(self)
        return holder(_with_margins(Beside(made)))

    def _read_copies(self) -> None:
        for panel in self.panels:
            if isinstance(panel, CopiesPanel):
                panel.refresh()

    @Slot(str)
    def choose_language(self, language: str) -> None:
        """Speak another language: every page is made anew meanwhile, and the new one of these goes on at this section."""
        self.workbench.setProperty(REMEMBERED, LANGUAGE)
        if not self.saving.set("language", language):
            self.workbench.setProperty(REMEMBERED, None)

    # --- the page ---

    def shown(self) -> None:
        self._read_copies()
        for panel in self.panels:
            if isinstance(panel, LanguagePanel):
                panel.focus()

    def keys(self) -> list[Keys]:
        tr = self.look.tr
        return [Keys(tr("Asetukset"), (("↑ ↓", tr("osasta toiseen")), ("Tab", tr("asetuksesta toiseen"))))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """Where even one panel would not fit beside the list, the list shows icons alone; and where it would not fit beside
        these, there is less air around them."""
        if not self._section:
            return
        widest = max(panel.minimumSizeHint().width() for panel in self.panels)
        needed = PAGE_MARGIN * 2 + GAP + BAR + self.sections.full_width() + widest
        self.sections.set_narrow(self.width() < needed)
        tight = self.width() < PAGE_MARGIN * 2 + GAP + 2 * BAR + self.sections.minimumWidth() + widest
        edge = TIGHT if tight else PAGE_MARGIN
        self._left.setContentsMargins(edge, 0, TIGHT if tight else GAP, BOTTOM)
        self._row.setContentsMargins(0, 0, 0 if tight else PAGE_MARGIN - BAR, 0)

    @Slot()
    def _say_saved(self) -> None:
        self.state.set_text(self.look.tr("Muutokset tallentuvat heti"))
        self.state.set_icon("check")
        self.state.set_tone("ink2")

    @Slot()
    def _say_failed(self) -> None:
        self.state.set_text(self.look.tr("Viimeinen muutos ei tallentunut"))
        self.state.set_icon("warning-circle")
        self.state.set_tone("puna")


def _with_margins(panels: Beside) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, BAR, BOTTOM)
    column.addWidget(panels)
    return column


def _view(page: SettingsPage) -> list[QWidget]:
    return [ViewPanel(page.look, page.saving), BackRowPanel(page.look, page.saving)]


def _screen(page: SettingsPage) -> list[QWidget]:
    return [ScreenPanel(page.look, page.saving), BackRowPanel(page.look, page.saving)]


def _phones(page: SettingsPage) -> list[QWidget]:
    return [PortPanel(page.look, page.saving), KeptPanel(page.look)]


def _workshop(page: SettingsPage) -> list[QWidget]:
    return [OwnersPanel(page.look, page.saving), WherePanel(page.look)]


def _papers(page: SettingsPage) -> list[QWidget]:
    return [LetterheadPanel(page.look, page.saving), ExamplePanel(page.look, page.saving)]


def _privacy(page: SettingsPage) -> list[QWidget]:
    erasing = ErasingPanel(page.look, page.workbench)
    erasing.backups_requested.connect(lambda: page.show_section("backups"))
    return [StoredPanel(page.look), erasing]


def _backups(page: SettingsPage) -> list[QWidget]:
    return [DataPanel(page.look, page.workbench), CopiesPanel(page.look, page.workbench)]


def _language(page: SettingsPage) -> list[QWidget]:
    panel = LanguagePanel(page.look, page.saving.settings.language)
    panel.chosen.connect(page.choose_language)
    return [panel, OtherLanguagesPanel(page.look)]


def _about(page: SettingsPage) -> list[QWidget]:
    return [AboutPanel(page.look, page.workbench), LicencesPanel(page.look)]


SECTIONS: dict[str, Section] = {
    FIRST: Section(N_("Näkymä ja ääni"), "sun", _view),
    "screen": Section(N_("Valkokangas"), "projector-screen", _screen),
    "phones": Section(N_("Puhelimet"), "device-mobile", _phones),
    "workshop": Section(N_("Työpajan tiedot"), "identification-card", _workshop),
    "papers": Section(N_("Papereiden ulkoasu"), "palette", _papers),
    "privacy": Section(N_("Tietosuoja"), "lock-simple", _privacy),
    "backups": Section(N_("Varmuuskopiot"), "hard-drives", _backups),
    LANGUAGE: Section(N_("Kieli"), "translate", _language),
    "about": Section(N_("Tietoja"), "info", _about),
}
