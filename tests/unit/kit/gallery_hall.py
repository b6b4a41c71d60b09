"""The sheet of parts: what is of the evening itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.note import IdeaNote, NoteContent
from fasilitaattori.kit.panels import Card, EmptyState, Panel
from fasilitaattori.kit.ring import RingState
from fasilitaattori.kit.ring_widget import BigDigits, ChairRing
from fasilitaattori.kit.shares import DotsRow, SpeakingBar
from fasilitaattori.kit.tags import Tag
from fasilitaattori.kit.toast import Kind, Toast
from tests.unit.kit.gallery_frame import padded, panel_of


def rings(look: Look) -> Panel:
    """The ring of chairs in every state."""
    panel = panel_of(look, "Tuolirinki: yksi tuoli on yksi minuutti")
    row = QHBoxLayout()
    states: tuple[tuple[float, float, RingState, str, str], ...] = (
        (20, 12.4, "runs", "käy", "keltainen kuluu"),
        (20, 2, "runs", "2 min jäljellä", "merkkiääni"),
        (20, 12.4, "paused", "", "pysäytetty"),
        (20, -2.1667, "over", "", "yli ajan"),
        (60, 41, "runs", "pitkä vaihe", "60 tuolia"),
    )
    centre = Qt.AlignmentFlag.AlignHCenter
    for total, left, state, title, words in states:
        cell = QVBoxLayout()
        cell.setSpacing(2)
        ring = ChairRing(look, 128, 27)
        ring.set_time(total * 60, left * 60, state)
        cell.addWidget(ring, 0, centre)
        cell.addSpacing(6)
        if title:
            cell.addWidget(Label(look, title, "small-strong", align=centre))
            cell.addWidget(Label(look, words, "small", align=centre))
        elif state == "paused":
            cell.addWidget(Tag(look, words, "line", "pause"), 0, centre)
        else:
            cell.addWidget(Tag(look, words, "puna", "clock"), 0, centre)
        cell.addStretch(1)
        row.addLayout(cell)
    panel.body.addLayout(row)
    return panel


def toasts(look: Look) -> Panel:
    """Notices of every kind."""
    panel = panel_of(look, "Ilmoitukset")
    shown: tuple[tuple[str, Kind, str, str], ...] = (
        ("Siirryttiin: Kahvitauko", "done", "Kumoa", "Ctrl Z"),
        ("3 puhelinta putosi verkosta", "warning", "Katso", ""),
        ("Tallennus ei onnistu: levy on täynnä", "error", "Vaihda paikka", ""),
    )
    for words, kind, action, key in shown:
        toast = Toast(look, words, kind, action, key)
        toast.setMinimumHeight(52)
        panel.body.addWidget(toast)
    panel.body.setSpacing(9)
    panel.body.addStretch(1)
    return panel


def notes(look: Look) -> Panel:
    """A note in every state."""
    panel = panel_of(look, "Lapun tilat")
    row = QHBoxLayout()
    row.setSpacing(4)
    notes = (
        (NoteContent("Leikkipuisto kuntoon", "waiting"), "odottaa tarkistusta", False),
        (NoteContent("Juhlasali lainaan", theme_index=0), "seinällä", False),
        (NoteContent("Juhlasali lainaan", theme_index=0), "valittu", True),
        (NoteContent("Saunavuoro", "new", fresh="uusi"), "juuri tullut", False),
        (NoteContent("Asiaton lappu", "hidden"), "piilotettu", False),
    )
    for content, words, chosen in notes:
        cell = QVBoxLayout()
        cell.setSpacing(2)
        note = IdeaNote(look, content)
        note.setChecked(chosen)
        cell.addWidget(note)
        cell.addWidget(padded(Label(look, words, "small"), 6))
        cell.addStretch(1)
        row.addLayout(cell, 1)
    panel.body.addLayout(row)
    panel.body.addStretch(1)
    return panel


def agenda(look: Look) -> Panel:
    """A step in the plan: plain, chosen, too long."""
    panel = panel_of(look, "Vaihe ohjelmassa")
    for icon, title, words, chosen, warned in (
        ("users", "Pariporina", "10 min", False, False),
        ("users-three", "Keskustelu", "35 min", True, False),
        ("warning", "Loppukierros", "ei mahdu, 10 min yli", False, True),
    ):
        card = Card(look, title, margins=(10, 0, 10, 0), radius=6)
        card.setFixedHeight(40)
        card.set_selected(chosen)
        card.set_warned(warned)
        row = QHBoxLayout()
        row.addWidget(Label(look, "", icon="dots-six-vertical"))
        tone = "savi" if warned else "ink"
        row.addWidget(Label(look, title, "dense-strong", wrap=False, icon=icon, icon_tone=tone), 1)
        row.addWidget(Label(look, words, "dense"))
        card.body.addLayout(row)
        panel.body.addWidget(card)
    panel.body.addStretch(1)
    return panel


def counts(look: Look) -> Panel:
    """Votes and speaking time."""
    panel = panel_of(look, "Äänet ja puheaika")
    grid = QGridLayout()
    for line, (words, points, on) in enumerate((("Olohuone ja kahvila", 7, True), ("Kirjaston noutopiste", 4, False))):
        grid.addWidget(Label(look, words, "dense-strong" if on else "dense"), line, 0)
        dots = DotsRow(look)
        dots.set_points(points, 7, on)
        grid.addWidget(dots, line, 1)
        grid.addWidget(Label(look, str(points), "dense-strong"), line, 2)
    panel.body.addLayout(grid)
    row = QHBoxLayout()
    row.addWidget(Label(look, "Helmi", "section", icon="microphone-fill"), 1)
    row.addWidget(BigDigits(look, "1:24", 19))
    row.addWidget(Label(look, "/ 2:00", "small", "ink2"))
    panel.body.addLayout(row)
    bar = SpeakingBar(look)
    bar.set_share(0.7)
    panel.body.addWidget(bar)
    sources = QHBoxLayout()
    sources.addWidget(Label(look, "puhelimesta", "small", "ink2", icon="device-mobile"))
    sources.addWidget(Label(look, "käsi nostettu", "small", "ink2", icon="hand-palm"))
    sources.addStretch(1)
    panel.body.addLayout(sources)
    panel.body.addStretch(1)
    return panel


def question(look: Look) -> QWidget:
    """A dialog and an empty place."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(14)
    dialog = Dialog(
        look,
        "Lopetetaanko ilta?",
        "Jäljellä on 2 vaihetta. Puhelimille tulee kiitos, ja muistion luonnos avautuu.",
        act="Lopeta ja kokoa",
        safe="Jatka iltaa",
        width=380,
    )
    dialog.setWindowFlags(Qt.WindowType.Widget)
    column.addWidget(dialog)
    column.addWidget(
        EmptyState(
            look,
            "Ei vielä lappuja",
            "Laput tulevat tähän, kun joku lähettää idean.",
            "Lisää lappu itse",
            "plus",
        )
    )
    return box
