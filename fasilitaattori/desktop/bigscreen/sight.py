"""What the room sees at this moment: the slide chosen from the open workshop, its page, and the words of the room's language.

It knows nothing of windows and timers: who steers the big screen says when to look again, and where it is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QColor, QPainter

from fasilitaattori.desktop.bigscreen.around import Scene
from fasilitaattori.desktop.bigscreen.choose import slide_of
from fasilitaattori.desktop.bigscreen.closing import DarkSlide
from fasilitaattori.desktop.bigscreen.codes import Codes
from fasilitaattori.desktop.bigscreen.fresh import NEW_MS, Freshness
from fasilitaattori.desktop.bigscreen.pager import Pager
from fasilitaattori.desktop.bigscreen.placement import Placement
from fasilitaattori.desktop.bigscreen.testcard import PatternSlide
from fasilitaattori.desktop.live.cues import marks_for
from fasilitaattori.desktop.tool_panels import SCREENS
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES, Translator, translator
from fasilitaattori.kit.slides.sheet import Sheet
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.stage import Kept
from fasilitaattori.kit.theme import Theme, load_theme

STILL = N_("pysäytetty kuva")


class Sight:
    """One for a big screen. What is asked of it is of the moment of the last `look`, or of now when it was told to be stale."""

    def __init__(self, workbench: Workbench, placement: Placement) -> None:
        self._workbench, self._placement = workbench, placement
        self._slide: Slide = DarkSlide()
        self._language = ""
        self._fresh, self._kept, self._pager = Freshness(), Kept(), Pager()
        self._test_of: object = None
        self._stale = self._new = False
        self._of = ""
        """The workshop whose slide is up, "" = none."""
        self._looked_ms = 0

    @property
    def slide(self) -> Slide:
        """What the room sees."""
        self.catch_up()
        return self._slide

    @property
    def page(self) -> tuple[int, int]:
        """(which page from 0, how many) of what the room sees."""
        self.catch_up()
        return self._pager.page, self._pager.pages

    @property
    def name(self) -> str:
        """What was up at the last look, as a msgid for the desk."""
        return STILL if self.still else self._slide.NAME

    @property
    def still(self) -> bool:
        """Is the picture asked to stand still, and is there one of this workshop to keep?"""
        session = self._workbench.session
        asked = session is not None and session.state.screen.view == "still" and session.stream == self._of
        return asked and self._test_of is None

    @property
    def tr(self) -> Translator:
        """The workshop's language: the room's, not the facilitator's."""
        session = self._workbench.session
        language = session.state.info.language if session is not None else self._workbench.tr.language
        return translator(language if language in LANGUAGES else "fi")

    def paint(self, painter: QPainter, size: QSizeF) -> None:
        """Paint what the room sees into a picture of this size in logical pixels."""
        self.catch_up()
        self._slide.paint(painter, size, self._theme(), self.tr, self._pager.page)

    def growing(self, size: QSizeF) -> list[QRectF]:
        """The boxes in which bars are to grow in a picture of this size, when it has come up just now."""
        return self._slide.growing_on(size, self.tr, self._pager.page) if self._new else []

    @property
    def ground(self) -> QColor:
        """What lies behind everything."""
        return self._theme()["surface"]

    # --- looking ---

    def mark_stale(self) -> None:
        """Something has changed; whoever asks next has a look first."""
        self._stale = True

    def look(self) -> bool | None:
        """Chooses the slide; tells whether to fade to it, None when it is the one there was."""
        self._stale, now = False, self._now()
        if now - self._looked_ms > NEW_MS:
            self.forget()  # what came while nobody looked is not new
        self._looked_ms = now
        if self.still:
            return None
        session = self._workbench.session
        self._of = session.stream if session is not None and self._test_of is None else ""
        slide, language = self._chosen(), self.tr.language
        turned = self._pager.look((self.subject(), type(slide)), slide.pages_on(self._sheet()), now)
        if slide == self._slide and language == self._language and not turned:
            return None
        fade = turned or slide.key != self._slide.key
        self._new = turned or type(slide) is not type(self._slide)
        self._slide, self._language = slide, language
        return fade

    def forget(self) -> None:
        """Another workshop: nothing of it has been shown yet."""
        self._fresh.forget()
        self._kept.forget()

    def reshaped(self) -> None:
        """It is shown in another size: the same slide may take more pages, or fewer."""
        self._pager.look((self.subject(), type(self._slide)), self._slide.pages_on(self._sheet()), self._now())

    def turn(self, by: int) -> bool:
        """The next page, or the one before. Tells whether there is one."""
        self.catch_up()
        return self._pager.turn(by, self._now())

    def catch_up(self) -> None:
        """Have a look if something has changed since the last one."""
        if self._stale:
            self.look()

    def subject(self) -> object:
        """What the picture is about: while it is the same, pages stay where they are."""
        session = self._workbench.session
        if session is None:
            return ("",)
        state = session.state
        tool = state.tool(state.current) if state.current is not None else None
        shown = getattr(tool, "raised", "") or getattr(tool, "prompt_index", "") or getattr(tool, "up", "")
        return (session.stream, state.run.current, state.run.phase, state.screen.view, state.screen.text, shown)

    # --- the test picture ---

    def begin_test(self) -> None:
        """The test picture, until something else is to be shown."""
        self._test_of = self.subject()

    def end_test(self) -> bool:
        """Back to what the room should see. Tells whether the test picture was up."""
        was, self._test_of = self._test_of is not None, None
        return was

    # --- choosing ---

    def _chosen(self) -> Slide:
        if self._test_of is not None:
            if self._test_of == self.subject():
                size = self._placement.pixels
                return PatternSlide(f"{size.width()} × {size.height()}")
            self._test_of = None
        session = self._workbench.session
        if session is None:
            return DarkSlide()
        scene = Scene(
            session.state,
            session.clock.ms(),
            session.clock.now(),
            self._codes(),
            marks_for(session.state.run, self._workbench.services.settings.time_marks),
        )
        return slide_of(scene, SCREENS, self._fresh, self._kept)

    def _codes(self) -> Codes | None:
        room, settings = self._workbench.room, self._workbench.services.settings
        if room is None or not room.url:
            return None
        wifi = self._workbench.services.wifi_text()
        password = settings.wifi_password if settings.wifi_security != "open" else ""
        address = room.url.split("://", 1)[-1].rstrip("/")
        named = room.named.split("://", 1)[-1].rstrip("/")
        return Codes(wifi, settings.wifi_ssid if wifi else "", password if wifi else "", room.url, address, named)

    def _sheet(self) -> Sheet:
        return Sheet.of(QSizeF(self._placement.shape), self.tr)

    def _theme(self) -> Theme:
        return load_theme(self._workbench.services.settings.screen_theme)

    def _now(self) -> int:
        return self._workbench.services.clock.ms()
