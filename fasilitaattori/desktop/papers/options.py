"""The paper on show, large, and how it is to be made: size, version, file, copies."""

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from fasilitaattori.desktop.papers.kinds import ON_SHEET, SIZES, Choice, Kind
from fasilitaattori.desktop.papers.pageturner import PageTurner
from fasilitaattori.errors import N_
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Segmented
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel

MOST_COPIES = 99
LABEL_WIDTH = 92
PUBLIC, INTERNAL = "public", "internal"
FORMS = {"pdf": "PDF", "docx": "Word", "html": N_("Verkkosivu")}


class Options(Panel):
    """`redraw_requested(key)` when the paper looks otherwise now; `changed(key)` after any choice; `fix_requested(page)`."""

    redraw_requested = Signal(str)
    changed = Signal(str)
    fix_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(18, 14, 18, 14), spacing=8, parent=parent)
        tr = look.tr
        self._kind: Kind | None = None
        self._choice = Choice()
        self._printing = False
        self._fix = ""
        self.name = Label(look, "", "section")
        self.name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.turner = PageTurner(look)
        self.turner.row.insertStretch(0, 1)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name, 1)
        head.addWidget(Label(look, tr("esikatselu"), "small", "ink2", wrap=False))
        self.sheet_size = Segmented(look, [("a4", SIZES["a4"])], "a4", small=True, name=tr("Koko"))
        self.on_sheet = Segmented(look, list(ON_SHEET.items()), "4", small=True, name=tr("Kortteja arkilla"))
        versions = [(PUBLIC, tr("Julkinen")), (INTERNAL, tr("Sisäinen"))]
        self.version = Segmented(look, versions, PUBLIC, small=True, name=tr("Versio"))
        self.form = Segmented(look, [], small=True, name=tr("Tiedosto"))
        self.copies = Stepper(look, 1, 1, MOST_COPIES, name=tr("Kappaleita"), small=True)
        self.about = Label(look, "", "small", "ink2")
        self.note = Label(look, "", "small", "ink2", icon="info", icon_tone="jarvi")
        self.fix_button = Button(look, "", size="small")
        self.body.addLayout(head)
        self.body.addWidget(self.about)
        self.body.addWidget(self.turner, 1)
        self._rows: dict[str, QWidget] = {}
        for key, words, control in (
            ("size", tr("Koko"), self.sheet_size),
            ("on_sheet", tr("Kortteja arkilla"), self.on_sheet),
            ("version", tr("Versio"), self.version),
            ("form", tr("Tiedosto"), self.form),
            ("copies", tr("Kappaleita"), self.copies),
        ):
            self._rows[key] = self._make_row(words, control)
            self.body.addWidget(self._rows[key])
        self.body.addWidget(self.note)
        self.body.addWidget(self.fix_button)
        self._connect()

    def _make_row(self, words: str, control: QWidget) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        label = Label(self.look, words, "field", wrap=False)
        label.setMinimumWidth(self.look.px(LABEL_WIDTH))
        row.addWidget(label)
        row.addWidget(control, 1)
        return holder

    def _connect(self) -> None:
        self.sheet_size.chosen.connect(self._choose_size)
        self.on_sheet.chosen.connect(self._choose_size)
        self.version.chosen.connect(self._choose_version)
        self.form.chosen.connect(self._choose_form)
        self.copies.value_changed.connect(self._choose_copies)
        self.fix_button.clicked.connect(self._ask_fix)

    # --- showing ---

    def show_paper(self, kind: Kind, name: str, choice: Choice, pages: Sequence[QImage], reason: str) -> None:
        """Shows a paper and what has been chosen for it; without pages the reason why."""
        other = self._kind is not kind
        self._kind, self._choice = kind, choice
        self.name.set_text(name)
        self.about.set_text(self.look.tr(kind.about))
        self.setAccessibleName(name)
        if pages:
            self.turner.show_pages(name, pages)
        elif reason:
            self.turner.show_words(reason, "info")
        elif other:
            self.turner.wait_for(name)
        cards = choice.size in ON_SHEET
        if other and not cards:
            self.sheet_size.set_choices([(size, self.look.tr(SIZES[size])) for size in kind.sizes])
        (self.on_sheet if cards else self.sheet_size).set_value(choice.size)
        self.version.set_value(PUBLIC if choice.public else INTERNAL)
        if other:
            self.form.set_choices([(form, self.look.tr(FORMS[form])) for form in kind.forms], choice.form)
        self.form.set_value(choice.form)
        self.copies.set_value(choice.copies)
        able = not reason
        self._rows["size"].setVisible(able and len(kind.sizes) > 1 and not cards)
        self._rows["on_sheet"].setVisible(able and cards)
        self._rows["version"].setVisible(able and kind.versions)
        self._rows["form"].setVisible(able and len(kind.forms) > 1)
        self._rows["copies"].setVisible(able and self._printing)

    def set_printing(self, on: bool) -> None:
        """Whether there is a printer, so that copies mean something."""
        self._printing = on
        self._rows["copies"].setVisible(on and bool(self.turner.pages))

    def show_note(self, words: str, fix: str, verb: str, warning: bool = False) -> None:
        """What is good to know, or a `warning`, and a button that helps: `fix` is the page it leads to, "" = none."""
        self.note.set_icon(*(("warning", "savi") if warning else ("info", "jarvi")))
        self.note.set_tone("ink" if warning else "ink2")
        self.note.set_text(words)
        self.note.setVisible(bool(words))
        self._fix = fix
        self.fix_button.set_words(verb)
        self.fix_button.setVisible(bool(fix))

    # --- choosing ---

    @Slot(str)
    def _choose_size(self, size: str) -> None:
        self._choice.size = size
        self._tell(redraw=True)

    @Slot(str)
    def _choose_version(self, version: str) -> None:
        self._choice.public = version == PUBLIC
        self._tell(redraw=True)

    @Slot(str)
    def _choose_form(self, form: str) -> None:
        self._choice.form = form
        self._tell(redraw=False)

    @Slot(int)
    def _choose_copies(self, copies: int) -> None:
        self._choice.copies = copies
        self._tell(redraw=False)

    def _tell(self, redraw: bool) -> None:
        if self._kind is not None:
            self.changed.emit(self._kind.key)
            if redraw:
                self.redraw_requested.emit(self._kind.key)

    @Slot()
    def _ask_fix(self) -> None:
        self.fix_requested.emit(self._fix)
