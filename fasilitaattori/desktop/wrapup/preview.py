"""How the minutes look on paper: the public version or the internal one, page by page."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.papers.pageturner import PageTurner
from fasilitaattori.desktop.papers.sheetview import Pictures, lacking_words
from fasilitaattori.desktop.parts import row
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look

PUBLIC, INTERNAL = "public", "internal"


class Preview(QWidget):
    """`version_chosen(public)`; `again_requested` when drawing failed and shall be tried anew."""

    version_chosen = Signal(bool)
    again_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look = look
        self.version = Segmented(
            look, [(PUBLIC, tr("Julkinen")), (INTERNAL, tr("Sisäinen"))], PUBLIC, small=True, name=tr("Muistion versio")
        )
        self.version.chosen.connect(self._chosen)
        self.turner = PageTurner(look)
        self.turner.row.insertWidget(0, self.version, 1)
        self.told = Label(look, "", "small", "ink2", icon="eye-slash", icon_tone="ink2")
        self.lacking = Label(look, "", "small", "savi", icon="warning", icon_tone="savi")
        self.lacking.hide()
        self.again_button = Button(look, tr("Yritä uudelleen"), size="small", icon="arrow-clockwise")
        self.again_button.clicked.connect(self.again_requested)
        self.again_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.turner, 1)
        column.addWidget(self.again_button)
        column.addLayout(row(self.lacking, margins=(5, 0, 5, 0)))
        column.addLayout(row(self.told, margins=(5, 0, 5, 0)))  # beginning where the page does
        self._places: Mapping[str, int] = {}
        self._followed = ""
        self._tell(True)

    def follow(self, section: str) -> None:
        """Turn to the page on which this section begins, as soon as there are pages. Who turns them afterwards stays there."""
        self._followed = section
        self._turn()

    def _turn(self) -> None:
        if self._places:
            self.turner.turn_to(self._places.get(self._followed, -1))
            self._followed = ""

    def set_wide(self, wide: bool) -> None:
        """The page as wide as the room, however high it gets."""
        self.turner.view.set_wide(wide)

    @Slot(object)
    def show_pages(self, pages: Pictures) -> None:
        """Shows the pages."""
        self.again_button.hide()
        self.turner.show_pages(self.look.tr("Muistio"), pages)
        words = lacking_words(pages.lacking, self.look.tr, elsewhere=True)
        self.lacking.set_text(words)
        self.lacking.setVisible(bool(words))
        self._places = pages.places
        self._turn()

    @Slot(object)
    def show_failed(self, _: Exception) -> None:
        """The minutes could not be drawn; what is written is safe all the same."""
        self.again_button.show()
        self.turner.show_words(self.look.tr("Esikatselua ei voitu piirtää. Teksti on tallessa."), "warning-circle")

    def wait(self) -> None:
        """The pages are being drawn for the first time."""
        self.turner.wait_for(self.look.tr("Muistio"))

    @Slot(str)
    def _chosen(self, version: str) -> None:
        self._tell(version == PUBLIC)
        self.version_chosen.emit(version == PUBLIC)

    def _tell(self, public: bool) -> None:
        tr = self.look.tr
        self.told.set_icon("eye-slash" if public else "lock-simple")
        self.told.set_text(
            tr("Julkisessa versiossa ei ole nimiä.") if public else tr("Sisäisessä versiossa on nimiä. Älä julkaise sitä.")
        )
