"""The fields of a letterhead, for the settings and for one workshop."""

import msgspec
from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.entries import LineEntry
from fasilitaattori.desktop.papers.letterhead.logofield import LogoField
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Field, Select
from fasilitaattori.kit.hints import WholeHint
from fasilitaattori.kit.labels import Label
from fasilitaattori.settings import Settings
from fasilitaattori.workshop.letterhead import MAX_LINE, STYLES, Letterhead, cleaned, legible

LINES = ("organisation", "unit", "address", "alt")
COLOUR_DIGITS = 6


class LetterheadForm(QWidget):
    """`changed(letterhead)` when a field was left, a logo chosen, a colour or a style. `named`: with the sender's name."""

    changed = Signal(object)

    def __init__(self, workbench: Workbench, *, named: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.workbench = workbench.look, workbench
        self.letterhead = Letterhead()
        look, tr = self.look, self.look.tr
        self.logo = LogoField(workbench)
        self.lines = {name: LineEntry() for name in LINES}
        for line in self.lines.values():
            line.setMaxLength(MAX_LINE)
            WholeHint(line)
        self.fields = {
            "organisation": Field(look, tr("Nimi papereissa"), self.lines["organisation"]),
            "unit": Field(look, tr(Settings.letterhead_unit.label), self.lines["unit"]),
            "address": Field(look, tr(Settings.letterhead_address.label), self.lines["address"]),
            "alt": Field(look, tr(Settings.letterhead_alt.label), self.lines["alt"]),
        }
        self.fields["organisation"].setVisible(named)
        self.lines["unit"].setPlaceholderText(tr("Esimerkiksi: Sivistyspalvelut"))
        self.lines["address"].setPlaceholderText(tr("Esimerkiksi: Koulutie 4, 98900 Koivuranta"))
        self.lines["alt"].setPlaceholderText(tr("Esimerkiksi: kunnan vaakuna (ruudunlukijalle)"))
        self.colour = LineEntry()
        self.colour.setPlaceholderText("#1F6F5C")
        WholeHint(self.colour)
        self.colour_button = Button(look, tr("Valitse väri…"), icon="palette")
        self.style_choice = Select(look, tr(Settings.letterhead_style.label))
        self.style_choice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for style in STYLES:
            self.style_choice.addItem(tr(Settings.letterhead_style.choices[style]), style)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        look, tr = self.look, self.look.tr
        chosen = QWidget()
        row = QHBoxLayout(chosen)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.colour, 1)
        row.addWidget(self.colour_button)
        self.colour.setAccessibleName(tr(Settings.letterhead_accent.label))
        self.fields["accent"] = Field(look, tr(Settings.letterhead_accent.label), chosen)
        self.fields["accent"].label.setBuddy(self.colour)
        self.fields["style"] = Field(look, tr(Settings.letterhead_style.label), self.style_choice)
        about = tr(
            "Asiakirjan asettelussa otsikot ovat vasemmassa reunassa ja teksti sisennetään niistä 4,6 cm suomalaisen"
            " asettelutavan mukaan. Standardin SFS 2487 täyttymistä ei luvata."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (
            self.logo,
            *(self.fields[name] for name in ("alt", "organisation", "unit", "address", "accent", "style")),
        ):
            column.addWidget(widget)
        column.addWidget(Label(look, about, "small", "ink2"))

    def _connect(self) -> None:
        self.logo.chosen.connect(self._take_logo)
        for line in self.lines.values():
            line.committed.connect(self._take_lines)
        self.colour.committed.connect(self._take_colour)
        self.colour_button.clicked.connect(self._ask_colour)
        self.style_choice.activated.connect(self._take_style)

    def show_letterhead(self, letterhead: Letterhead, organiser: str = "") -> None:
        """Show one; `organiser` is printed where no name is given."""
        self.letterhead = letterhead
        for name, line in self.lines.items():
            line.set_value(getattr(letterhead, name))
        self.lines["organisation"].setPlaceholderText(organiser)
        if letterhead.logo != self.logo.logo:
            self.logo.set_logo(letterhead.logo)
        elif not letterhead.logo:
            self.logo.set_logo(b"")
        self.fields["alt"].setVisible(bool(letterhead.logo))
        self.colour.set_value(letterhead.accent)
        self.style_choice.setCurrentIndex(self.style_choice.findData(letterhead.style))
        self._show_colour(letterhead.accent)

    def commit(self) -> None:
        """Take over what is half typed."""
        for line in (*self.lines.values(), self.colour):
            line.commit()

    def _change(self, letterhead: Letterhead) -> None:
        clean = cleaned(letterhead)
        if clean != self.letterhead:
            self.show_letterhead(clean, self.lines["organisation"].placeholderText())
            self.changed.emit(clean)

    @Slot(bytes)
    def _take_logo(self, logo: bytes) -> None:
        self._change(msgspec.structs.replace(self.letterhead, logo=logo, alt=self.letterhead.alt if logo else ""))

    @Slot(str)
    def _take_lines(self, text: str) -> None:
        self._change(msgspec.structs.replace(self.letterhead, **{name: line.text() for name, line in self.lines.items()}))

    @Slot(int)
    def _take_style(self, index: int) -> None:
        self._change(msgspec.structs.replace(self.letterhead, style=self.style_choice.itemData(index)))

    # --- the colour ---

    @Slot(str)
    def _take_colour(self, text: str) -> None:
        bare = text.strip().removeprefix("#")
        wanted = f"#{bare}" if bare else ""
        if wanted and not (len(bare) == COLOUR_DIGITS and QColor(wanted).isValid()):
            words = self.look.tr("Kirjoita väri muodossa #1F6F5C tai valitse se napista. Entinen väri on voimassa.")
            self._say_of_colour(words, "error")
            return
        self._change(msgspec.structs.replace(self.letterhead, accent=wanted))
        self.colour.set_value(self.letterhead.accent)
        self._show_colour(self.letterhead.accent)

    def _show_colour(self, accent: str) -> None:
        light = bool(accent) and legible(accent) != accent
        words = self.look.tr(
            "Väri on vaalea. Otsikot painetaan siitä tummennettuina, jotta ne erottuvat; viivat ovat värin mukaiset."
        )
        self._say_of_colour(words if light else "", "warning")

    def _say_of_colour(self, words: str, state: str) -> None:
        self.fields["accent"].set_message(words, state)
        self.colour.setAccessibleDescription(words)

    @Slot()
    def _ask_colour(self) -> None:
        dialog = QColorDialog(QColor(self.letterhead.accent or "#1F6F5C"), self.window())
        dialog.setWindowTitle(self.look.tr("Valitse väri"))
        dialog.colorSelected.connect(self._colour_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(QColor)
    def _colour_chosen(self, colour: QColor) -> None:
        self._take_colour(colour.name())
