"""What Ctrl+Z and a notice's Kumoa take back in the window, and how it asks when participants' contributions would vanish.

Ctrl+Z takes back the newest act, whoever made it: the desk, or the facilitator's phone. Kumoa takes back the act its notice
speaks of, and no other one.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fasilitaattori.desktop.asking import Offer
from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.bridge import Session
from fasilitaattori.workshop.undo import Act, act_of, standing_on

if TYPE_CHECKING:
    from fasilitaattori.desktop.workbench import Workbench


def undoable(session: Session | None) -> Act | None:
    """What Ctrl+Z takes back. Making the workshop itself is not among it: that is deleting, in the library."""
    if session is None:
        return None
    act = session.undoable()
    if act is None or not act.ids:
        return act
    replica = session.replica
    first = replica.by_id.get(act.ids[0])
    return None if first is not None and first.request == replica.events[0].request else act


def vanishing_words(tr: Translator, act: Act) -> tuple[str, str]:
    """The question and its sentence."""
    text = tr.n(
        "Samalla katoaa {n} osallistujien lähettämä asia. Sen saa takaisin näppäimillä Ctrl+Y.",
        "Samalla katoaa {n} osallistujien lähettämää asiaa. Ne saa takaisin näppäimillä Ctrl+Y.",
        act.vanishing,
    )
    return tr("Kumotaanko {what}?", what=tr(act.name)), text


class Undoing:
    """Undo and redo for the window, told in its notices."""

    def __init__(self, workbench: Workbench) -> None:
        self._workbench = workbench

    def newest(self) -> None:
        """Take back the last act; asks first when participants' contributions would vanish with it."""
        session = self._workbench.session
        act = undoable(session)
        if session is None or act is None or not act.ids:
            self._workbench.tell(RuleViolation("nothing_to_undo"))
            return
        self._ask(session, session.replica.by_id[act.ids[0]].request, act)

    def offer(self) -> Offer | None:
        """The Kumoa of a notice about what has just been done; None when nothing came of it."""
        session = self._workbench.session
        if session is None or (not session.pending and act_of(session.replica, session.request) is None):
            return None
        return Offer(self._workbench.tr("Kumoa"), partial(self.only, session, session.request), "Ctrl Z")

    def only(self, session: Session, request: str) -> None:
        """Take back just this, or say why not."""
        if session is not self._workbench.session:
            return  # another workshop is open by now
        act = act_of(session.replica, request)
        if act is None:
            self._workbench.tell(RuleViolation("undone_already"))
            return
        if self._is_alone(session, act):
            self._ask(session, request, act)

    def _is_alone(self, session: Session, act: Act) -> bool:
        """May it be taken back by itself? Says why not."""
        newer, tr = standing_on(session.replica, act), self._workbench.tr
        if newer:
            self._workbench.toast(tr("Ei kumottu, sillä sen jälkeen on tehty: {what}.", what=tr(newer)), "warning")
        return not newer

    def _ask(self, session: Session, request: str, act: Act) -> None:
        if not act.vanishing:
            self._take_back(session, request, act)
            return
        tr = self._workbench.tr
        words, text = vanishing_words(tr, act)
        on_yes = partial(self._take_back, session, request, act)
        self._workbench.ask(words, text, tr("Kumoa"), on_yes, safe=tr("Älä kumoa"), danger=True)

    def _take_back(self, session: Session, request: str, act: Act) -> None:
        tr = self._workbench.tr
        offer = Offer(tr("Tee uudelleen"), self.redo, "Ctrl Y")
        words = tr("Kumottu: {what}", what=tr(act.name))
        if session is self._workbench.session and self._is_alone(session, act):  # the question may have stood open for long
            session.take_back(request, lambda _: self._workbench.toast(words, "done", offer))

    def redo(self) -> None:
        """Bring back what was last undone."""
        session = self._workbench.session
        act = session.redoable() if session is not None else None
        if session is None or act is None:
            self._workbench.tell(RuleViolation("nothing_to_redo"))
            return
        words = self._workbench.tr("Tehty uudelleen: {what}", what=self._workbench.tr(act.name))
        session.redo(lambda _: self._workbench.toast_undo(words))
