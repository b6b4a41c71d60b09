"""The status bar says what is true: what is saved, who is connected, what the big screen shows, where the data stays."""

from PySide6.QtCore import QObject, Slot

from fasilitaattori.desktop import phones
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.errors import FasilitaattoriError, StorageError
from fasilitaattori.kit.statusbar import StatusBar

SHED = ("local", StatusBar.KEYS, "screen", "phones")  # what gives way first when the bar is too narrow
PEOPLE = ("phones", "away", "door")  # what leads to the people
SCREEN = "screen"  # what leads to how the big screen gets a display
PRESSABLE = (*PEOPLE, SCREEN)
LATE_TICKS = 1  # a change still unsaved at the second tick is told; saving normally takes milliseconds


class StatusLine(QObject):
    """Keeps a StatusBar up to date from the workbench."""

    def __init__(self, workbench: Workbench, bar: StatusBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workbench, self._bar = workbench, bar
        self._saved_at = self._trouble = ""
        self._waited = 0
        workbench.opened.connect(self._opened)
        workbench.closed.connect(self._closed)
        workbench.room_changed.connect(self.refresh)
        workbench.rehearsal_changed.connect(self.refresh)
        workbench.screen_made.connect(self._screen_made)
        workbench.ticked.connect(self._tick)
        workbench.look.changed.connect(self.refresh)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Say everything anew."""
        self._say_saved()
        self._say_phones()
        self._say_screen()
        tr = self._workbench.tr
        rehearsal = tr("Harjoitus, häviää lopuksi") if self._workbench.is_rehearsal else ""
        self._bar.show_status("rehearsal", "graduation-cap", rehearsal, "savi")
        self._bar.show_status("local", "hard-drives", tr("Kaikki pysyy tällä koneella"), "ink2", right=True)

    @Slot()
    def _opened(self) -> None:
        session = self._workbench.open_session
        session.saved.connect(self._saved)
        session.refused.connect(self._refused)
        self.refresh()

    @Slot()
    def _closed(self) -> None:
        self._saved_at = self._trouble = ""
        self.refresh()

    @Slot(object)
    def _refused(self, error: FasilitaattoriError) -> None:
        """What could not be written is told until something is written again; a broken rule is no trouble of saving."""
        if isinstance(error, StorageError):
            self._trouble = error.text(self._workbench.tr)
            self._say_saved()

    @Slot()
    def _saved(self) -> None:
        self._trouble = ""
        self._saved_at = self._workbench.tr.time(self._workbench.services.clock.now())
        self._say_saved()

    @Slot()
    def _screen_made(self) -> None:
        self._workbench.screen.changed.connect(self._say_screen)
        self._say_screen()

    @Slot()
    def _tick(self) -> None:
        session = self._workbench.session
        self._waited = self._waited + 1 if session is not None and session.pending else 0
        self._say_saved()
        self._say_phones()

    def _say_saved(self) -> None:
        tr, storage, hint = self._workbench.tr, self._workbench.services.door.storage, ""
        if storage == "full":
            words, icon, tone = tr("Tallennus ei onnistu: levy on täynnä"), "warning-circle", "puna"
        elif storage == "locked":
            words, icon, tone = tr("Tallennus ei onnistu: levylle ei saa kirjoittaa"), "warning-circle", "puna"
        elif self._trouble:
            words, icon, tone, hint = tr("Viimeisin muutos ei tallentunut"), "warning-circle", "puna", self._trouble
        elif storage == "low":
            words, icon, tone = tr("Levytila on loppumassa, tallennus toimii vielä"), "warning", "savi"
        elif self._waited > LATE_TICKS:
            words, icon, tone = tr("Tallennetaan…"), "hourglass-medium", "savi"
        elif self._saved_at:
            words, icon, tone = tr("Tallennettu klo {time}", time=self._saved_at), "check-circle", "kuusi"
        else:
            words, icon, tone = tr("Kaikki tallennettu"), "check-circle", "kuusi"
        self._bar.show_status("saved", icon, words, tone, hint=hint)

    def _say_phones(self) -> None:
        tr, room = self._workbench.tr, self._workbench.room
        if room is None or self._workbench.session is None:
            for key in PEOPLE:
                self._bar.show_status(key, "wifi-high", "")
            return
        state = self._workbench.state
        counts = phones.count(state, room.presence())
        told, hint = phones.counts_words(counts, tr), tr("Paina: näet, kuka on mukana.")
        words = tr("Huoneverkko auki · {phones}", phones=phones.total_words(counts, tr))
        self._bar.show_status("phones", "wifi-high", words, hint=f"{told}. {hint}")
        icon, tone = ("warning", "savi") if counts.lost else ("moon", "ink2")
        self._bar.show_status("away", icon, phones.gone_words(counts, tr), tone, hint=f"{told}. {hint}")
        door = "" if state.people.door_open else tr("Liittyminen on suljettu")
        self._bar.show_status("door", "lock-simple", door, "savi", hint=hint)

    @Slot()
    def _say_screen(self) -> None:
        if not self._workbench.has_screen:
            self._bar.show_status(SCREEN, "projector-screen", "")
            return
        screen, tr = self._workbench.screen, self._workbench.tr
        tone = {"on": "kuusi", "lost": "savi"}.get(screen.state, "ink2")
        hint = tr("Paina: näet, miten valkokangas saa oman näyttönsä.")
        self._bar.show_status(SCREEN, "projector-screen", screen.words, tone, hint=f"{screen.words}. {hint}")
