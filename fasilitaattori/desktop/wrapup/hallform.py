"""Tarkistus salissa: choosing what is checked, and while it is checked the corrections as they come, each settled at once."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.desktop.parts import row
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.desktop.wrapup.form import Form
from fasilitaattori.desktop.wrapup.hallchoice import HallChoice
from fasilitaattori.desktop.wrapup.halldialogs import HearDialog, MendDialog, ReasonDialog
from fasilitaattori.desktop.wrapup.hallrows import CorrectionRow, PointRow
from fasilitaattori.desktop.wrapup.shutroom import ShutRoom
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.fields import Stepper
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.labels import Label
from fasilitaattori.workshop import settling, show, steering
from fasilitaattori.workshop.checking import Check, open_check, tally
from fasilitaattori.workshop.checkingfacts import DIFFERS, DROPPED, KEPT, Point
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.people import MAX_HEADCOUNT


class HallForm(Form):
    """The choice when nothing has been checked yet (or it is to be checked again), else the checking."""

    def __init__(self, workbench: Workbench, parent: QWidget | None = None) -> None:
        super().__init__(workbench, parent)
        look, tr = self.look, self.look.tr
        self._again = False
        self._points: dict[str, PointRow] = {}
        self._corrections: dict[str, CorrectionRow] = {}
        self._of, self._waited = "", 0
        self.choice = HallChoice(workbench)
        self.shut = ShutRoom(workbench)
        self.going = QWidget()
        self.standing = Label(look, "", "strong", icon="projector-screen", icon_tone="jarvi")
        self.hands = Stepper(look, 0, 0, MAX_HEADCOUNT, name=tr("Käsiä koko yhteenvedolle"))
        self.hands_words = Label(look, tr("Käsiä koko yhteenvedolle"))
        self.hands_row = QWidget()
        self.hands_row.setLayout(row(self.hands_words, self.hands, -1, spacing=12))
        self.hear_button = Button(look, tr("Lisää korjaus salista"), icon="chat-teardrop-text")
        self.end_button = Button(look, tr("Päätä tarkistus"), "primary", icon="check")
        self.again_button = Button(look, tr("Tarkistetaan uudelleen"), icon="arrow-clockwise")
        self.wanted = Label(look, tr("Korjausehdotukset"), "card")
        self.none = Label(look, "", "dense", "ink2")
        self.checked = Label(look, tr("Tarkistettavat kohdat"), "card")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._buttons = QWidget()
        flow = FlowLayout(self._buttons, gap=8)
        keep_height(self._buttons)
        for button in (self.end_button, self.hear_button, self.again_button):
            flow.addWidget(button)
        self._correction_rows, self._point_rows = QVBoxLayout(), QVBoxLayout()
        self._correction_rows.setSpacing(8)
        self._point_rows.setSpacing(0)
        inner = QVBoxLayout(self.going)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(9)
        for part in (self.standing, self.hands_row, self._buttons, self.wanted, self.none):
            inner.addWidget(part)
        inner.addLayout(self._correction_rows)
        inner.addWidget(self.checked)
        inner.addLayout(self._point_rows)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for part in (self.shut, self.choice, self.going):
            column.addWidget(part)

    def _connect(self) -> None:
        self.choice.wanted.connect(self._put_up)
        self.hands.value_changed.connect(self._count)
        self.hear_button.clicked.connect(self._hear)
        self.end_button.clicked.connect(self._end)
        self.again_button.clicked.connect(self._begin_again)

    # --- showing ---

    def refresh(self) -> None:
        state = self.workbench.state
        check = state.checking.last
        goes_on = open_check(state) is not None
        choosing = (check is None or self._again) and not goes_on
        self._again = self._again and not goes_on
        self.choice.setVisible(choosing and not self.locked)
        self.going.setVisible(check is not None and not choosing)
        self.shut.show_when((choosing or goes_on) and not self.locked)
        if choosing:
            self.choice.refresh()
        elif check is not None:
            self._show(check, goes_on)

    def _show(self, check: Check, goes_on: bool) -> None:
        if check.id != self._of:
            self._of = check.id
            self._forget()
        self._show_head(check, goes_on)
        self._show_corrections(check, goes_on)
        told = tally(self.workbench.state, check)
        for number, point in enumerate(check.points.values(), 1):
            if point.id not in self._points:
                made = self._points[point.id] = PointRow(self.look, number, point.id)
                made.mending_requested.connect(self._mend_point)
                self._point_rows.addWidget(made)
            self._points[point.id].show_point(point, told, self.locked)

    def _show_head(self, check: Check, goes_on: bool) -> None:
        tr, told = self.look.tr, tally(self.workbench.state, check)
        parts = [tr.n("{n} on merkinnyt puhelimella", "{n} on merkinnyt puhelimella", told.phones)]
        if told.people and (told.wholly or not told.renewed):
            parts.append(tr.n("{n} pitää kaikkea oikeana", "{n} pitää kaikkea oikeana", told.wholly))
        elif told.people and len(told.renewed) < len(check.points):
            parts.append(tr.n("{n} pitää muita kohtia oikeina", "{n} pitää muita kohtia oikeina", told.otherwise))
        if told.unmarked:
            numbers = tr.listed([f"{number}" for number, point in enumerate(check.points, 1) if point in told.unmarked])
            parts.append(
                tr.n(
                    "korjattua kohtaa {numbers} ei ole merkitty uudelleen",
                    "korjattuja kohtia {numbers} ei ole merkitty uudelleen",
                    len(told.unmarked),
                    numbers=numbers,
                )
            )
        if not goes_on:
            parts.insert(0, tr("Tarkistus on päättynyt"))
        self.standing.set_text(" · ".join(parts))
        self.hands.set_value(told.hands)
        self.hands_row.setVisible(goes_on and not self.locked)
        self.end_button.setVisible(goes_on and not self.locked)
        self.hear_button.setVisible(not self.locked)
        self.again_button.setVisible(not goes_on and not self.locked)
        self._buttons.setVisible(not self.locked)

    def _show_corrections(self, check: Check, goes_on: bool) -> None:
        """Those still to be settled first, in the order they came."""
        tr, state = self.look.tr, self.workbench.state
        for gone in [key for key in self._corrections if key not in check.corrections]:
            self._drop(self._corrections.pop(gone))
        numbers = {point: number for number, point in enumerate(check.points, 1)}
        for place, each in enumerate(sorted(check.corrections.values(), key=lambda one: bool(one.how))):
            if each.id not in self._corrections:
                made = self._corrections[each.id] = CorrectionRow(self.look, each.id)
                made.mending_requested.connect(self._mend)
                made.differing_requested.connect(self._differ)
                made.keeping_requested.connect(self._keep)
                made.dropping_requested.connect(self._throw_out)
            shown = self._corrections[each.id]
            if self._correction_rows.indexOf(shown) != place:
                self._correction_rows.insertWidget(place, shown)
            shown.show_correction(state, each, numbers[each.point], check.points[each.point], self.locked)
        left = len(check.unsettled)
        if left < self._waited and any(each.isAncestorOf(self._focused()) for each in self._corrections.values()):
            self.focus_first()  # its buttons are gone: on to the next one that waits
        self._waited = left
        words = tr.n("{n} korjausehdotus odottaa", "{n} korjausehdotusta odottaa", left) if left else tr("Korjausehdotukset")
        self.wanted.set_text(words)
        self.none.setVisible(not check.corrections)
        coming = tr("Ei vielä ehdotuksia. Ne tulevat tähän sitä mukaa kuin niitä lähetetään.")
        self.none.set_text(coming if goes_on else tr("Korjauksia ei ehdotettu."))

    def _forget(self) -> None:
        """Another checking: none of these rows is of it."""
        for gone in (*self._points.values(), *self._corrections.values()):
            self._drop(gone)
        self._points, self._corrections = {}, {}

    def _drop(self, gone: QWidget) -> None:
        if gone.isAncestorOf(self._focused()):
            self.hear_button.setFocus(Qt.FocusReason.OtherFocusReason)
        gone.hide()
        gone.setParent(None)
        gone.deleteLater()

    def _focused(self) -> QWidget:
        """What of this form has the focus, itself when nothing has."""
        focused: QWidget | None = self.focusWidget()
        return focused if focused is not None else self

    def corrections(self) -> tuple[CorrectionRow, ...]:
        """The rows of corrections, as they stand."""
        return tuple(sorted(self._corrections.values(), key=self._correction_rows.indexOf))

    def points(self) -> tuple[PointRow, ...]:
        """The rows of points, in order."""
        return tuple(self._points.values())

    def focus_first(self) -> None:
        """To the act that begins a checking; in one that goes on to the first correction that waits, or the next act."""
        waiting = [each.mend_button for each in self.corrections() if each.buttons.isVisibleTo(self)]
        places = [self.choice.start_button, *waiting, self.end_button, self.again_button]
        for place in places:
            if place.isVisibleTo(self) and place.isEnabled():
                place.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def set_locked(self, locked: bool) -> None:
        super().set_locked(locked)
        self.refresh()

    # --- acting ---

    @Slot(object)
    def _put_up(self, points: list[Point]) -> None:
        words = self.look.tr("Yhteenveto on nyt salin tarkistettavana")

        def begun() -> None:
            self.refresh()
            self.hear_button.setFocus(Qt.FocusReason.OtherFocusReason)  # above what comes; not where Enter would end it
            self.workbench.toast_undo(words)

        self.workbench.do(steering.together(settling.put_up(points), show.show("step")), lambda _: begun(), owner=self)

    @Slot(int)
    def _count(self, hands: int) -> None:
        self.workbench.do(settling.count_hands(hands))

    @Slot()
    def _end(self) -> None:
        self._do(settling.end(), self.look.tr("Tarkistus päätettiin"))

    @Slot()
    def _begin_again(self) -> None:
        self._again = True
        self.refresh()
        self.choice.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _hear(self) -> None:
        check = self.workbench.state.checking.last
        if check is not None:
            dialog = HearDialog(self.look, tuple(check.points.values()), self.window())
            dialog.given.connect(self._heard)
            dialog.open()

    @Slot(str, str)
    def _heard(self, point: str, words: str) -> None:
        self.workbench.do(settling.hear(point, words))

    @Slot(str)
    def _mend_point(self, point: str) -> None:
        self._ask_wording(point, ())

    @Slot(str)
    def _mend(self, correction: str) -> None:
        check = self.workbench.state.checking.last
        if check is not None and correction in check.corrections:
            self._ask_wording(check.corrections[correction].point, (correction,))

    def _ask_wording(self, point: str, settles: tuple[str, ...]) -> None:
        check = self.workbench.state.checking.last
        if check is None:
            return
        wanted = [check.corrections[key].words for key in settles]
        dialog = MendDialog(self.look, check.points[point], wanted, self.window())

        def mend(text: str, who: str, due: str) -> None:
            self._do(settling.mend(point, text, who, due, settles), self.look.tr("Teksti korjattu"))

        dialog.given.connect(mend)
        dialog.open()

    @Slot(str)
    def _differ(self, correction: str) -> None:
        self._do(settling.settle(correction, DIFFERS), self.look.tr("Kirjattu muistioon"))

    @Slot(str)
    def _throw_out(self, correction: str) -> None:
        self._do(settling.settle(correction, DROPPED), self.look.tr("Ehdotus poistettiin"))

    @Slot(str)
    def _keep(self, correction: str) -> None:
        check = self.workbench.state.checking.last
        if check is None or correction not in check.corrections:
            return
        dialog = ReasonDialog(self.look, check.corrections[correction].words, self.window())

        def keep(why: str) -> None:
            self._do(settling.settle(correction, KEPT, why), self.look.tr("Kirjattu muistioon"))

        dialog.given.connect(keep)
        dialog.open()

    def _do(self, command: Command, words: str) -> None:
        self.workbench.do(command, lambda _: self.workbench.toast_undo(words))
