"""The head of the wrap-up: is it a draft or approved, and every way to give the minutes out."""

from datetime import datetime
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QWidget

from fasilitaattori.desktop.fittinglabel import FittingLabel
from fasilitaattori.desktop.parts import PAGE_MARGIN
from fasilitaattori.desktop.wrapup.views import MINUTES, Views
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.tags import Tag
from fasilitaattori.workshop.closing import Closing, Version
from fasilitaattori.workshop.info import Info, parse_date

ABOUT_LEAST = 110  # pixels at 100 %: less of the workshop's name says nothing
_ACROSS, _DOWN = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom


class Head(QWidget):
    """`export_requested("pdf"|"docx"|"odt"|"html"|"md")`, `data_requested("xlsx"|"json")`, `version_requested(number)` of
    minutes approved earlier (a PDF), `copy_requested("txt"|"md")`, `approve_requested`, `reopen_requested`."""

    export_requested = Signal(str)
    data_requested = Signal(str)
    version_requested = Signal(int)
    copy_requested = Signal(str)
    approve_requested = Signal()
    reopen_requested = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        tr = look.tr
        self.look, self._busy, self._narrow, self._approved = look, "", False, False
        self._about: list[str] = []
        self._earlier: list[Version] = []
        self.title = Views(look, MINUTES)
        self.tag = Tag(look, "", "puna", big=True)
        self.about = FittingLabel(look)
        self.pdf_button = Button(look, tr("Vie PDF"), icon="file-pdf")
        self.word_button = Button(look, tr("Vie Word"), icon="file-doc")
        self.copy_button = Button(look, tr("Kopioi teksti"), icon="copy")
        self.more_button = IconButton(look, "dots-three", tr("Lisää tapoja viedä"))
        self.export_button = Button(look, tr("Vie"), icon="export")
        self.approve_button = Button(look, tr("Hyväksy muistio"), "primary", icon="check")
        self.reopen_button = Button(look, tr("Avaa muokattavaksi"), icon="pencil-simple")
        self._lay_out()
        self._connect()
        look.changed.connect(self._arrange)

    def _lay_out(self) -> None:
        self._left = QWidget()
        left = QHBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(12)
        left.addWidget(self.title)
        left.addWidget(self.tag)
        left.addWidget(self.about, 1)
        left.addStretch(0)
        self._buttons = QWidget()
        self._flow = FlowLayout(self._buttons, gap=12, row_gap=8)
        keep_height(self._buttons)
        for button in self._all_buttons():
            self._flow.addWidget(button)
        self._box = QBoxLayout(_ACROSS, self)
        self._box.setContentsMargins(PAGE_MARGIN, 11, PAGE_MARGIN, 12)
        self._box.setSpacing(12)
        self._box.addWidget(self._left, 1)
        self._box.addWidget(self._buttons, 0, Qt.AlignmentFlag.AlignVCenter)

    def _all_buttons(self) -> tuple[Button, ...]:
        return (
            self.pdf_button,
            self.word_button,
            self.copy_button,
            self.more_button,
            self.export_button,
            self.approve_button,
            self.reopen_button,
        )

    def _connect(self) -> None:
        self.pdf_button.clicked.connect(self._export_pdf)
        self.word_button.clicked.connect(self._export_word)
        self.copy_button.clicked.connect(self._copy)
        self.more_button.clicked.connect(self._open_menu)
        self.export_button.clicked.connect(self._open_menu)
        self.approve_button.clicked.connect(self.approve_requested)
        self.reopen_button.clicked.connect(self.reopen_requested)

    # --- showing ---

    def show_state(self, info: Info, closing: Closing, public: bool) -> None:
        """Shows whose minutes these are, and whether they are approved."""
        tr = self.look.tr
        day = parse_date(info.date)
        self._about = [" · ".join(part for part in (info.title, tr.date(day) if day else "") if part), info.title]
        self._approved = approved = closing.approved
        self._earlier = list(closing.earlier)
        if approved:
            self.tag.set_tag(tr("Hyväksytty"), "kuusi", "check")
            self.tag.setToolTip(tip(approval_words(closing, tr)))
        else:
            self.tag.set_tag(tr("Luonnos"), "puna", "pencil-simple")
            self.tag.setToolTip(tr("Paperissa on merkintä LUONNOS, kunnes muistio hyväksytään."))
        self.approve_button.setVisible(not approved)
        self.reopen_button.setVisible(approved)
        version = tr("Vie julkisen version, jossa ei ole nimiä") if public else tr("Vie sisäisen version, jossa on nimiä")
        for button in (self.pdf_button, self.word_button, self.copy_button):
            button.set_hint(version)
        self._arrange()

    @Slot(str)
    def show_busy(self, words: str) -> None:
        """Something is being made; "" when it is done."""
        self._busy = words
        self._show_about()

    def _show_about(self) -> None:
        self.about.set_icon("hourglass-medium" if self._busy else "")
        self.about.set_choices([self._busy] if self._busy else self._about)
        room = self.width() - 2 * PAGE_MARGIN - self._title_width() - self._flow.sizeHint().width() - 24
        self.about.setVisible(bool(self._busy) or (not self._narrow and room > self.look.px(ABOUT_LEAST)))

    def set_narrow(self, narrow: bool) -> None:
        """Without the workshop's name."""
        self._narrow = narrow
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """Everything beside the title; else the ways to export behind one button; else the buttons under the title."""
        room = self.width() - 2 * PAGE_MARGIN - self._title_width() - 12
        exports = (self.pdf_button, self.word_button, self.copy_button, self.more_button)
        last = self.reopen_button if self._approved else self.approve_button
        together = room < sum(button.sizeHint().width() + 12 for button in exports) + last.sizeHint().width()
        for button in exports:
            button.setVisible(not together)
        self.export_button.setVisible(together)
        down = room < self._flow.sizeHint().width()
        self._box.setDirection(_DOWN if down else _ACROSS)
        self._box.setAlignment(self._buttons, Qt.AlignmentFlag(0) if down else Qt.AlignmentFlag.AlignVCenter)
        self._buttons.setMinimumWidth(0 if down else self._flow.sizeHint().width())
        self._show_about()

    def _title_width(self) -> int:
        return self.title.sizeHint().width() + self.tag.sizeHint().width() + 24

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.look.theme
        painter.fillRect(self.rect(), theme["surface"])
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), theme["line"])

    # --- acting ---

    @Slot()
    def _export_pdf(self) -> None:
        self.export_requested.emit("pdf")

    @Slot()
    def _export_word(self) -> None:
        self.export_requested.emit("docx")

    @Slot()
    def _copy(self) -> None:
        self.copy_requested.emit("txt")

    @Slot()
    def _open_menu(self) -> None:
        menu = self.make_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        button = self.more_button if self.more_button.isVisible() else self.export_button
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """The rarer ways to give the minutes out; all of them when there is room for one button alone."""
        look, tr = self.look, self.look.tr
        menu = QMenu(self)
        if self.export_button.isVisibleTo(self):
            menu.addAction(look.icon("file-pdf"), tr("Vie PDF"), self._export_pdf)
            menu.addAction(look.icon("file-doc"), tr("Vie Word"), self._export_word)
            menu.addAction(look.icon("copy"), tr("Kopioi teksti"), self._copy)
        menu.addAction(look.icon("file-doc"), tr("Vie OpenDocument-tiedostona"), lambda: self.export_requested.emit("odt"))
        menu.addAction(look.icon("file-text"), tr("Vie verkkosivuna"), lambda: self.export_requested.emit("html"))
        menu.addAction(look.icon("file-text"), tr("Vie Markdown-tiedostona"), lambda: self.export_requested.emit("md"))
        menu.addAction(look.icon("copy"), tr("Kopioi Markdown-tekstinä"), lambda: self.copy_requested.emit("md"))
        menu.addAction(look.icon("file-text"), tr("Vie aineisto taulukkona (XLSX)"), lambda: self.data_requested.emit("xlsx"))
        menu.addAction(look.icon("file-text"), tr("Vie aineisto JSON-tiedostona"), lambda: self.data_requested.emit("json"))
        for version in self._earlier:
            if version is self._earlier[0]:
                menu.addSeparator()
            day = tr.date(datetime.fromisoformat(version.at))
            words = tr("Vie aiemmin hyväksytty versio {n} ({date})", n=version.number, date=day)
            menu.addAction(look.icon("file-pdf"), words, partial(self.version_requested.emit, version.number))
        return menu


def approval_words(closing: Closing, tr: Translator) -> str:
    """Who approved the minutes and when."""
    at = datetime.fromisoformat(closing.approved_at)
    if closing.approved_by:
        return tr("Hyväksynyt {name} {date} klo {time}", name=closing.approved_by, date=tr.date(at), time=tr.time(at))
    return tr("Hyväksytty {date} klo {time}", date=tr.date(at), time=tr.time(at))
