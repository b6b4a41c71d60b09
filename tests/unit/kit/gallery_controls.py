"""The sheet of parts: what is pressed, filled in and chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from fasilitaattori.kit.buttons import Button, Role
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.fields import Field
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.tags import Tag
from fasilitaattori.kit.ticks import CheckBox
from tests.unit.kit.gallery_frame import Ringed, padded, panel_of


class Posed(Button):
    """A button held in one state."""

    def __init__(self, look: Look, words: str, role: Role, pose: str) -> None:
        super().__init__(look, words, role)
        self._pose = pose

    def state(self) -> str:
        return self._pose


def buttons(look: Look) -> Panel:
    """Buttons of every role in every state."""
    panel = panel_of(look, "Painikkeet")
    grid = QGridLayout()
    grid.setHorizontalSpacing(0)
    grid.setVerticalSpacing(0)
    for place, words in enumerate(("perus", "osoitin päällä", "kohdistus", "painettu", "ei käytössä")):
        grid.addWidget(Label(look, words, "small", "ink2"), 0, place + 1)
    kinds: tuple[tuple[str, str, Role], ...] = (
        ("Ensisijainen", "Tallenna", "primary"),
        ("Toissijainen", "Muokkaa", "secondary"),
        ("Hiljainen", "Kumoa", "quiet"),
        ("Poistava", "Poista", "delete"),
    )
    for line, (kind, words, role) in enumerate(kinds):
        grid.addWidget(Label(look, kind, "small-strong"), line + 1, 0)
        for place, pose in enumerate(("plain", "hover", "focus", "pressed", "disabled")):
            button = Posed(look, words, role, "plain" if pose == "focus" else pose)
            button.setEnabled(pose != "disabled")
            box = Ringed(look, button) if pose == "focus" else padded(button, 5)
            grid.addWidget(box, line + 1, place + 1)
            grid.setColumnStretch(place + 1, 1)
    panel.body.addLayout(grid)
    panel.body.addStretch(1)
    return panel


def fields(look: Look) -> Panel:
    """Fields, plain, wrong, saved and with the focus."""
    panel = panel_of(look, "Kentät")
    grid = QGridLayout()
    grid.setSpacing(12)
    name = Field(look, "Nimi", QLineEdit("Kyläkoulun uusi elämä"))
    wrong = Field(look, "Viimeistään", QLineEdit("31.2."))
    wrong.set_message("Päivää ei ole. Tarkista kuukausi.", "error")
    author = Field(look, "Laatija", QLineEdit("Kyläyhdistys"))
    author.set_message("Tallennettu", "saved")
    focused = QVBoxLayout()
    focused.setSpacing(0)
    focused.addWidget(Label(look, "Nimi, kohdistus", "field"))
    focused.addWidget(Ringed(look, QLineEdit("Kyläkoulun uusi elämä")))
    top = Qt.AlignmentFlag.AlignTop
    grid.addWidget(name, 0, 0, top)
    grid.addLayout(focused, 0, 1, top)
    grid.addWidget(wrong, 1, 0, top)
    grid.addWidget(author, 1, 1, top)
    panel.body.addLayout(grid)
    panel.body.addStretch(1)
    return panel


def tags(look: Look) -> Panel:
    """Tags, chips and status words."""
    panel = panel_of(look, "Merkit ja rajaimet")
    tags = QWidget()
    flow = FlowLayout(tags, 8)
    keep_height(tags)
    for words, kind, icon in (
        ("Muistio valmis", "kuusi", "check"),
        ("Muistio kesken", "savi", "note-pencil"),
        ("Suunnitelma valmis", "jarvi", "check"),
        ("Luonnos", "line", "pencil-simple"),
        ("Käynnissä", "nyt", "play-circle"),
        ("Virhe", "puna", "warning-circle"),
    ):
        flow.addWidget(Tag(look, words, kind, icon))
    panel.body.addWidget(tags)
    chips = QHBoxLayout()
    chips.setSpacing(4)
    chosen = Chip(look, "Kaikki 6")
    chosen.setChecked(True)
    chips.addWidget(chosen)
    chips.addWidget(Chip(look, "Tulossa 3"))
    chips.addWidget(Ringed(look, Chip(look, "Pidetyt 3"), 18))
    chips.addStretch(1)
    panel.body.addLayout(chips)
    states = QHBoxLayout()
    states.setSpacing(16)
    for icon, tone, words in (
        ("check-circle-fill", "kuusi", "yhteys kunnossa"),
        ("warning", "savi", "odottaa yhteyttä"),
        ("wifi-slash", "puna", "poikki"),
    ):
        states.addWidget(Label(look, words, "small", wrap=False, icon=icon, icon_tone=tone))
    states.addStretch(1)
    panel.body.addLayout(states)
    panel.body.addStretch(1)
    return panel


def table(look: Look) -> Panel:
    """Ticks."""
    panel = panel_of(look, "Rastit")
    row = QHBoxLayout()
    for words, on, able in (("Valitsematta", False, True), ("Valittu", True, True), ("Ei käytössä", True, False)):
        box = CheckBox(look, words)
        box.setChecked(on)
        box.setEnabled(able)
        row.addWidget(box)
    row.addStretch(1)
    panel.body.addLayout(row)
    return panel
