"""Muuta aikoja: more or less time, straight to any step, and the end of the evening."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QMenu, QWidget

from fasilitaattori.desktop.live import words
from fasilitaattori.desktop.live.marks import TimeMarks
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import in_menu
from fasilitaattori.workshop.schedule import schedule
from fasilitaattori.workshop.state import Workshop

T = TypeVar("T")
MUTE_KEY = "Ctrl+M"


def times_menu(
    look: Look,
    state: Workshop,
    now_ms: int,
    adjust: Callable[[int], object],
    go_to: Callable[[str], object],
    end: Callable[[], object],
    marks: TimeMarks,
    parent: QWidget,
) -> QMenu:
    """The menu. `adjust` gets seconds, `go_to` a step's id."""
    tr, menu = look.tr, QMenu(parent)
    shortcuts = {60: tr("Ctrl+↑"), -60: tr("Ctrl+↓")}
    for seconds, said in ((300, tr("+5 min")), (60, tr("+1 min")), (-60, tr("−1 min")), (-300, tr("−5 min"))):
        shown = f"{said}\t{shortcuts[seconds]}" if seconds in shortcuts else said
        action = menu.addAction(look.icon("plus" if seconds > 0 else "minus"), shown)
        action.triggered.connect(_given(adjust, seconds))
    menu.addSeparator()
    steps = menu.addMenu(look.icon("list-numbers"), tr("Siirry vaiheeseen"))
    for slot in schedule(state, now_ms).slots:
        said = tr("{time} {step}", time=words.clock_words(slot.start, tr), step=slot.step.title)
        icon = {"done": "check", "now": "play-circle"}.get(slot.state, "arrow-right")
        action = steps.addAction(look.icon(icon), in_menu(said))
        action.triggered.connect(_given(go_to, slot.step.id))
        action.setEnabled(slot.step.id != state.run.current)
    menu.addSeparator()
    reminders = tr("Muistutukset: {marks}…", marks=marks.words()) if marks.words() else tr("Muistutukset…")
    menu.addAction(look.icon("bell-simple"), reminders, marks.ask)
    silence = tr("Anna äänten kuulua") if marks.muted else tr("Mykistä äänet")
    menu.addAction(look.icon("speaker-high" if marks.muted else "speaker-slash"), f"{silence}\t{MUTE_KEY}", marks.toggle_sound)
    menu.addSeparator()
    menu.addAction(look.icon("stop"), tr("Lopeta ilta…"), end)
    return menu


def _given(act: Callable[[T], object], value: T) -> Callable[[], object]:
    return lambda: act(value)
