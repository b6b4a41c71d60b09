"""What opens over the window: notices at its foot, questions, and the dialogs that any page may ask for. Dialogs are imported
when they are first shown: the window does not wait for them."""

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.asking import Notice, Question
from fasilitaattori.desktop.statusline import SCREEN
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.toast import Toasts


class Overlays(QObject):
    """Listens to the workbench and shows what it asks for."""

    def __init__(self, workbench: Workbench, toasts: Toasts, window: QWidget) -> None:
        super().__init__(window)
        self._workbench, self._toasts, self._window = workbench, toasts, window
        self._language = workbench.tr.language
        workbench.look.changed.connect(self._look_changed)
        workbench.notice_given.connect(self._tell)
        workbench.notice_over.connect(toasts.drop)
        workbench.question_asked.connect(self._ask)
        workbench.new_workshop_requested.connect(self._new_workshop)

    @Slot(object)
    def _tell(self, notice: Notice) -> None:
        offer = notice.offer
        if offer is None:
            self._toasts.show(notice.words, notice.kind, about=notice.about)
        else:
            self._toasts.show(notice.words, notice.kind, offer.words, offer.key, offer.act, about=notice.about)

    @Slot()
    def _look_changed(self) -> None:
        """What was told in another language goes, but for what stays until somebody has read it."""
        before, self._language = self._language, self._workbench.tr.language
        for toast in self._toasts.shown() if before != self._language else ():
            if not toast.stays:
                toast.close_now()

    @Slot(object)
    def _ask(self, question: Question) -> None:
        dialog = Dialog(
            self._workbench.look,
            question.words,
            question.text,
            question.verb,
            question.safe,
            "delete" if question.danger else "primary",
            parent=self._window,
        )
        dialog.accepted.connect(question.on_yes)
        if question.other is not None:
            dialog.add_way(question.other.words, question.other.act)
        self._open(dialog)

    @Slot(str)
    def _new_workshop(self, method: str) -> None:
        from fasilitaattori.desktop.newworkshop import NewWorkshop

        self._open(NewWorkshop(self._workbench, method, self._window))

    @Slot()
    def open_people(self) -> None:
        """Väki, when a workshop is open."""
        from fasilitaattori.desktop.live.people_dialog import PeopleDialog

        if self._workbench.session is not None:
            PeopleDialog(self._workbench, self._window).open()

    @Slot(str)
    def open_status(self, key: str) -> None:
        """What an item of the status bar leads to."""
        if key == SCREEN:
            from fasilitaattori.desktop.bigscreen.displayhelp import DisplayHelp

            self._open(DisplayHelp(self._workbench, self._window))
        else:
            self.open_people()

    def welcome(self) -> None:
        """The first start."""
        from fasilitaattori.desktop.firststart import FirstStart

        self._open(FirstStart(self._workbench, self._window))

    def _open(self, dialog: Dialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
