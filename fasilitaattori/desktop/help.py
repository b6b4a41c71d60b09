"""Help at hand on every page: the list of keys (F1, ?) and the palette of acts (Ctrl+K)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QAbstractButton, QWidget

from fasilitaattori.desktop.acts import Act, key_groups
from fasilitaattori.desktop.page import Page
from fasilitaattori.desktop.pages import PAGES
from fasilitaattori.kit.buttons import Button
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.people import Person

if TYPE_CHECKING:
    from fasilitaattori.desktop.keylist import KeyList
    from fasilitaattori.desktop.pagestack import PageStack
    from fasilitaattori.desktop.palette import Palette
    from fasilitaattori.desktop.workbench import Workbench

LIVE_PAGE, PLAN_PAGE = "ohjaa", "suunnittele"


class Help(QObject):
    """`window_acts` gives what can be done on every page; `open_people` shows who is in."""

    def __init__(
        self,
        workbench: Workbench,
        pages: PageStack,
        window_acts: Callable[[], list[Act]],
        open_people: Callable[[], object],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workbench, self._pages, self._host = workbench, pages, parent
        self._window_acts, self._open_people = window_acts, open_people
        self.key_list: KeyList | None = None
        self.palette: Palette | None = None

    @Slot()
    def show_keys(self) -> None:
        """The list of keys over the page; the same key takes it away."""
        if self.key_list is not None:
            self.key_list.leave()
            return
        from fasilitaattori.desktop.keylist import KeyList  # imported when first shown

        page = self._pages.page
        own = [*key_groups(page.desk_acts()), *page.keys()] if page is not None else []
        self.key_list = KeyList(self._workbench.look, [*own, *key_groups(self._window_acts())], self._pages)
        self.key_list.left.connect(self._keys_gone)
        self.key_list.show()

    @Slot()
    def _keys_gone(self) -> None:
        self.key_list = None

    @Slot()
    def show_palette(self) -> None:
        """The palette of acts; the same key takes it away."""
        if self.palette is not None:
            self.palette.leave()
            return
        self.leave()
        from fasilitaattori.desktop.palette import Palette  # imported when first shown

        self.palette = Palette(self._workbench.look, self.acts(), self._host)
        self.palette.left.connect(self._palette_gone)
        self.palette.open()

    @Slot()
    def _palette_gone(self) -> None:
        self.palette = None

    def leave(self) -> None:
        """Another page came: neither is wanted any more."""
        for each in (self.key_list, self.palette):
            if each is not None:
                each.leave()

    # --- what there is ---

    def acts(self) -> list[Act]:
        """Everything one could want now: of the page in view, of every page, the pages, the steps and the people."""
        page = self._pages.page
        own = [act for act in page.desk_acts() if act.able()] if page is not None else []
        everywhere = [act for act in self._window_acts() if act.able()]
        known = {act.words.casefold() for act in (*own, *everywhere)}
        buttons = [act for act in self._buttons(page) if act.words.casefold() not in known]
        return [*own, *buttons, *everywhere, *self._steps(), *self._people()]

    def _buttons(self, page: Page | None) -> list[Act]:
        """What the buttons in sight do, in the page's own words."""
        if page is None:
            return []
        group = self._workbench.tr(PAGES[self._pages.name].words)
        found: dict[str, Act] = {}
        for button in page.findChildren(QAbstractButton):
            if not (button.isVisible() and button.isEnabled()):
                continue
            words = button.accessibleName() or (button.words() if isinstance(button, Button) else button.text())
            if len(words) > 1:
                icon = button.icon_name if isinstance(button, Button) else ""
                found.setdefault(words, Act(words, button.click, group, icon=icon))
        return list(found.values())

    def _steps(self) -> list[Act]:
        """Straight to a step: of the evening when it is on, else of the plan."""
        session, tr = self._workbench.session, self._workbench.tr
        if session is None:
            return []
        state = session.state
        steps = [step for step in state.plan.steps() if step.id != state.run.current]
        return [Act(step.title, self._to_step(step), tr("Vaihe"), icon="list-numbers") for step in steps if step.title]

    def _to_step(self, step: Step) -> Callable[[], object]:
        def go() -> None:
            session = self._workbench.session
            running = session is not None and session.state.run.phase == "running"
            self._workbench.go(LIVE_PAGE if running else PLAN_PAGE)
            page = self._pages.page
            if page is not None:
                page.go_to_step(step.id)

        return go

    def _people(self) -> list[Act]:
        session, tr = self._workbench.session, self._workbench.tr
        if session is None:
            return []
        named = [person for person in session.state.people.present() if person.name.strip()]
        return [Act(person.name, self._to_person(person), tr("Väki"), icon="user") for person in named]

    def _to_person(self, person: Person) -> Callable[[], object]:
        def go() -> None:
            page = self._pages.page
            if page is None or not page.take_person(person.number):
                self._open_people()

        return go
