"""The helper's line under the wall: where the note in hand might belong, which notes are like it. It only offers."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

OFFER_KEYS = "QWE"
ALIKE_KEY = "S"
HEIGHT = 42


class HelpRow(QFrame):
    """`key_pressed(letter)` does what the key does; `starters_requested` picks notes to begin themes with, `first_requested`
    takes the first note without a theme in hand."""

    key_pressed = Signal(str)
    starters_requested = Signal()
    first_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(look.tr("Ryhmittelyapu"))
        self.words = Label(look, "", "small-strong", "ink2", wrap=False, icon="question")
        self.words.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        self.offers = [Button(look, "", size="small", key=key, elastic=True) for key in OFFER_KEYS]
        self.alike = Button(look, "", "quiet", "small", icon="copy", key=ALIKE_KEY)
        self.alike.set_hint(look.tr("Valitsee nämä laput"))
        self.starters = Button(look, look.tr("Ehdota alkuja"), size="small", icon="cards-three")
        self.first = Button(look, look.tr("Ota ensimmäinen"), size="small", icon="hand-tap", elastic=True)
        self.first.set_hint(
            look.tr("Nuolet vievät lapusta toiseen, ja Q, W tai E ottaa ehdotuksen. Hiirellä: napsauta lappua.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 0, 2, 0)
        row.setSpacing(8)
        for widget in (self.words, *self.offers, self.starters, self.first):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.alike)
        for button, key in zip((*self.offers, self.alike), OFFER_KEYS + ALIKE_KEY, strict=True):
            button.clicked.connect(lambda _=False, key=key: self.key_pressed.emit(key))
        self.starters.clicked.connect(self.starters_requested)
        self.first.clicked.connect(self.first_requested)
        self.refresh()
        look.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Measures again."""
        self.setFixedHeight(self.look.px(HEIGHT))

    def show_offer(self, themes: Sequence[str], *, unsure: bool, words_only: bool, alike: int, same: int) -> None:
        """The names of up to three themes; how many notes are like this one, or say the same (this one among them)."""
        told = self._told(bool(themes), unsure, words_only, bool(alike or same))
        self._show(told, themes, alike=alike, same=same)

    def show_waiting(self) -> None:
        """Nothing is known yet."""
        self._show(self.look.tr("Etsitään ehdotuksia…"))

    def show_hint(self, same: int) -> None:
        """No note is in hand. `same`: so many of those without a theme seem to say the same."""
        self._show(self.look.tr("Valitse lappu, niin saat ehdotuksen"), same=same, first=True)

    def show_start(self) -> None:
        """There are notes but no themes: notes far from each other are good first ones."""
        self._show(self.look.tr("Mistä teemat alkavat?"), starters=True)

    def _show(
        self,
        words: str,
        themes: Sequence[str] = (),
        *,
        alike: int = 0,
        same: int = 0,
        starters: bool = False,
        first: bool = False,
    ) -> None:
        """What stays is not hidden meanwhile, or a button that has the focus would lose it."""
        tr = self.look.tr
        self.words.set_text(words)
        for place, button in enumerate(self.offers):
            button.setVisible(place < len(themes))
            if place < len(themes):
                button.set_words(themes[place])
        self.alike.setVisible(bool(alike or same))
        if same:
            self.alike.set_words(tr("Lähes samoja {n}", n=same))
        else:
            self.alike.set_words(tr("Samankaltaisia {n}", n=alike))
        self.starters.setVisible(starters)
        self.first.setVisible(first)

    def _told(self, found: bool, unsure: bool, words_only: bool, alike: bool) -> str:
        tr = self.look.tr
        if found and unsure:
            return tr("Epävarma ehdotus, vain sanoista") if words_only else tr("Epävarma ehdotus")
        if not found and alike:
            return tr("Ei ehdotusta: teemoissa ei ole samanlaisia")
        if not found:
            return tr("Ei ehdotusta: lappu ei muistuta muita")
        return tr("Ehdotus, vain sanoista") if words_only else tr("Ehdotus")
