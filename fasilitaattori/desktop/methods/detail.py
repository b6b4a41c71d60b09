"""One method in full: what it is for, its steps in the time at hand, what it needs, and how it comes into a workshop."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fasilitaattori.desktop.methods.cards import people_range
from fasilitaattori.desktop.methods.choice import minutes_range
from fasilitaattori.desktop.parts import Line, Scrolled, clear, holder
from fasilitaattori.kit.buttons import Button, IconButton
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.folding import FoldingButton
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.rug_widgets import RugCellView, RugStrip
from fasilitaattori.methods.model import LocalMethod, Method
from fasilitaattori.methods.scaling import DoesNotFit, scaled

STEP_MINUTES = 5
SHOWN_STEPS = 6


class MethodDetail(Panel):
    """`add_requested(method id, minutes)` from its main button. `set_target` says where the steps would go. A method of one's
    own can also be renamed, shared and removed (its id goes along)."""

    add_requested = Signal(str, int)
    guide_requested = Signal(str)
    rename_requested = Signal(str)
    share_requested = Signal(str)
    removal_requested = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self._method: Method | None = None
        self._all = False
        self._rug = RugStrip(look, 22, 0.9, marker=False, walkable=True)
        self._minutes: Stepper | None = None
        self.add_button = Button(look, "", "primary", icon="plus")
        self.guide_button = FoldingButton(look, look.tr("Ohje"), icon="printer")
        self.guide_button.set_hint(look.tr("Menetelmän ohje tulostettavaksi"))
        self.more_button = IconButton(look, "dots-three", look.tr("Oma menetelmä: lisää toimintoja"))
        self._target = Label(look, "", "small", "ink2")
        self._whole = QVBoxLayout()
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self.body.addWidget(Scrolled(holder(self._whole)), 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(16, 10, 16, 15)
        foot.setSpacing(7)
        foot.addWidget(self._target)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.add_button, 1)
        buttons.addWidget(self.guide_button)
        buttons.addWidget(self.more_button)
        foot.addLayout(buttons)
        self.body.addWidget(Line(look))
        self.body.addLayout(foot)
        self.add_button.clicked.connect(self._add)
        self.guide_button.clicked.connect(lambda: self.guide_requested.emit(self.method_id))
        self.more_button.clicked.connect(self._open_menu)

    @property
    def method_id(self) -> str:
        """The method on show, "" = none."""
        return self._method.id if self._method is not None else ""

    def set_target(self, words: str, verb: str) -> None:
        """Where the steps would go, and the words of the main button."""
        self._target.set_text(words)
        self._target.setVisible(bool(words))
        self.add_button.set_words(verb)

    def show_method(self, method: Method, minutes: int) -> None:
        """Shows a method in so many minutes (0 = as written)."""
        self._method, self._all = method, False
        self.more_button.setVisible(method.own)
        self.guide_button.setVisible(not method.own)  # with one's own it stands in the menu
        local = method.in_language(self.look.tr.language)
        clear(self._whole)
        total = minutes or local.minutes.default
        total = min(max(total, method.minutes.min), method.minutes.max)
        self._whole.addLayout(self._head(method, local))
        self._whole.addWidget(Line(self.look))
        self._whole.addLayout(self._time(method, total))
        self._steps = QGridLayout()
        self._steps.setContentsMargins(18, 0, 18, 8)
        self._steps.setHorizontalSpacing(9)
        self._steps.setVerticalSpacing(4)
        self._steps.setColumnStretch(1, 1)
        self._whole.addLayout(self._steps)
        self._whole.addWidget(Line(self.look))
        self._whole.addLayout(self._needs(method, local))
        self._whole.addStretch(1)
        self._fill_steps()

    def _head(self, method: Method, local: LocalMethod) -> QVBoxLayout:
        look, tr = self.look, self.look.tr
        column = QVBoxLayout()
        column.setContentsMargins(18, 13, 18, 10)
        column.setSpacing(5)
        column.addWidget(Label(look, local.name, "section", pixels=22))
        column.addWidget(Label(look, f"{local.summary} {local.purpose}"))
        self._rug = RugStrip(look, 22, 0.9, marker=False, walkable=True)
        column.addSpacing(6)
        column.addWidget(self._rug)
        facts = QWidget()
        flow = FlowLayout(facts, gap=14, row_gap=3)
        keep_height(facts)
        people = tr("{range} henkeä", range=people_range(method))
        for icon, words in (("clock", minutes_range(tr, method)), ("users-three", people), ("circle", local.setting)):
            flow.addWidget(Label(look, words, "small", wrap=False, icon=icon))
        column.addSpacing(5)
        column.addWidget(facts)
        return column

    def _time(self, method: Method, total: int) -> QVBoxLayout:
        look, tr = self.look, self.look.tr
        self._count = Label(look, "", "strong")
        self._minutes = Stepper(
            look,
            total,
            method.minutes.min,
            method.minutes.max,
            lambda n: tr("{n} min", n=n),
            STEP_MINUTES,
            tr("Menetelmän kesto"),
            small=True,
        )
        self._minutes.setEnabled(method.minutes.min < method.minutes.max)
        self._minutes.value_changed.connect(self._fill_steps)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._count, 1)
        line.addWidget(self._minutes)
        column = QVBoxLayout()
        column.setContentsMargins(18, 9, 18, 7)
        column.addLayout(line)
        return column

    def _needs(self, method: Method, local: LocalMethod) -> QVBoxLayout:
        look, tr = self.look, self.look.tr
        column = QVBoxLayout()
        column.setContentsMargins(18, 11, 18, 12)
        column.setSpacing(7)
        if local.materials:
            needed = tr("Tarvitset: {things}", things=", ".join(_lower(thing) for thing in local.materials))
            column.addWidget(Label(look, needed, "dense", icon="clipboard-text"))
        if not method.works_without_phones:
            column.addWidget(Label(look, tr("Tarvitsee osallistujien puhelimia"), "dense", icon="device-mobile"))
        column.addWidget(Label(look, tr("Muistioon: {things}", things=", ".join(local.record)), "dense", icon="note-pencil"))
        for caution in local.cautions:
            column.addWidget(Label(look, caution, "dense", icon="warning", icon_tone="savi"))
        column.addWidget(Label(look, local.origin, "small", "ink2"))
        return column

    def minutes(self) -> int:
        """The length chosen."""
        return self._minutes.value() if self._minutes is not None else 0

    @Slot()
    def _fill_steps(self) -> None:
        if self._method is None:
            return
        look, tr = self.look, self.look.tr
        try:
            local = scaled(self._method, self.minutes()).in_language(tr.language)
        except DoesNotFit:
            local = self._method.in_language(tr.language)
        self._rug.set_steps(local.rug)
        self._count.set_text(tr.n("{n} vaihe", "{n} vaihetta", len(local.steps)))
        clear(self._steps)
        hidden = 0 if self._all or len(local.steps) <= SHOWN_STEPS + 1 else len(local.steps) - SHOWN_STEPS
        middle, right = Qt.AlignmentFlag.AlignVCenter, Qt.AlignmentFlag.AlignRight
        for place, step in enumerate(local.steps[: len(local.steps) - hidden]):
            self._steps.addWidget(RugCellView(look, step.mode, 20), place, 0, middle)
            self._steps.addWidget(Label(look, step.title, "dense"), place, 1)
            self._steps.addWidget(Label(look, str(step.minutes), "dense", "ink2", wrap=False), place, 2, middle | right)
        if hidden:
            more = Button(look, tr.n("Näytä loput {n}", "Näytä loput {n}", hidden), "quiet", "small", arrow="caret-down")
            more.clicked.connect(self.show_all)
            self._steps.addWidget(more, SHOWN_STEPS, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)

    @Slot()
    def show_all(self) -> None:
        """Unfold all steps."""
        self._all = True
        self._fill_steps()

    def menu(self) -> QMenu:
        """What else can be done with a method of one's own."""
        tr, look = self.look.tr, self.look
        menu = QMenu(self)
        menu.setAccessibleName(tr("Oma menetelmä"))
        for icon, words, signal in (
            ("printer", tr("Ohje"), self.guide_requested),
            ("pencil-simple", tr("Nimeä uudelleen"), self.rename_requested),
            ("export", tr("Jaa tiedostona"), self.share_requested),
            ("trash", tr("Poista"), self.removal_requested),
        ):
            menu.addAction(look.icon(icon), words).triggered.connect(lambda _=False, signal=signal: signal.emit(self.method_id))
        return menu

    @Slot()
    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot()
    def _add(self) -> None:
        if self._method is not None:
            self.add_requested.emit(self._method.id, self.minutes())


def _lower(words: str) -> str:
    """The first letter small, for a list inside a sentence; names and abbreviations stay."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]
