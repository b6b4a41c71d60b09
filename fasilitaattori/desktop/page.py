"""What the window expects of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.unsaid import say_again, unsaid

if TYPE_CHECKING:
    from fasilitaattori.desktop.acts import Act


@dataclass(frozen=True, slots=True)
class Keys:
    """A group of keys for the list that F1 shows: a heading and pairs (key, what it does), already translated."""

    title: str
    rows: tuple[tuple[str, str], ...]


class Page(QWidget):
    """A page of the desk. It fills everything between the rail and the status bar and paints its own ground.

    Pages are made when first shown, or before that while nothing happens. All of them are deleted and made anew when the desk's
    language changes; those of a workshop (see `pages.PAGES`) also when the workshop closes, so `workbench.session` is the same
    for their whole life. What is on a page is made in `build`; `whole` False leaves that to whoever asked for the page.
    """

    def __init__(self, workbench: Workbench, parent: QWidget | None = None, *, whole: bool = True) -> None:
        super().__init__(parent)
        self.workbench = workbench
        self.look = workbench.look
        self.services = workbench.services
        self.on_show = True
        """Is it the page in view? One that is not may put off what only the eye needs until `shown`."""
        self.setProperty("paints_focus", True)  # a page that holds the focus itself has no ring around it
        if whole:
            for _ in self.build():
                pass

    def dress(self) -> None:
        """Puts the style sheet on the page, before there is anything on it: so each part of it is styled as it comes. A page of
        very many parts does it for those instead, so that another theme comes to one of them at a time."""
        self.look.dress(self)

    def build(self) -> Iterator[None]:
        """Makes everything that is on the page, and stops where events may be handled: some ten milliseconds apart at most.
        What is heard from elsewhere is connected after the last stop, for the page may be thrown away at any of them."""
        yield from ()

    def shown(self) -> None:
        """The page has just come into view (also the first time)."""

    def left(self) -> None:
        """Another page is about to come into view, or the page is about to be deleted: save what is half typed."""

    def half_typed(self) -> dict[str, str]:
        """What is typed and not yet said, for the page that is made in the place of this one in another language."""
        return unsaid(self)

    def type_again(self, kept: dict[str, str]) -> None:
        """Take what `half_typed` of the page before gave."""
        say_again(self, kept)

    def retire(self) -> None:
        """Another page is made in the place of this one: stop what goes on by itself."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Nothing is painted anew, as a widget's own would: a page looks the same with the focus and without it."""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """As `focusInEvent`."""

    def set_compact(self, low: bool, narrow: bool) -> None:
        """The room for the page changed: `low` under 720 px of window height, `narrow` under 1320 px of window width."""

    def keys(self) -> list[Keys]:
        """Keys of the page that are no acts of their own (arrows in a list, Enter), for the list that F1 shows."""
        return []

    def desk_acts(self) -> list[Act]:
        """What can be done on the page by key or by name: for the list of keys and the palette of acts."""
        return []

    def go_to_step(self, step_id: str) -> None:
        """The step was chosen by its name."""

    def take_person(self, number: int) -> bool:
        """The person was chosen by name. False when the page has nothing to do with people."""
        return False
