"""What every page of the desk is handed: the services, the look, the open workshop, and the ways to ask the window for
something. Pages know this and nothing of each other, so that each can be built and tested alone."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from fasilitaattori.desktop.asking import Kind, Notice, Offer, Question
from fasilitaattori.desktop.inturn import InTurn
from fasilitaattori.desktop.practising import Practice
from fasilitaattori.desktop.rightday import RightDay
from fasilitaattori.desktop.roomdoor import ROOM, RoomDoor
from fasilitaattori.desktop.screencontrol import ScreenControl
from fasilitaattori.desktop.services import Room, Services
from fasilitaattori.desktop.undoing import Undoing
from fasilitaattori.errors import FasilitaattoriError, RuleViolation
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.bridge import FRAME_MS, OnRefused, OnSaved, Session
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.sounds import Sounds
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.state import Workshop

if TYPE_CHECKING:
    from fasilitaattori.desktop.creating import Draft

SECOND_MS = 1000
__all__ = ["Notice", "Offer", "Question", "ScreenControl", "Workbench"]


class Workbench(QObject):
    """One for the whole window.

    `session` is the open workshop or None. It never changes under a workshop page: such pages are made after `opened(page)`,
    which names the page one goes to ("" = none), and deleted at `closed`. `closing` comes while the session still lives: save
    what is half typed.
    """

    opened = Signal(str)
    closing = Signal()
    closed = Signal()
    page_requested = Signal(str)
    notice_given = Signal(object)
    notice_over = Signal(str)
    question_asked = Signal(object)
    room_changed = Signal()
    rehearsal_changed = Signal()
    library_changed = Signal()
    methods_changed = Signal()
    materials_requested = Signal()
    new_workshop_requested = Signal(str)
    screen_made = Signal()
    ticked = Signal()

    def __init__(
        self,
        services: Services,
        look: Look,
        make_screen: "Callable[[Workbench], ScreenControl]",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.look = look
        self.sounds = Sounds(parent=self)
        self.session: Session | None = None
        self.room: Room | None = None
        self.insert_before = ""
        """The step before which a method's steps go into the plan; "" = at the end."""
        self.paper_wanted = ""
        """The paper that Tulosteet shows first when it is opened for one; "" = where it was."""
        self.papers_of = ""
        """The step whose papers are typed in on the page "paperilta"; "" = the first that takes any."""
        self.papers_from = "kokoa"
        """The page to which "paperilta" leads back."""
        self.view_wanted = ""
        """The view of Kokoa that is wanted when it is opened ("answers" = what came of what was said); "" = as it was."""
        self.materials_wanted = False
        """Is Suunnittele wanted for the materials beside it?"""
        self._opening: Session | None = None
        self._make_screen = make_screen
        self._slow = InTurn(services.background)
        self.practice = Practice(self, self._slow)
        self._door = RoomDoor(self, self._slow)
        self._undoing = Undoing(self)
        self.right_day = RightDay(self)
        self._screen: ScreenControl | None = None
        self._seconds = QTimer(self, interval=SECOND_MS)
        self._seconds.timeout.connect(self.ticked)
        self._seconds.start()

    # --- what there is ---

    @property
    def tr(self) -> Translator:  # type: ignore[override]
        """The translator of the desk's language now."""
        return self.look.tr

    @property
    def state(self) -> Workshop:
        """The open workshop, folded. Only for pages that need one; ask anew after every change."""
        return self.open_session.state

    @property
    def open_session(self) -> Session:
        """The open workshop's session. RuntimeError when none is open."""
        if self.session is None:
            raise RuntimeError("no workshop is open")
        return self.session

    @property
    def rehearsing(self) -> bool:
        """Are simulated people in the open workshop?"""
        return self.practice.peopled

    @property
    def is_rehearsal(self) -> bool:
        """Is the open workshop a rehearsal's copy, which is thrown away when it is closed?"""
        return self.session is not None and self.session.stream == self.practice.copy

    @property
    def is_live(self) -> bool:
        """Is the open workshop going on (people may be in it), so that closing it would interrupt an evening?"""
        return self.session is not None and self.session.state.run.phase in ("open", "running") and not self.is_rehearsal

    @property
    def screen(self) -> ScreenControl:
        """The big screen; made when first asked for."""
        if self._screen is None:
            self._screen = self._make_screen(self)
            self.screen_made.emit()
        return self._screen

    @property
    def has_screen(self) -> bool:
        """Whether anybody has asked for the big screen yet."""
        return self._screen is not None

    # --- asking the window ---

    def go(self, page: str) -> None:
        """Show a page by its name (see desktop/pages.py)."""
        self.page_requested.emit(page)

    def enter_papers(self, page: str, step_id: str = "") -> None:
        """Type in what came on paper, for this step when given; `page` is the one from which this is asked."""
        self.papers_of, self.papers_from = step_id or self.papers_of, page
        self.go("paperilta")

    @Slot()
    def ask_new_workshop(self) -> None:
        """Ask for the heading of a new workshop."""
        self.new_workshop_requested.emit("")

    def ask_workshop_from(self, method: str) -> None:
        """Ask for the heading of a new workshop that starts from the method of that id."""
        self.new_workshop_requested.emit(method)

    def toast(self, words: str, kind: Kind = "done", offer: Offer | None = None, about: str = "") -> None:
        """Tell something at the bottom of the window; `about` names what lasts, so that `take_back` can end it."""
        self.notice_given.emit(Notice(words, kind, offer, about))

    def take_back(self, about: str) -> None:
        """What was told of this is no longer so."""
        self.notice_over.emit(about)

    def toast_undo(self, words: str) -> None:
        """Tell of what has just been saved (see `Session.request`), with a Kumoa button that takes back just that."""
        self.toast(words, "done", self._undoing.offer())

    def tell(self, error: Exception) -> None:
        """Tell of expected trouble in plain words; anything else goes on to the calm dialog of bugs."""
        if not isinstance(error, FasilitaattoriError):
            raise error
        self.toast(error.text(self.tr), "warning" if isinstance(error, RuleViolation) else "error")

    def ask(
        self,
        words: str,
        text: str,
        verb: str,
        on_yes: Callable[[], object],
        *,
        safe: str = "",
        danger: bool = False,
        other: Offer | None = None,
    ) -> None:
        """Ask before something that cannot be taken back. Returns at once; `on_yes` is called if the answer is yes."""
        self.question_asked.emit(Question(words, text, verb, on_yes, safe or self.tr("Peruuta"), danger, other))

    @Slot()
    def want_materials(self) -> None:
        """Show the materials beside the plan, as soon as its page is there."""
        self.materials_wanted = True
        self.materials_requested.emit()

    # --- the workshop ---

    def do(
        self,
        command: Command,
        on_saved: OnSaved | None = None,
        on_refused: OnRefused | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Change the open workshop (see `Session.do`); a refusal nobody asked to hear of becomes a toast."""
        self.open_session.do(command, on_saved, on_refused, owner)

    def open(self, stream: str, page: str = "suunnittele", on_open: Callable[[], object] | None = None) -> None:
        """Open a workshop (closing the one that is open; asks first when that one is live) and show `page` when it is there."""
        if self.session is not None and self.session.stream == stream:
            self._arrive(page, on_open)
        else:
            self._unless_live(lambda: self._open(stream, page, on_open))

    def _unless_live(self, act: Callable[[], object]) -> None:
        """Do something that closes the open workshop; ask first when it is live."""
        if not self.is_live:
            act()
            return
        title = self.state.info.title or self.tr("Nimetön työpaja")
        self.ask(
            self.tr("Suljetaanko {title}?", title=title),
            self.tr("Se on käynnissä. Puhelimet odottavat, kunnes avaat sen uudelleen. Kaikki on tallessa."),
            self.tr("Sulje se"),
            act,
            safe=self.tr("Jatka työpajaa"),
        )

    def _open(self, stream: str, page: str, on_open: Callable[[], object] | None) -> None:
        self.close_workshop()
        session = Session(self.services.door, stream, self)
        self._opening = session
        session.refused.connect(self.tell)
        session.opened.connect(lambda: self._take(session, page, on_open))

    def _take(self, session: Session, page: str, on_open: Callable[[], object] | None) -> None:
        if session is not self._opening:
            return  # closed before it was open
        self.session, self._opening = session, None
        self.opened.emit(page)
        self._arrive(page, on_open)

    def _arrive(self, page: str, on_open: Callable[[], object] | None) -> None:
        if page:
            self.go(page)
        if on_open is not None:
            on_open()

    def close_workshop(self) -> None:
        """Close the open workshop; everything in it is saved. May be called again."""
        if self._opening is not None:
            self._retire(self._opening)
            self._opening = None
        if self.session is None:
            return
        self.closing.emit()
        self.take_back(ROOM)
        self.stop_rehearsal()
        self.close_room()
        session, self.session = self.session, None
        session.leave()
        self.closed.emit()
        self._retire(session)
        self.practice.throw_away(session.stream)

    def _retire(self, session: Session) -> None:
        """Let a session go once everything asked for has been answered: a last change that was refused is still told."""
        if session.pending and not self._slow.at_once:
            QTimer.singleShot(FRAME_MS, self, lambda: self._retire(session))
        else:
            session.close()
            session.deleteLater()

    # --- undo ---

    @Slot()
    def undo(self) -> None:
        """Take back the last act; asks first when participants' contributions would vanish with it."""
        self._undoing.newest()

    @Slot()
    def redo(self) -> None:
        """Bring back what was last undone."""
        self._undoing.redo()

    # --- the room and its rehearsal ---

    def open_room(
        self, on_open: Callable[[], object] | None = None, on_failed: Callable[[Exception], object] | None = None
    ) -> None:
        """Start the phones' server for the open workshop (nothing is written to the log by this). Trouble nobody asked to
        hear of becomes a toast."""
        self._door.open(on_open, on_failed)

    def close_room(self) -> None:
        """Stop the phones' server, in the background. May be called again."""
        self._door.close()

    def after_rooms(self, work: Callable[[], Any], on_result: Callable[[Any], object]) -> None:
        """Do slow work in the background once every room asked for before has been opened or closed."""
        self._slow.run(work, on_result, self.tell)

    def rehearse(self, stream: str) -> None:
        """Practise a workshop: a copy of its plan is opened with simulated people in it, and thrown away when it is closed."""
        self._unless_live(lambda: self.practice.start(stream))

    def rehearse_draft(self, draft: "Draft") -> None:
        """Practise a workshop that is made for this alone, and thrown away when it is closed."""
        self._unless_live(lambda: self.practice.begin(draft))

    def stop_rehearsal(self) -> None:
        """Send the simulated people home. May be called again."""
        self.practice.stop()

    def close(self) -> None:
        """Close everything the desk has open, in order: workshop (with its room and rehearsal), big screen, sounds."""
        self._seconds.stop()
        self._slow.finish()
        self.close_workshop()
        if self._screen is not None:
            self._screen.close()
        self.sounds.close()
