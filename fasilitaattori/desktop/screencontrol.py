"""The big screen as the desk steers it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtGui import QImage, QPixmap

if TYPE_CHECKING:
    from fasilitaattori.kit.slides.spoken import Spoken


class ScreenControl(Protocol):
    """It follows the workbench (`opened`, `closed`) by itself."""

    @property
    def changed(self) -> SignalInstance:
        """Any of what is told here changed."""

    @property
    def state(self) -> str:
        """ "absent" (there is one display only), "off" (there is a second one), "on" (it is showing), "lost" (the display
        it was on is gone; it comes back by itself)."""

    @property
    def words(self) -> str:
        """For the status bar, translated: "Valkokangas päällä · kysymyskortti"."""

    @property
    def advice(self) -> str:
        """What to do when the displays are mirrored, so that the room sees the desk, translated; "" when they are not."""

    @property
    def display(self) -> str:
        """The display it is or would be on, e.g. "1920 × 1080"; "" when there is none."""

    @property
    def shape(self) -> QSize:
        """The size of its picture in logical pixels, or what it would be."""

    def told(self) -> tuple[str, Callable[[], "Spoken"]]:
        """(language of the room, what it sees now in words)."""

    def open(self) -> None:
        """Show the big screen: full screen on the second display, or a window of its own when there is but one."""

    def close(self) -> None:
        """Take it away. May be called again."""

    def show_test(self) -> None:
        """Show the test picture until something else is shown or it is clicked away."""

    def picture(self, width: int) -> QPixmap:
        """What the room sees now, `width` logical pixels wide."""

    def image(self, size: QSize) -> QImage:
        """What the room sees now, drawn for a screen of this size."""
