"""Osat: the sections of the minutes with how each stands; arrow keys walk the list, what is chosen shows beside it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import Icon, Scrolled
from fasilitaattori.desktop.services import Section
from fasilitaattori.i18n import Translator
from fasilitaattori.kit import paint
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import Panel
from fasilitaattori.kit.plainly import tip
from fasilitaattori.kit.ticks import hover_repaints

BASICS, PEOPLE, DECISIONS, ACTIONS, NEXT = "basics", "people", "decisions", "actions", "next"
HALL = "hall"
FEW = 4  # new rows that are made at once


def name_of(section: Section, tr: Translator) -> str:
    """What the desk calls a section: short names for those whose heading on paper is long or about something else."""
    return {BASICS: tr("Perustiedot"), NEXT: tr("Mitä tällä tehdään?")}.get(section.key, section.title)


def names_of(sections: Sequence[Section], tr: Translator) -> list[str]:
    """What each is called among the others: one that would be called as another (a step often is) has its whole title."""
    short = [name_of(section, tr) for section in sections]
    return [section.title if short.count(name) > 1 else name for section, name in zip(sections, short, strict=True)]


def standing(section: Section, tr: Translator) -> tuple[str, str, str]:
    """(icon, colour token, words) of how a section stands."""
    if section.left_out:
        return "eye-slash", "ink2", tr("jätetty pois")
    if section.state == "missing":
        return "warning", "savi", tr("kesken")
    if section.since:
        return "warning", "savi", tr("kirjattu lisää")
    if section.state == "empty" and section.key == HALL:
        return "minus-circle", "ink2", tr("ei vielä")
    if section.state == "empty":
        return "minus-circle", "ink2", tr("tyhjä")
    return "check-circle-fill", "kuusi", section.count or (tr("pakollinen") if section.mandatory else "")


def told(sections: Sequence[Section], tr: Translator) -> str:
    """How far the minutes are: of the sections with something in them; what is empty need not be there at all."""
    kept = [section for section in sections if not section.left_out and section.state != "empty"]
    ready = sum(1 for section in kept if section.state != "missing" and not section.since)
    if kept and not ready:  # a share of almost nothing says nothing: the list below shows more sections than it counts
        return tr.n("{n} osa kesken", "{n} osaa kesken", len(kept))
    return tr("{done} / {all} valmiina", done=ready, all=len(kept)) if kept else ""


class SectionRow(QRadioButton):
    """A section: how it stands, its name, a few words."""

    entered = Signal()

    def __init__(self, look: Look, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look, self.key, self._name, self._is_ok = look, key, "", True
        self.mark = Icon(look, "check-circle-fill", "kuusi")
        self.words = Label(look, role="dense")
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.count = Label(look, role="small", tone="ink2", wrap=False)
        self.count.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self.mark, 0, middle)
        self._row.addWidget(self.words, 1, middle)
        self._row.addWidget(self.count, 0, middle)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setProperty("ring_radius", 6)
        hover_repaints(self)
        self.toggled.connect(self._show_words)
        self.set_low(False)

    def show_section(self, section: Section, name: str) -> None:
        """Shows how the section stands now."""
        tr = self.look.tr
        self._name = name
        icon, tone, words = standing(section, tr)
        self.mark.set_icon(icon, tone)
        self.count.set_text(words)
        self._is_ok = section.state == "ok" and not section.left_out and not section.since
        self._show_words()
        self._fit()
        told = tr("kunnossa") if self._is_ok else ""
        self.setAccessibleName(", ".join(part for part in (self._name, words, told) if part))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """A count gives way to the name; how a section stands does not."""
        taken = self.mark.sizeHint().width() + self.count.sizeHint().width() + 2 * self._row.spacing() + 20
        name = QFontMetricsF(self.look.sans(15, bold=True)).horizontalAdvance(self._name)
        crowded = self._is_ok and name + taken > self.width()
        self.count.setVisible(bool(self.count.words()) and not crowded)
        self.setToolTip(tip(self.count.words()) if crowded else "")

    @Slot()
    def _show_words(self) -> None:
        self.words.set_parts([(self._name, self.isChecked(), "")])

    def set_low(self, low: bool) -> None:
        """Less air in a low window."""
        around = 5 if low else 8
        self._row.setContentsMargins(10, around, 10, around)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(self.look.px(36), self._row.heightForWidth(width))

    def sizeHint(self) -> QSize:
        return QSize(self._row.sizeHint().width(), self.heightForWidth(max(self.width(), self._row.minimumSize().width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._row.minimumSize().width(), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, rect = QPainter(self), self.look.theme, QRectF(self.rect())
        if self.isChecked():
            paint.frame(painter, rect, 6, theme["kuusi-tint"], theme["kuusi"], self.look.border(2))
        elif self.underMouse():
            paint.frame(painter, rect, 6, theme["kuusi-tint"], theme["ink"] if theme.high_contrast else None)


class SectionList(Panel):
    """`chosen(key)` when somebody picks a section. The chosen one stays in view, whatever room the list gets, until somebody
    scrolls away from it."""

    chosen = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, margins=(6, 12, 6, 12), spacing=6, parent=parent)
        tr = look.tr
        self.setAccessibleName(tr("Osat"))
        self._rows: dict[str, SectionRow] = {}
        self._current = ""
        self._low = self._scrolled_away = False
        self._group = QButtonGroup(self)
        self.done = Label(look, "", "small", "ink2")
        self.done.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        heading = Label(look, tr("Osat"), "strong")
        heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 12, 0)
        head.addWidget(heading, 1)
        head.addWidget(self.done)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(7, 5, 7, 5)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._scrolled = Scrolled(inner)
        self.foot = Label(look, "", "small", "ink2")
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 0, 12, 0)
        foot.addWidget(self.foot, 1)
        self.body.addLayout(head)
        self.body.addWidget(self._scrolled, 1)
        self.body.addLayout(foot)
        self._group.buttonClicked.connect(self._clicked)
        bar = self._scrolled.verticalScrollBar()
        bar.rangeChanged.connect(self._keep_in_view)  # the rows have got their places
        bar.actionTriggered.connect(self._scroll_away)

    def show_sections(self, sections: Sequence[Section], chosen: str) -> Iterator[None]:
        """Shows these sections in this order; a row stays the same while its section is there. Where many are new, it stops
        now and then: events may be handled there."""
        wanted = [section.key for section in sections]
        for gone in [key for key in self._rows if key not in wanted]:
            row = self._rows.pop(gone)
            self._group.removeButton(row)
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        names, made = names_of(sections, self.look.tr), 0
        for place, section in enumerate(sections):
            if section.key not in self._rows:
                if made and made % FEW == 0:
                    yield
                made += 1
            row = self._rows.get(section.key) or self._make_row(section.key)
            if self._column.indexOf(row) != place:
                self._column.insertWidget(place, row)
            row.show_section(section, names[place])
        self.done.set_text(told(sections, self.look.tr))
        if chosen != self._current:
            self.set_current(chosen)

    def _make_row(self, key: str) -> SectionRow:
        row = SectionRow(self.look, key)
        row.set_low(self._low)
        row.entered.connect(self._reveal)
        self._group.addButton(row)
        self._rows[key] = row
        return row

    def row(self, key: str) -> SectionRow:
        """The row of a section."""
        return self._rows[key]

    def set_current(self, key: str) -> None:
        """Marks a section without telling, and brings it into view."""
        row = self._rows.get(key)
        if row is not None:
            self._current, self._scrolled_away = key, False
            row.setChecked(True)
            self._keep_in_view()

    def set_low(self, low: bool) -> None:
        """Less air in a low window."""
        self._low = low
        for row in self._rows.values():
            row.set_low(low)

    @Slot()
    def _keep_in_view(self) -> None:
        row = self._rows.get(self._current)
        if row is not None and not self._scrolled_away:
            self._scrolled.ensureWidgetVisible(row, 0, 7)

    @Slot()
    def _scroll_away(self) -> None:
        self._scrolled_away = True

    @Slot()
    def _reveal(self) -> None:
        row = self.sender()
        if isinstance(row, SectionRow):
            self._scrolled.ensureWidgetVisible(row, 0, 7)

    @Slot(object)
    def _clicked(self, button: object) -> None:
        if isinstance(button, SectionRow):
            self.chosen.emit(button.key)
