"""The program with its windows: what the desk may ask for is handed to it here."""

import logging
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QMessageLogContext, QObject, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from fasilitaattori.app.ending import Ending
from fasilitaattori.app.papers import network_of, papers_of
from fasilitaattori.app.program import Program
from fasilitaattori.desktop.appearance import dress_for_the_first_time, make_look
from fasilitaattori.desktop.owner import Owner
from fasilitaattori.desktop.paperentry.drafts import forget_drafts
from fasilitaattori.desktop.services import Reachable, Services
from fasilitaattori.desktop.warming import Warming
from fasilitaattori.desktop.window import MainWindow
from fasilitaattori.errors import N_, FasilitaattoriError
from fasilitaattori.i18n import translator
from fasilitaattori.kit.awake import awake_of
from fasilitaattori.kit.background import Background
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.kit.focus import FocusRing
from fasilitaattori.kit.garbage import Garbage
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.mnemonics import Mnemonics
from fasilitaattori.kit.qtwords import QtWords
from fasilitaattori.kit.roles import tell_roles
from fasilitaattori.log.backup import backups
from fasilitaattori.log.errors import DamagedDatabase
from fasilitaattori.paths import is_shared_place
from fasilitaattori.phones import addresses
from fasilitaattori.settings import Settings
from fasilitaattori.tools import MODELS

REHEARSAL_PHONES = 12
FIRST_PAINT_MS = 60
SWITCH_SECONDS = 0.0005
"""So long the Qt thread waits for Python after a call of Qt while another thread works; Python's own 5 ms add up to 100."""
SHARED_PLACE = N_(
    "Työpajat ovat kansiossa {folder}, jonka pilvipalvelu tai verkkolevy kopioi. Siellä tiedosto voi vaurioitua: käytä koneen "
    "omaa kansiota."
)

logger = logging.getLogger(__name__)


_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.INFO,
    QtMsgType.QtCriticalMsg: logging.WARNING,
    QtMsgType.QtFatalMsg: logging.ERROR,
}


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """What Qt has to say goes to the log file, not to the terminal of whoever started the program."""
    logging.getLogger("qt").log(_QT_LEVELS[kind], "%s", message)


class Windowed:
    """The application, its window and the program behind it. `close` is idempotent."""

    def __init__(self, program: Program, arguments: Sequence[str] = ()) -> None:
        qInstallMessageHandler(_log_qt)
        existing = QApplication.instance()
        self.app = existing if isinstance(existing, QApplication) else QApplication([sys.argv[0], *arguments])
        self.app.setApplicationName("Fasilitaattori")
        self.app.setDesktopFileName("fasilitaattori")
        self.program = program
        program.has_window = True
        self.background = Background()
        self._qt_words: QtWords | None = None
        tell_roles()
        self.look = make_look(program.settings)
        self._speak_qt()
        self._told = self.look.changed.connect(self._speak_qt)
        self.look.install(self.app, everywhere=False)
        self._focus_ring = FocusRing(self.look, self.app)
        self.services = services_of(program, self.background)
        self.window = MainWindow(self.services, self.look, program.data / "fasilitaattori.log")
        self.warming = Warming((self._read_methods, _read_codes), self.window)
        self.warming.done.connect(self.window.pages.make_ahead)
        self._garbage = Garbage()
        self._switched = sys.getswitchinterval()
        sys.setswitchinterval(SWITCH_SECONDS)
        self._closed = False

    def start(self, page: Callable[[], object] | None = None) -> None:
        """Show the window, then open the log, then go on with what was interrupted (or turn to `page`), then load the pages.

        The log loads heavy libraries, and Python runs one thread at a time: so the window is painted first.
        """
        self.window.show_first()
        self._mnemonics = Mnemonics(self.window)
        QTimer.singleShot(FIRST_PAINT_MS, self.window, lambda: self._open_log(page or self.window.resume))

    def _open_log(self, then: Callable[[], object]) -> None:
        if self._closed:
            return
        self.program.door.start()
        if self.program.settings.trouble is not None:
            self.window.workbench.tell(self.program.settings.trouble)

        def open_log() -> bool:
            self.program.door.wait_ready()
            return is_shared_place(self.program.data)

        def opened(shared: bool) -> None:
            then()
            self.warming.start()
            if shared:
                self.window.workbench.toast(self.look.tr(SHARED_PLACE, folder=str(self.program.data)), "warning")

        self.background.run(open_log, opened, self._no_log)

    def run(self) -> int:
        """Until the window is closed. Gives the exit code."""
        sys.excepthook = self.window.troubles.hook
        ending = Ending(self.app)
        ending.asked.connect(self.window.end)
        ending.session_over.connect(self.window.save)
        try:
            return self.app.exec()
        finally:
            ending.close()

    def close(self) -> None:
        """Window, server, background, log: in this order. May be called again."""
        if self._closed:
            return
        self._closed = True
        self.warming.close()
        self.window.shut()
        self._focus_ring.close()
        self.program.close_room()
        self.background.close()
        QObject.disconnect(self._told)
        if self._qt_words is not None:
            self.app.removeTranslator(self._qt_words)
        self.program.close()
        self._garbage.close()
        sys.setswitchinterval(self._switched)

    def _read_methods(self) -> None:
        self.background.run(self.services.methods, lambda _: None, self.window.workbench.tell)

    def _no_log(self, error: Exception) -> None:
        """Without the log nothing can be done: say why, and offer the last backup when the file is damaged."""
        copies = backups(self.program.data)
        if not isinstance(error, DamagedDatabase) or not copies:
            self.window.troubles.show(error)
            return
        tr, copy = self.look.tr, copies[0]
        made = datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
        self.window.workbench.ask(
            tr("Avataanko varmuuskopio klo {time}?", time=tr.time(made)),
            error.text(tr),
            tr("Avaa varmuuskopio"),
            lambda: self._restore(copy),
            safe=tr("Älä avaa"),
        )

    def _restore(self, copy: Path) -> None:
        """Put the backup in the place of the damaged file and open the log anew."""
        self.program.reopen(copy)
        self.window.workbench.library_changed.emit()
        self.start()

    def _speak_qt(self) -> None:
        """Qt's own dialogs in the desk's language."""
        tr = self.look.tr
        if self._qt_words is not None:
            if self._qt_words.desk_language == tr.language:
                return
            self.app.removeTranslator(self._qt_words)
        self._qt_words = QtWords(tr)
        self.app.installTranslator(self._qt_words)
        QLocale.setDefault(QLocale(tr.language))


