"""The keys of the live desk, in one table: what is pressed, what it does, and the words F1 shows for it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.page import Keys
from fasilitaattori.i18n import Translator

SHORTCUTS: dict[str, tuple[str, ...]] = {
    "next": ("PgDown",),
    "previous": ("PgUp",),
    "pause": ("F5", "Ctrl+Space"),
    "more": ("Ctrl+Up",),
    "less": ("Ctrl+Down",),
    "note": ("F2",),
    "decision": ("F3",),
    "action": ("F4",),
    "speaker": ("F6", "Ctrl+Return", "Ctrl+Enter"),
    "by_hand": ("F7",),
    "dark": ("F8",),
    "codes": ("F9",),
    "panel_1": ("Ctrl+1",),
    "panel_2": ("Ctrl+2",),
    "panel_3": ("Ctrl+3",),
    "panel_4": ("Ctrl+4",),
}
"""Act -> the keys that do it, also while one writes in a field."""


def make_shortcuts(page: QWidget, acts: dict[str, Callable[[], object]]) -> list[QShortcut]:
    """A shortcut for every key of the table; they work wherever the focus is in the window while the page is in view."""
    made = []
    for act, keys in SHORTCUTS.items():
        for key in keys:
            shortcut = QShortcut(QKeySequence(key), page)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
            shortcut.setAutoRepeat(act in ("more", "less"))
            shortcut.activated.connect(acts[act])
            made.append(shortcut)
    return made


def key_list(tr: Translator) -> list[Keys]:
    """For F1."""
    return [
        Keys(
            tr("Illan kulku"),
            (
                (tr("Page Down"), tr("seuraava vaihe")),
                (tr("Page Up"), tr("edellinen vaihe")),
                ("F5", tr("pysäytä tai jatka kelloa")),
                (tr("Ctrl ↑ / ↓"), tr("minuutti lisää tai vähemmän")),
                ("F8", tr("pimennä tai näytä valkokangas")),
                ("F9", tr("QR valkokankaalle tai pois")),
                ("Ctrl 1 … 4", tr("paneeliin 1 … 4")),
            ),
        ),
        Keys(
            tr("Kirjaaminen ja puheenvuorot"),
            (
                ("F2", tr("huomio")),
                ("F3", tr("päätös")),
                ("F4", tr("tehtävä")),
                ("Enter", tr("lisää")),
                ("Esc", tr("takaisin, teksti säilyy")),
                ("F6", tr("seuraava puhuja")),
                ("F7", tr("lisää jonoon, lappu tai käsiäänet")),
            ),
        ),
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
                ("Q W E", tr("siirrä ehdotettuun teemaan")),
                ("S", tr("valitse samankaltaiset")),
            ),
        ),
    ]
