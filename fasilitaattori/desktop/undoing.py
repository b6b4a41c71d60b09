"""What Ctrl+Z takes back in the window, and how it asks when participants' contributions would vanish with it."""

from fasilitaattori.i18n import Translator
from fasilitaattori.kit.bridge import Session
from fasilitaattori.workshop.undo import Act


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
