"""Keeps the list of preparations of the next workshop true, and does what the buttons beside its lines promise."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from fasilitaattori.desktop.library.preparation import POSTER, checks, ground_rules
from fasilitaattori.desktop.network.facts import choose
from fasilitaattori.desktop.network.tested import is_tested, url_of
from fasilitaattori.desktop.services import Reachable
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.kit.bridge import Session
from fasilitaattori.workshop.agenda import add_step

if TYPE_CHECKING:
    from fasilitaattori.methods.model import StepTemplate

PARTS = {"info", "plan", "materials", "closing"}


class Preparing(QObject):
    """Follows one workshop (`follow`) without opening it. `checked(list of Check)` whenever something may have changed."""

    checked = Signal(object)

    def __init__(self, workbench: Workbench, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench = workbench
        self._session: Session | None = None
        self._own = False
        self._url = ""
        workbench.opened.connect(self._hand_over)
        workbench.closed.connect(self._let_go)

    @property
    def stream(self) -> str:
        """The workshop that is followed, "" = none."""
        return self._session.stream if self._session is not None else ""

    def follow(self, stream: str) -> None:
        """Follow this workshop ("" = none) and check it."""
        if stream != self.stream:
            self._let_go()
            if stream:
                self._take(stream)
        self._find_address()
        self._check()

    def close(self) -> None:
        """Stop following. May be called again."""
        self._let_go()

    def _take(self, stream: str) -> None:
        bench = self._workbench
        open_now = bench.session
        self._own = open_now is None or open_now.stream != stream
        session = Session(bench.services.door, stream, self) if self._own else bench.open_session
        self._session = session
        session.opened.connect(self._check)
        session.changed.connect(self._changed)

    @Slot()
    def _let_go(self) -> None:
        session, self._session = self._session, None
        if session is None:
            return
        session.opened.disconnect(self._check)
        session.changed.disconnect(self._changed)
        if self._own:
            session.close()
            session.deleteLater()

    @Slot()
    def _hand_over(self) -> None:
        """The same workshop was opened: follow that session and drop the own one."""
        stream = self.stream
        if stream and self._own and self._workbench.open_session.stream == stream:
            self._let_go()
            self._take(stream)

    @Slot(object)
    def _changed(self, touched: set[str]) -> None:
        if touched & PARTS:
            self._check()

    @Slot()
    def _check(self) -> None:
        session, services = self._session, self._workbench.services
        if session is None or not session.ready:
            self.checked.emit([])
            return
        state = session.state
        self.checked.emit(
            checks(
                state,
                services.methods(),
                self._workbench.tr,
                displays=len(QGuiApplication.screens()),
                network_tested=is_tested(services.settings, self._url),
                poster=any(paper.paper == POSTER for paper in state.closing.papers),
            )
        )

    def _find_address(self) -> None:
        services = self._workbench.services
        services.background.run(services.addresses, self._addresses_found, self._workbench.tell, owner=self)

    def _addresses_found(self, found: list[Reachable]) -> None:
        settings = self._workbench.services.settings
        chosen = choose(found, settings.address)
        best = chosen.address if chosen else ""
        self._url = url_of(best, settings.port)
        self._check()

    # --- mending ---

    def fix(self, what: str) -> None:
        """Do what the button of a check promises (see preparation.Check.fix)."""
        bench, stream = self._workbench, self.stream
        acts: dict[str, Callable[[], object]] = {
            "plan": lambda: bench.open(stream, "suunnittele"),
            "method": lambda: bench.open(stream, "menetelmat"),
            "rules": lambda: bench.open(stream, "suunnittele", self._add_rules),
            "ending": lambda: bench.open(stream, "suunnittele", self._add_ending),
            "materials": lambda: bench.open(stream, "suunnittele", bench.want_materials),
            "poster": lambda: bench.open(stream, "tulosteet"),
            "network": lambda: bench.open(stream, "verkko"),
            "screen": lambda: bench.open(stream, "verkko"),
        }
        acts[what]()

    def _add_rules(self) -> None:
        state = self._workbench.state
        steps = state.plan.steps()
        second = steps[1].id if len(steps) > 1 else None
        template = ground_rules(self._workbench.services.methods(), state.info.language)
        self._add(template, second, self._workbench.tr("Pelisäännöt lisättiin ohjelmaan"))

    def _add_ending(self) -> None:
        library, state = self._workbench.services.methods(), self._workbench.state
        steps = state.plan.steps()
        before = steps[-1].id if steps and steps[-1].tool == "survey" else None  # the feedback stays last
        template = library.what_next(state.info.language)
        self._add(template, before, self._workbench.tr("Jatkosta sopiminen lisättiin ohjelmaan"))

    def _add(self, template: "StepTemplate | None", before: str | None, words: str) -> None:
        if template is not None:
            self._workbench.do(add_step(template.plan(), before), lambda _: self._workbench.toast_undo(words))
