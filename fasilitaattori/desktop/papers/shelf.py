"""All papers of the workshop as pictures, drawn in the background and kept up with the log; and what the poster tells."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from fasilitaattori.desktop.papers.kinds import KINDS, POSTER, Choice, Kind, first_choices, useful
from fasilitaattori.desktop.papers.latest import Latest
from fasilitaattori.desktop.papers.sheetview import Pictures, lacking_words, pictures
from fasilitaattori.desktop.services import PosterFacts
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.afterpainting import AfterPainting
from fasilitaattori.workshop.closing import Paper

PPI = 100
_SHOWN = {"info", "plan", "run", "people", "record", "closing", "answers", "checking"}
_PLANNED = {"info", "plan"}
LOOK_EVERY = 10  # seconds: has the laptop got another address?


class Shelf(QObject):
    """`drawn(key)` when a paper's pages (or the reason why there are none) are there; `poster_known` when it is known what
    a poster made now would tell. Asleep until `wake`."""

    drawn = Signal(str)
    poster_known = Signal()

    def __init__(self, workbench: Workbench, page: QWidget) -> None:
        super().__init__(page)
        self.workbench = workbench
        self._painting = AfterPainting(page)
        self.choices: dict[str, Choice] = first_choices(workbench.state)
        self.pages: dict[str, Pictures] = {}
        self.reasons: dict[str, str] = {}
        self.lacking: dict[str, tuple[str, ...]] = {}  # signs that cannot be printed
        self.poster: PosterFacts | None = None
        self._seconds = 0
        self._ended = workbench.state.run.phase == "ended"
        background = workbench.services.background
        self._drawing = {kind.key: Latest(background, self._drawer(kind), self, lane=self) for kind in KINDS}
        for key, drawing in self._drawing.items():
            drawing.came.connect(self._taker(key))
            drawing.failed.connect(self._refuser(key))
        self._asking = Latest(background, self._ask_poster, self)
        self._asking.came.connect(self._take_poster)
        self._asking.failed.connect(workbench.tell)
        for latest in (*self._drawing.values(), self._asking):
            workbench.closing.connect(latest.close)
            latest.set_awake(False)
        workbench.closing.connect(self._painting.drop)
        workbench.open_session.changed.connect(self._changed)
        workbench.room_changed.connect(self._asking.now)
        workbench.ticked.connect(self._second)

    @property
    def is_busy(self) -> bool:
        """Is something still to come?"""
        return self._painting.busy or self._asking.is_busy or any(drawing.is_busy for drawing in self._drawing.values())

    def wake(self) -> None:
        """The page comes into view: everything that may have changed anew, as soon as it has been painted."""
        self._painting.do(self._wake)

    def _wake(self) -> None:
        self.refresh()
        self._set_awake(True)

    def sleep(self) -> None:
        """Nobody looks."""
        self._painting.drop()
        self._set_awake(False)

    def _set_awake(self, awake: bool) -> None:
        for latest in (*self._drawing.values(), self._asking):
            latest.set_awake(awake)

    @Slot()
    def refresh(self) -> None:
        """Everything that may have changed anew, at once."""
        self._asking.now()
        for kind in self.kinds():
            if not (kind.planned and kind.key in self.pages):  # a change of the plan has them drawn anew anyway
                self._drawing[kind.key].now()

    def draw(self, key: str) -> None:
        """One paper anew: another size or version was chosen."""
        self._drawing[key].now()

    def kinds(self) -> list[Kind]:
        """The papers that the programme has use for."""
        return [kind for kind in KINDS if useful(kind, self.workbench.state)]

    def checked(self) -> list[Kind]:
        """The papers to be given out that can be made."""
        return [kind for kind in self.kinds() if self.choices[kind.key].checked and self.pages.get(kind.key)]

    def unprintable(self, kind: Kind) -> str:
        """What there is to say of signs in the paper that cannot be printed, "" when all can."""
        return lacking_words(self.lacking.get(kind.key, ()), self.workbench.tr, elsewhere=len(kind.forms) > 1)

    # --- the background ---

    def _drawer(self, kind: Kind) -> Callable[[], Callable[[], Any]]:
        def prepare() -> Callable[[], Any]:
            bench = self.workbench
            return pictures(bench.services.papers, bench.state, self.choices[kind.key].wish(kind), PPI, small=True)

        return prepare

    def _taker(self, key: str) -> Callable[[Pictures], None]:
        def take(pages: Pictures) -> None:
            self.pages[key] = pages
            self.lacking[key] = pages.lacking
            self.reasons.pop(key, None)
            self.drawn.emit(key)

        return take

    def _refuser(self, key: str) -> Callable[[Exception], None]:
        def refuse(error: Exception) -> None:
            tr = self.workbench.tr
            expected = isinstance(error, FasilitaattoriError)
            self.pages.pop(key, None)
            self.reasons[key] = error.text(tr) if isinstance(error, FasilitaattoriError) else tr("Tulostetta ei voitu piirtää.")
            self.drawn.emit(key)
            if not expected:
                self.workbench.tell(error)

        return refuse

    def _ask_poster(self) -> Callable[[], Any]:
        return self.workbench.services.papers.poster

    @Slot(object)
    def _take_poster(self, facts: PosterFacts) -> None:
        other = self.poster is not None and self.poster.mark != facts.mark
        self.poster = facts
        self.poster_known.emit()
        if other:
            self.draw(POSTER)

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        ended = self.workbench.state.run.phase == "ended"
        if ended != self._ended:  # other papers are wanted now
            self._ended = ended
            for key, first in first_choices(self.workbench.state).items():
                self.choices[key].checked = first.checked
        planned = bool(touched & _PLANNED)
        if planned or any(part in _SHOWN or part.startswith("step:") for part in touched):
            for kind in self.kinds():
                if planned or not kind.planned:
                    self._drawing[kind.key].soon()

    @Slot()
    def _second(self) -> None:
        self._seconds = (self._seconds + 1) % LOOK_EVERY
        if self._seconds == 0:
            self._asking.now()


def poster_warning(facts: PosterFacts | None, given: list[Paper], tr: Translator) -> str:
    """Why the poster would mislead: phones cannot reach the address, or it has changed since a poster was given out."""
    if facts is None:
        return ""
    if not facts.reachable:
        return tr("Koneella ei ole osoitetta, johon puhelimet pääsevät. Yhdistä kone ensin huoneverkkoon.")
    made = [paper for paper in given if paper.paper == POSTER and paper.told]
    if made and made[-1].told != facts.mark:
        at = datetime.fromisoformat(made[-1].at)
        return tr(
            "Verkko tai osoite on muuttunut sen jälkeen, kun juliste tehtiin {date} klo {time}. Tee juliste uudelleen.",
            date=tr.date(at, year=False),
            time=tr.time(at),
        )
    return ""


def warning_in_short(facts: PosterFacts, tr: Translator) -> str:
    """The same in the few words that a card has room for."""
    return tr("Verkko on muuttunut") if facts.reachable else tr("Puhelimille ei ole osoitetta")


def poster_note(facts: PosterFacts | None, tr: Translator) -> str:
    """What is good to know of the poster."""
    if facts is not None and not facts.network:
        return tr("Verkon nimeä ei ole annettu, joten julisteessa on vain sivun osoite.")
    return ""


def given_words(given: list[Paper], key: str, tr: Translator) -> str:
    """When the paper was last saved or printed, "" if never."""
    found = [paper for paper in given if paper.paper == key]
    if not found:
        return ""
    at = datetime.fromisoformat(found[-1].at)
    when = {"date": tr.date(at, year=False), "time": tr.time(at)}
    if found[-1].form == "print":
        return tr("Tulostettu {date} klo {time}", **when)
    return tr("Tallennettu {date} klo\u00a0{time}", **when)
