"""What can be done on the live desk: one table of words, keys and doing (see `desktop/acts.py`), and the other keys."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fasilitaattori.desktop.acts import Act
from fasilitaattori.desktop.page import Keys
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.record import ACTION, DECISION, NOTE

if TYPE_CHECKING:
    from fasilitaattori.desktop.live.page import LivePage


def live_acts(page: LivePage) -> list[Act]:
    """The acts of the desk, in the order in which they are listed."""
    return [*_course(page), *_screen(page), *_writing(page), *_panels(page)]


def _course(page: LivePage) -> list[Act]:
    tr, steer, on = page.look.tr, page.steering, page.is_running
    group = tr("Illan kulku")
    return [
        Act(tr("Seuraava vaihe"), page.press_next, group, ("PgDown",), tr("Page Down"), "arrow-right", on),
        Act(tr("Edellinen vaihe"), steer.previous_step, group, ("PgUp",), tr("Page Up"), "arrow-left", on),
        Act(tr("Pysäytä tai jatka kelloa"), steer.toggle_pause, group, ("F5", "Ctrl+Space"), "F5", "pause", on),
        Act(tr("Minuutti lisää"), steer.minute_more, group, ("Ctrl+Up",), tr("Ctrl ↑"), "plus", on, repeats=True),
        Act(tr("Minuutti vähemmän"), steer.minute_less, group, ("Ctrl+Down",), tr("Ctrl ↓"), "minus", on, repeats=True),
        Act(tr("Ota myöhästyminen kiinni"), steer.catch_up, group, ("Ctrl+L",), "Ctrl L", "arrows-in-simple", on),
        Act(tr("Mykistä äänet tai anna kuulua"), page.marks.toggle_sound, group, ("Ctrl+M",), "Ctrl M", "speaker-slash"),
        Act(tr("Muistutukset ajasta"), page.marks.ask, group, icon="bell-simple"),
        Act(tr("Lopeta ilta"), steer.ask_end, group, icon="stop", able=on),
    ]


def _screen(page: LivePage) -> list[Act]:
    tr, room, on = page.look.tr, page.work.room, page.is_running
    group = tr("Valkokangas")
    keyed = [
        Act(tr("Pimennä tai näytä valkokangas"), room.toggle_dark, group, ("F8",), "F8", "eye-slash", on),
        Act(tr("Pysäytä kuva tai jatka"), room.toggle_still, group, ("Shift+F8",), "Shift F8", "pause", on),
        Act(tr("QR valkokankaalle tai pois"), room.toggle_code, group, ("F9",), "F9", "qr-code", on),
    ]
    more = room.offers() if on() else []
    return keyed + [Act(offer.words, offer.run, group, icon=offer.icon, able=on) for offer in more]


def _writing(page: LivePage) -> list[Act]:
    tr, work, on = page.look.tr, page.work, page.is_running
    group = tr("Kirjaaminen ja puheenvuorot")
    return [
        Act(tr("Kirjaa huomio"), partial(work.open_record, NOTE), group, ("F2",), "F2", "note", on),
        Act(tr("Kirjaa päätös"), partial(work.open_record, DECISION), group, ("F3",), "F3", "gavel", on),
        Act(tr("Kirjaa tehtävä"), partial(work.open_record, ACTION), group, ("F4",), "F4", "list-checks", on),
        Act(tr("Seuraava puhuja"), work.next_speaker, group, ("F6", "Ctrl+Return", "Ctrl+Enter"), "F6", "microphone", on),
        Act(tr("Lisää jonoon, lappu tai käsiäänet"), work.add_by_hand, group, ("F7",), "F7", "hand-palm", on),
    ]


def _panels(page: LivePage) -> list[Act]:
    tr, on = page.look.tr, page.is_running
    names = (tr("Aika ja seuraava vaihe"), tr("Vaiheen työkalu"), tr("Muistio"), tr("Huone"))
    return [
        Act(name, partial(page.work.focus_panel, n), tr("Paneelit"), (f"Ctrl+{n}",), f"Ctrl {n}", "columns", on)
        for n, name in enumerate(names, 1)
    ]


def other_keys(tr: Translator) -> list[Keys]:
    """What keys do while one writes, or on a note of the wall."""
    return [
        Keys(tr("Kirjoittaessa"), (("Enter", tr("lisää")), ("Esc", tr("takaisin, teksti säilyy")))),
        Keys(
            tr("Ideaseinä, kun lappu on valittuna"),
            (
                (tr("Nuolet"), tr("lapusta toiseen")),
                (tr("Välilyönti"), tr("valitse lappu")),
                ("A", tr("hyväksy")),
                ("H", tr("piilota")),
                ("Y", tr("yhdistä")),
                ("N", tr("nosta esiin")),
                ("M", tr("muokkaa")),
                ("1 … 9", tr("siirrä teemaan")),
                ("0", tr("ota pois teemasta")),
                ("Q, W, E", tr("siirrä ehdotettuun teemaan")),
                ("S", tr("valitse samankaltaiset")),
            ),
        ),
    ]
