"""What the facilitator is told when the projector mirrors the desk, so that the room sees what only the facilitator should."""

from fasilitaattori.desktop.bigscreen.placement import Placement
from fasilitaattori.desktop.workbench import Workbench

MIRRORED = "mirrored"  # what a notice is about


class Advice:
    """One for a big screen. Says it at once, and takes it back when it is over."""

    def __init__(self, workbench: Workbench, placement: Placement) -> None:
        self._workbench, self._placement = workbench, placement
        self._told = False

    @property
    def heading(self) -> str:
        """In a few words; "" when nothing is mirrored."""
        return self._workbench.tr("Projektori peilaa tätä näyttöä") if self._placement.mirrored else ""

    @property
    def words(self) -> str:
        """What to do; "" when nothing is mirrored."""
        if not self._placement.mirrored:
            return ""
        return self._workbench.tr(
            "Projektori näyttää saman kuin tämä näyttö, myös omat muistiinpanosi. Valitse koneen näyttöasetuksista Laajenna "
            "(Windowsissa Win + P). Valkokangas saa silloin oman kuvansa."
        )

    def tell(self) -> None:
        """Displays have come or gone."""
        words = self.words
        if bool(words) == self._told:
            return
        self._told = bool(words)
        if words:
            self._workbench.toast(words, "warning", about=MIRRORED)
        else:
            self._workbench.take_back(MIRRORED)