def open_windowed(program: Program, page: Callable[[Windowed], object] | None = None) -> int:
    """Open the window of a data folder and run it; a second start raises the first one. Gives the exit code."""
    app = QApplication.instance() or QApplication(sys.argv)
    owner = Owner(program.data)
    if not owner.take():
        return _already_open(owner, program.settings)
    if program.settings.is_new:
        dress_for_the_first_time(program.settings)
    whole = Windowed(program)
    owner.listen(lambda: _to_front(whole.window))
    whole.start((lambda: page(whole)) if page else None)
    try:
        return whole.run()
    finally:
        whole.close()
        owner.close()
        QTimer.singleShot(0, app.quit)


def _already_open(owner: Owner, settings: Settings) -> int:
    tr = translator(settings.language)
    if owner.raise_other():
        print(tr("Fasilitaattori on jo auki. Sen ikkuna on nyt edessä."))
        return 0
    error = FasilitaattoriError(
        N_("Toinen ohjelma käyttää jo näitä työpajoja."), N_("Sulje se ensin tai valitse toinen kansio: --data KANSIO.")
    )
    print(error.text(tr), file=sys.stderr)
    return 1


def tell_and_leave(error: FasilitaattoriError, language: str) -> int:
    """When not even the window can be opened: a dialog with what happened and what to do. Gives the exit code."""
    app = QApplication.instance() or QApplication(sys.argv)
    tr = translator(language)
    dialog = Dialog(Look(tr), tr("Ohjelmaa ei voitu avata"), error.text(tr), act=tr("Sulje"))
    dialog.safe_button.hide()
    dialog.finished.connect(app.quit)
    dialog.open()
    app.exec()
    return 1


def _to_front(window: MainWindow) -> None:
    window.setWindowState(window.windowState() & ~window.windowState().WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


# --- what the desk may ask for -------------------------------------------------------------------------------------


def services_of(program: Program, background: Background) -> Services:
    """Everything the windows are handed."""
    return Services(
        door=program.door,
        models=MODELS,
        clock=program.clock,
        settings=program.settings,
        background=background,
        methods=program.library,
        renew_methods=program.renew_library,
        summaries=program.summaries,
        minutes_numbers=program.minutes_numbers,
        forget=lambda stream: _forget(program, stream),
        open_room=program.open_room,
        close_room=program.close_room,
        addresses=lambda: [_reachable(address) for address in addresses.all_addresses()],
        wifi_text=lambda: wifi_text_of(program.settings),
        papers=papers_of(program),
        rehearse=lambda stream: rehearse(program, stream),
        copy_of=program.copy_of,
        data_dir=program.data,
        awake=awake_of(),
        probed=_probed,
    )


def _forget(program: Program, stream: str) -> None:
    program.door.forget(stream).result()
    forget_drafts(program.data, stream)


def _probed(path: str, address: str) -> bytes | None:
    # A part of the server, whose packages load when they are first needed.
    from fasilitaattori.phones.gate.guests import probe_answer

    return probe_answer(path, address)


def _reachable(address: addresses.Address) -> Reachable:
    why = address.reason or addresses.KINDS[address.kind]
    return Reachable(address.ip, address.adapter, why, not address.reason, address.kind)


def _read_codes() -> None:
    """What draws codes is big, and the big screen wants one when it opens."""
    from fasilitaattori.figures import codes  # noqa: F401


def wifi_text_of(settings: Settings) -> str:
    """What the Wi-Fi code says, "" when no network is set."""
    from fasilitaattori.figures.codes import wifi_text  # loads when a code is first drawn

    network = network_of(settings)
    return wifi_text(network) if network else ""


def rehearse(program: Program, stream: str) -> Callable[[], None]:
    """Let simulated people come into an open room; gives how to send them home."""
    # httpx is heavy and needed only here.
    from fasilitaattori.rehearsal.crowd import Crowd

    room = program.room
    if room is None:
        raise FasilitaattoriError(N_("Avaa ensin huone, jotta harjoituksen osallistujat pääsevät sisään."))
    language = program.door.replica(stream).state.info.language
    crowd = Crowd(f"http://127.0.0.1:{room.port}", REHEARSAL_PHONES, language)
    crowd.live()
    return crowd.close
