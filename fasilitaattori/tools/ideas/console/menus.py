"""The wall's menus: everything the letters do, for those who look for it with the mouse, and what may be done to a theme."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import in_menu
from fasilitaattori.tools.ideas.model import Idea, Theme

MOST_NUMBERS = 9
Act = Callable[[], object]


def new_menu(parent: QWidget) -> QMenu:
    """An empty menu that goes away for good when it is closed."""
    menu = QMenu(parent)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return menu


def fill_themes(menu: QMenu, look: Look, themes: Sequence[Theme], move: Callable[[str], object]) -> None:
    """The themes notes may be moved to, with the keys that do the same."""
    for number, theme in enumerate(themes, 1):
        shown = f"{in_menu(theme.name)}\t{number}" if number <= MOST_NUMBERS else in_menu(theme.name)
        menu.addAction(shown).triggered.connect(_mover(move, theme.id))
    menu.addAction(look.tr("Ilman teemaa") + "\t0").triggered.connect(_mover(move, ""))


def _mover(move: Callable[[str], object], theme: str) -> Callable[[], object]:
    return lambda: move(theme)


def note_menu(
    parent: QWidget,
    look: Look,
    idea: Idea,
    ids: Sequence[str],
    themes: Sequence[Theme],
    press: Callable[[str], object],
    split: Act,
    move: Callable[[str], object],
) -> QMenu:
    """What may be done with a note, or with the picked ones (`ids`) it is among. `press` does what a letter does."""
    tr, menu = look.tr, new_menu(parent)

    def add(icon: str, words: str, letter: str) -> None:
        menu.addAction(look.icon(icon), f"{words}\t{letter}", lambda: press(letter))

    if idea.pending or idea.hidden:
        add("check", tr("Palauta") if idea.hidden else tr("Hyväksy"), "A")
    else:
        add("projector-screen", tr("Nosta esiin"), "N")
    add("pencil-simple", tr("Muokkaa"), "M")
    if len(ids) > 1:
        add("arrows-merge", tr("Yhdistä"), "Y")
    if idea.merged:
        menu.addAction(look.icon("copy"), tr("Erota"), split)
    if themes:
        fill_themes(menu.addMenu(tr("Siirrä teemaan")), look, themes, move)
    if not idea.hidden:
        add("eye-slash", tr("Piilota"), "H")
    return menu


def theme_menu(parent: QWidget, look: Look, rename: Act, remove: Act) -> QMenu:
    """What may be done with a theme."""
    tr, menu = look.tr, new_menu(parent)
    menu.addAction(look.icon("pencil-simple"), tr("Nimeä uudelleen"), rename)
    menu.addAction(look.icon("trash"), tr("Poista teema"), remove)
    return menu
