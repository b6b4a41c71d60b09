"""Dictionary forms for the search of methods. Reading a dictionary takes a moment, so it is done in the background when the
first word is typed; until then, and where there is none, the search goes by letters alone."""

import logging

from PySide6.QtCore import QObject, Signal

from fasilitaattori.desktop.services import Services
from fasilitaattori.methods.choosing import Forms

log = logging.getLogger(__name__)


class WordForms(QObject):
    """`came` when the dictionary is there; from then on `forms` reads words with it."""

    came = Signal()

    def __init__(self, services: Services, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services, self._language = services, language
        self._asked = False
        self.forms: Forms | None = None

    def want(self) -> None:
        """Somebody searches."""
        if not self._asked:
            self._asked = True
            self._services.background.run(lambda: _load(self._language), self._take, _missing, owner=self)

    def _take(self, forms: Forms) -> None:
        self.forms = forms
        self.came.emit()


def _missing(error: Exception) -> None:
    log.info("searching methods by letters alone: %s", error)


def _load(code: str) -> Forms:
    # Imported here because the Finnish dictionary is heavy, and only a search needs it.
    from fasilitaattori.likeness.languages import language
    from fasilitaattori.likeness.words import LONGEST

    reader = language(code)

    def forms(word: str) -> frozenset[str]:
        return frozenset(term.text for term in reader.read(word[:LONGEST]))

    return forms
