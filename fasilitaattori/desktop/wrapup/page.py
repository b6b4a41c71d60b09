"""Kokoa: sections at the left, the chosen one in the middle, the page as it will be printed at the right."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from fasilitaattori.desktop.acts import Act
from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.parts import holder
from fasilitaattori.desktop.wrapup.approving import ApproveDialog, incomplete, missing_words
from fasilitaattori.desktop.wrapup.drafting import Drafting
from fasilitaattori.desktop.wrapup.editor import Editor
from fasilitaattori.desktop.wrapup.givingout import GivingOut
from fasilitaattori.desktop.wrapup.head import Head
from fasilitaattori.desktop.wrapup.preview import Preview
from fasilitaattori.desktop.wrapup.room import Room
from fasilitaattori.desktop.wrapup.sectionlist import HALL, SectionList
from fasilitaattori.desktop.wrapup.twoviews import TwoViews
from fasilitaattori.desktop.wrapup.views import ANSWERS, MINUTES
from fasilitaattori.kit.inslices import InSlices
from fasilitaattori.workshop import settling, steering
from fasilitaattori.workshop.checking import open_check
from fasilitaattori.workshop.closing import approve, reopen_minutes


class WrapUpPage(Page):
    """The minutes of the open workshop. It can be used before the evening has ended too."""

    def dress(self) -> None:
        """Each of its columns is dressed by itself."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        look = self.look
        self.draft = Drafting(workbench, self)
        self.head = Head(look)
        look.dress(self.head)
        yield
        self.list = SectionList(look)
        yield
        self.editor = Editor(workbench)
        look.dress(self.editor)
        self.preview = Preview(look)
        yield
        self.room = Room(look, self.list, self.editor, self.preview)
        self._filling = InSlices(self)
        self._chosen = ""
        self._was_approved = self._low = self._approval_wanted = False
        yield
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.room, 1)
        self.views = TwoViews(workbench, holder(column), self.head.title)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.views)
        yield
        yield from self.editor.build()
        yield
        self.giving = GivingOut(workbench, self.draft, self.editor, self)
        self.saver = self.giving.saver
        self._connect()
        self.preview.wait()
        self._changed()

    def _connect(self) -> None:
        """Every wire between the parts of the page."""
        session = self.workbench.open_session
        session.changed.connect(self._changed)
        self.views.turned.connect(self._turn)
        self.views.paper_requested.connect(self.giving.save_answers)
        self.head.export_requested.connect(self.giving.save)
        self.head.version_requested.connect(self.giving.save_version)
        self.head.data_requested.connect(self.giving.save_data)
        self.head.copy_requested.connect(self.giving.copy)
        self.head.approve_requested.connect(self._want_approval)
        self.head.reopen_requested.connect(self._reopen)
        self.saver.busy_changed.connect(self.head.show_busy)
        self.list.chosen.connect(self.choose)
        self.room.chosen.connect(self.choose)
        self.draft.sections_came.connect(self._show_sections)
        self.draft.pages_came.connect(self.preview.show_pages)
        self.draft.pages_failed.connect(self.preview.show_failed)
        self.editor.papers_requested.connect(partial(self.workbench.enter_papers, "kokoa"))
        self.preview.version_chosen.connect(self._choose_version)
        self.preview.again_requested.connect(self.draft.refresh)
        self.editor.checking_requested.connect(self._go_to_checking)
        for keys, act in (
            ("Ctrl+Up", self._previous_section),
            ("Ctrl+Down", self._next_section),
            ("Ctrl+R", self.editor.back_button.click),
            ("Ctrl+E", self.head.pdf_button.click),
            ("Ctrl+Shift+C", self.head.copy_button.click),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
            self.views.only_in_minutes(shortcut)

    # --- what the window tells ---

    def shown(self) -> None:
        """In view: everything as it stands now."""
        self._changed()
        self.views.come()

    def left(self) -> None:
        """Out of view: what is half typed is saved."""
        self.editor.commit()
        self.draft.sleep()
        self.views.rest()

    def set_compact(self, low: bool, narrow: bool) -> None:
        """The room for the page changed."""
        self.head.set_narrow(narrow)
        self._low = low
        self.list.set_low(low)
        self._show_foot()
        self.room.set_low(low)
        self.views.set_low(low)

    def keys(self) -> list[Keys]:
        """For F1."""
        if self.views.answers is not None and self.views.view == ANSWERS:
            return self.views.answers.keys()
        tr = self.look.tr
        rows = (
            ("Ctrl ↑ / ↓", tr("Edellinen tai seuraava osa")),
            ("Ctrl R", tr("Palauta osan koottu teksti")),
            ("Ctrl E", tr("Vie PDF")),
            ("Ctrl ⇧ C", tr("Kopioi teksti")),
            ("PgUp / PgDn", tr("Esikatselun sivu")),
        )
        return [Keys(tr("Muistio"), rows)]

    @Slot(str)
    def _turn(self, view: str) -> None:
        """The minutes sleep while the other view is on show."""
        if view == MINUTES:
            self.draft.wake()
        else:
            self.editor.commit()
            self.draft.sleep()

    def desk_acts(self) -> list[Act]:
        tr = self.look.tr
        words, group = tr("Tarkistetaan salissa"), tr("Muistio")
        return [Act(words, self._go_to_checking, group, icon="projector-screen", able=self._is_draft)]

    def _is_draft(self) -> bool:
        return not self.workbench.state.closing.approved

    # --- showing ---

    @Slot()
    def _changed(self) -> None:
        """The log went on; the sections follow from the background."""
        if not self.on_show:
            return
        state = self.workbench.state
        self.head.show_state(state.info, state.closing, self.draft.public)
        self._show_foot()
        if state.closing.approved != self._was_approved:
            self._was_approved = state.closing.approved
            self.editor.set_locked(self._was_approved)
        self.editor.refresh()

    def _show_foot(self) -> None:
        tr, state = self.look.tr, self.workbench.state
        words = {
            "planned": tr("Työpajaa ei ole vielä pidetty. Muistio syntyy sen kirjauksista."),
            "open": tr("Työpaja on vielä käynnissä. Muistio täydentyy sitä mukaa."),
            "running": tr("Työpaja on vielä käynnissä. Muistio täydentyy sitä mukaa."),
            "ended": tr("Luonnos syntyi illan kirjauksista. Voit muuttaa kaikkea."),
        }
        if state.closing.approved:
            self.list.foot.set_text(tr("Muistio on hyväksytty. Avaa se muokattavaksi, jos jotakin on muutettava."))
        else:
            self.list.foot.set_text(words.get(state.run.phase, words["ended"]))
        self.list.foot.setVisible(not self._low or state.closing.approved or state.run.phase != "ended")

    @Slot()
    def _show_sections(self) -> None:
        """At once, but for what is new of a long evening."""
        self._filling.drop()
        steps = self._fill()
        for _ in steps:
            self._filling.do(steps)
            return

    @property
    def is_busy(self) -> bool:
        """Is anything on its way to the page?"""
        return self.draft.is_busy or self._filling.busy

    def _fill(self) -> Iterator[None]:
        keys = [section.key for section in self.draft.sections]
        first = HALL if open_check(self.workbench.state) is not None else keys[0]
        before, self._chosen = self._chosen, self._chosen if self._chosen in keys else first
        section = self.draft.section(self._chosen)
        if section is not None:
            self.editor.show_section(section, anew=self._chosen != before)
        if not before:
            yield
        yield from self.list.show_sections(self.draft.sections, self._chosen)
        if not before:
            yield
        self.room.show_sections(self.draft.sections, self._chosen)
        if self._approval_wanted and not (self.giving.is_waiting or self.draft.is_stale):
            self._ask_approval()
        self.draft.draw()

    @Slot(str)
    def choose(self, key: str) -> None:
        """Show a section in the middle."""
        section = self.draft.section(key)
        if section is not None and key != self._chosen:
            self._chosen = key
            self.list.set_current(key)
            self.room.set_current(key)
            self.editor.show_section(section)
            self.preview.follow(key)

    @Slot()
    def _go_to_checking(self) -> None:
        self.choose(HALL)
        self.editor.focus_checking()

    @Slot()
    def _previous_section(self) -> None:
        self._walk(-1)

    @Slot()
    def _next_section(self) -> None:
        self._walk(1)

    def _walk(self, way: int) -> None:
        keys = [section.key for section in self.draft.sections]
        if self._chosen in keys:
            place = max(0, min(len(keys) - 1, keys.index(self._chosen) + way))
            self.choose(keys[place])

    @Slot(bool)
    def _choose_version(self, public: bool) -> None:
        self.draft.set_public(public)
        self._changed()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.room.fit(self.width())

    # --- approving ---

    @Slot()
    def _want_approval(self) -> None:
        """Ask when the sections are those of what has just been saved."""
        self._approval_wanted = True
        self.giving.when_saved(self.draft.refresh)

    def _ask_approval(self) -> None:
        self._approval_wanted = False
        state = self.workbench.state
        missing = missing_words(self.draft.sections, state, self.look.tr)
        by = state.info.facilitator or self.services.settings.facilitator
        dialog = ApproveDialog(self.look, missing, by, self.window(), completable=bool(incomplete(self.draft.sections)))
        dialog.approved.connect(self._approve)
        dialog.completion_requested.connect(self._complete)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def _approve(self, by: str) -> None:
        words = self.look.tr("Muistio hyväksytty")
        open_ = open_check(self.workbench.state) is not None
        approval = approve(by, self.services.papers.letterheads.default())
        act = steering.together(settling.end(), approval) if open_ else approval
        self.workbench.do(act, lambda _: self.workbench.toast_undo(words))

    @Slot()
    def _complete(self) -> None:
        """To the first section in which something is missing."""
        missing = incomplete(self.draft.sections)
        if missing:
            self.choose(missing[0].key)
            self.editor.focus_missing()

    @Slot()
    def _reopen(self) -> None:
        words = self.look.tr("Muistio on taas luonnos")
        self.workbench.do(reopen_minutes(), lambda _: self.workbench.toast_undo(words))
