"""Giving out the minutes: as a file, on the clipboard; always with what was typed last, for papers are made from the log."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.papers.saving import Saver
from fasilitaattori.desktop.services import Wish
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.drafting import Drafting
from fasilitaattori.desktop.wrapup.editor import Editor


class GivingOut(QObject):
    """What of the minutes leaves the program. Everything waits until what is half typed is in the log."""

    def __init__(self, workbench: Workbench, draft: Drafting, editor: Editor, page: QWidget) -> None:
        super().__init__(page)
        self.workbench, self._draft, self._editor = workbench, draft, editor
        self.saver = Saver(workbench, page)
        self._waiting: list[Callable[[], object]] = []
        workbench.open_session.answered.connect(self._go_on)

    @property
    def is_waiting(self) -> bool:
        """Does anything wait for the log?"""
        return bool(self._waiting)

    def when_saved(self, act: Callable[[], object]) -> None:
        """Do it once what is half typed is in the log."""
        self._editor.commit()
        self._waiting.append(act)
        self._go_on()

    @Slot()
    def _go_on(self) -> None:
        """Something was saved, or could not be."""
        self._editor.refresh()
        if not self.workbench.open_session.pending:
            waiting, self._waiting = self._waiting, []
            for act in waiting:
                act()

    @Slot(str)
    def save(self, form: str) -> None:
        """The minutes as they stand, in one of the forms."""
        self.when_saved(lambda: self.saver.save_as(self._draft.wish, form))

    @Slot(int)
    def save_version(self, number: int) -> None:
        """Minutes as they were approved before they were corrected."""
        self.when_saved(lambda: self.saver.save_as(replace(self._draft.wish, version=number), "pdf"))

    @Slot(str)
    def save_data(self, form: str) -> None:
        """What the evening brought, for a spreadsheet or another program."""
        self.when_saved(lambda: self.saver.save_as(Wish("data", self._draft.public), form))

    @Slot(str)
    def save_answers(self, form: str) -> None:
        """What came of what was said."""
        self.when_saved(lambda: self.saver.save_as(Wish("follow_up"), form))

    @Slot(str)
    def copy(self, form: str) -> None:
        """The minutes to the clipboard."""
        self.when_saved(lambda: self._start_copying(form))

    def _start_copying(self, form: str) -> None:
        services, state, wish = self.workbench.services, self.workbench.state, self._draft.wish
        services.background.run(
            lambda: services.papers.text(state, wish, form), self._put_on_clipboard, self.workbench.tell, self
        )

    def _put_on_clipboard(self, text: str) -> None:
        tr = self.workbench.tr
        QGuiApplication.clipboard().setText(text)
        public, internal = tr("Julkinen muistio kopioitu leikepöydälle"), tr("Sisäinen muistio kopioitu leikepöydälle")
        self.workbench.toast(public if self._draft.public else internal)
