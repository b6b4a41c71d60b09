"""Qt's own dialogs in the desk's language. Qt brings its words along, but a few were never translated into Finnish.

Those stand here and are asked for only where Qt has nothing: a Finnish file dialog must not say "Look in:".
"""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QTranslator

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator

GAPS: dict[tuple[str, str], str] = {
    ("QFileDialog", "&Look in:"): N_("Kansio:"),
    ("QFileDialog", "Files of &type:"): N_("Tiedostotyyppi:"),
    ("QAbstractFileIconProvider", "Drive"): N_("Asema"),
    ("QAbstractFileIconProvider", "Folder"): N_("Kansio"),
    ("QPrintSettingsOutput", "Double Sided Printing"): N_("Kaksipuolinen tulostus"),
    ("QPrintSettingsOutput", "Off"): N_("Ei"),
    ("QPrintSettingsOutput", "Long side binding"): N_("Kääntö pitkältä sivulta"),
    ("QPrintSettingsOutput", "Short side binding"): N_("Kääntö lyhyeltä sivulta"),
    ("QPrintSettingsOutput", "Page &Set:"): N_("Mitkä sivut:"),
}
"""Where Qt says it and its English words -> our own."""


class QtWords(QTranslator):
    """What Qt says in a language: install it in the application."""

    def __init__(self, tr: Translator) -> None:
        super().__init__()
        self._tr = tr
        self.desk_language = tr.language
        self.known = self.load(f"qtbase_{tr.language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        """Did Qt bring this language along?"""

    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        """Qt's own words, else ours, else none: then Qt goes on in English."""
        own = super().translate(context, source, disambiguation, n) if self.known else ""
        if own:
            return own
        gap = GAPS.get((context, source))
        return self._tr(gap) if gap is not None else None  # "" would be taken for the translation
