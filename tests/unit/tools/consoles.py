"""A console of a vote or a survey on show, with the step that is on: what the tests of consoles share."""

from collections.abc import Callable

from fasilitaattori.kit.console import Asking, Console
from fasilitaattori.kit.labels import Label
from fasilitaattori.tools.vote.console import VoteConsole
from fasilitaattori.workshop.agenda import StepPlan, new_step
from tests.unit.desktop.live.rig import Rig

OPTIONS = ["Kahvila", "Sauna", "Kuntosali", "Kirjasto"]


class Shown:
    """A console on show, with its rig."""

    def __init__(self, rig: Rig, console: Console) -> None:
        self.rig, self.console = rig, console
        self.asked: list[Asking] = []
        self.told: list[str] = []
        console.asked.connect(self.asked.append)
        console.told.connect(lambda words, _: self.told.append(words))

    def until(self, there: Callable[[], object]) -> None:
        self.rig.until(there)

    @property
    def words(self) -> str:
        """Everything that is to be read."""
        return "\n".join(label.words() for label in self.console.findChildren(Label) if label.isVisible())


ShowConsole = Callable[[StepPlan], Shown]


def vote(**settings: object) -> StepPlan:
    """A vote of dots on four options."""
    return new_step("Äänestys", "vote", 10, "aani", settings={"kind": "dots", "options": OPTIONS, "goes_on": 2, **settings})


def console_of(shown: Shown) -> VoteConsole:
    assert isinstance(shown.console, VoteConsole)
    return shown.console
