"""Menetelmät: find a way to work that suits the evening, and take it into the plan."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.methods.cards import MethodGrid
from fasilitaattori.desktop.methods.choice import ORDERS, Wish, choose, counts
from fasilitaattori.desktop.methods.detail import MethodDetail
from fasilitaattori.desktop.methods.filters import Filters
from fasilitaattori.desktop.methods.forms import WordForms
from fasilitaattori.desktop.methods.own import OwnActs
from fasilitaattori.desktop.methods.taking import take_in
from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.parts import PAGE_MARGIN, PageHead, Shelf, holder, row
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.fields import Select
from fasilitaattori.kit.labels import Label
from fasilitaattori.kit.panels import EmptyState, Panel
from fasilitaattori.methods.problems import Problem

FILTER_WIDTH, DETAIL_WIDTH = 240, 350
COMPACT_UNDER = 1000  # pixels at 100 %: narrower than this, the filters open in place of the cards


class MethodsPage(Page):
    """Filters, cards, and the chosen method in full."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        tr, look = self.look.tr, self.look
        self._library = self.services.methods()
        self._methods = self._library.methods
        self.filters = Filters(look, counts(self._methods))
        yield
        self.grid = MethodGrid(look, self._methods)
        yield
        self.detail = MethodDetail(look)
        self.order = Select(look, tr("Järjestys"))
        for key, words in ORDERS.items():
            self.order.addItem(tr(words), key)
        self.filter_chip = Chip(look, tr("Rajaukset"), icon="funnel")
        self._summary = Label(look, "", "strong")
        self._beside = Label(look, "", "body", "ink2", wrap=False)
        self.none = EmptyState(look, tr("Mikään ei sovi näihin rajauksiin"), action=tr("Tyhjennä rajaukset"), icon="x")
        self.own = OwnActs(workbench, self)
        self.words = WordForms(self.services, look.tr.language, self)
        self._wished_for = ""
        yield
        yield from self._lay_out()
        self._suit_workshop()
        yield
        self._arrange()
        yield
        self._connect()
        if self.services.methods() is not self._library:
            self._renew()  # they have changed meanwhile

    def _lay_out(self) -> Iterator[None]:
        """One column after the other: what is in the window is dressed there, and all of them at once would take long."""
        tr, look = self.look.tr, self.look
        top = self._top = QGridLayout()
        top.setContentsMargins(6, 0, 6, 0)
        top.setColumnStretch(1, 1)
        self.order.setProperty("small", True)
        cards = QVBoxLayout()
        cards.setContentsMargins(0, 0, 0, 0)
        cards.setSpacing(8)
        self._nothing = holder(row(self.none, margins=(6, 6, 6, 0)))  # as wide as the cards, which keep room for their ring
        cards.addWidget(self._nothing)
        cards.addWidget(self.grid, 1)
        for problem in self._library.problems:
            cards.addLayout(row(self._problem(problem), margins=(6, 0, 6, 6)))
        self.shelf = Shelf(holder(cards))
        yield
        head = PageHead(look, tr("Menetelmät"))
        head.add(self._beside)
        middle = QVBoxLayout()
        middle.setSpacing(4)
        middle.addLayout(top)
        self._middle = middle
        self._columns = QHBoxLayout()
        self._columns.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 16)
        self._columns.setSpacing(10)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addLayout(self._columns, 1)
        self._columns.addWidget(self.filters)
        self._columns.addLayout(middle, 1)
        yield
        middle.addWidget(self.shelf, 1)
        yield
        self._columns.addWidget(self.detail)
        yield

    def _connect(self) -> None:
        self.filters.wished.connect(self._show_found)
        self.order.currentIndexChanged.connect(self._order_chosen)
        self.grid.chosen.connect(self.choose)
        self.detail.add_requested.connect(self._add)
        self.detail.guide_requested.connect(self.own.ask_for_guide)
        self.detail.rename_requested.connect(self.own.ask_to_rename)
        self.detail.share_requested.connect(self.own.ask_to_share)
        self.detail.removal_requested.connect(self.own.remove)
        self.filters.import_button.clicked.connect(self.own.ask_to_take_in)
        self.workbench.methods_changed.connect(self._renew)
        self.words.came.connect(lambda: self._show_found(self.filters.wish()))
        self.none.action_requested.connect(self.filters.clear)
        self.filter_chip.toggled.connect(self._arrange)
        self.look.changed.connect(self._arrange)

    def _problem(self, problem: Problem) -> QWidget:
        tr, look = self.look.tr, self.look
        panel = Panel(look, surface="dashed")
        panel.body.addWidget(Label(look, problem.text(tr), "dense", icon="warning", icon_tone="savi"))
        button = Button(look, tr("Avaa kansio"), size="small", icon="folder-open")
        button.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(problem.path.parent))))
        panel.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    # --- showing ---

    def shown(self) -> None:
        self._mend_target()
        self._suit_workshop()

    def _suit_workshop(self) -> None:
        """What suits the open workshop, asked for once."""
        session = self.workbench.session
        stream = session.stream if session is not None else ""
        if stream and stream != self._wished_for:
            info = self.workbench.state.info
            minutes = info.minutes_at_hand or 0
            self.filters.set_wish(Wish(minutes=minutes - minutes % 10, people=info.expected))
        self._wished_for = stream
        if not self.detail.method_id:
            self._show_found(self.filters.wish())

    def _mend_target(self) -> None:
        tr, session = self.look.tr, self.workbench.session
        if session is None:
            self._beside.set_text("")
            self.detail.set_target("", tr("Uusi työpaja tästä"))
            return
        title = session.state.info.title or tr("Nimetön työpaja")
        lead = tr("Valittu menetelmä lisätään työpajaan {title}", title="").rstrip() + " "
        self._beside.set_parts([(lead, False, ""), (title, True, "ink")])
        before = session.state.plan.get(self.workbench.insert_before)
        where = tr("Vaiheet tulevat ennen vaihetta {title}.", title=before.title) if before else ""
        self.detail.set_target(where, tr("Lisää suunnitelmaan"))
        self._arrange()  # other words, another width

    @Slot(object)
    def _show_found(self, wish: Wish, again: bool = False) -> None:
        tr = self.look.tr
        if wish.text:
            self.words.want()
        found = choose(self._methods, wish, tr.language, self.words.forms)
        self.grid.show_methods(found.methods)
        self._nothing.setVisible(found.closest_only)
        self.none.heading.set_text(
            tr("Mikään menetelmä ei vastaa hakua") if wish.text else tr("Mikään ei sovi näihin rajauksiin")
        )
        if found.closest_only:
            self._summary.set_text(tr("Lähimpänä nämä"))
        elif wish.narrows:
            self._summary.set_text(tr.n("{n} menetelmä sopii", "{n} menetelmää sopii", found.suitable))
        else:
            self._summary.set_text(tr.n("{n} menetelmä", "{n} menetelmää", found.suitable))
        shown = [method.id for method, _ in found.methods]
        if shown and (again or self.detail.method_id not in shown):
            self.choose(shown[0])

    @Slot()
    def _renew(self) -> None:
        """The user's own methods changed: a new or renamed one is shown in full."""
        before = {method.id: method for method in self._methods}
        self._library = self.services.methods()
        self._methods = self._library.methods
        self.grid.set_methods(self._methods)
        self.filters.set_counts(counts(self._methods))
        new = next((method.id for method in self._methods if before.get(method.id) != method), "")
        gone = self._library.method(self.detail.method_id) is None
        self._show_found(self.filters.wish(), again=gone)
        if new:
            self.choose(new)

    @Slot()
    def _order_chosen(self) -> None:
        self.filters.set_order(str(self.order.currentData()))

    @Slot(str)
    def choose(self, method_id: str) -> None:
        """Show one method in full."""
        method = self._library.method(method_id)
        if method is not None:
            self.grid.select(method_id)
            self.detail.show_method(method, self._minutes_at_hand())

    def _minutes_at_hand(self) -> int:
        """Minutes a method could take: those of the evening that are still free in the plan, else what is wished."""
        session = self.workbench.session
        if session is None:
            return self.filters.wish().minutes
        at_hand = session.state.info.minutes_at_hand or 0
        free = at_hand - sum(step.minutes for step in session.state.plan.steps())
        return max(0, free) if at_hand else 0

    # --- doing ---

    @Slot(str, int)
    def _add(self, method_id: str, minutes: int) -> None:
        method = self._library.method(method_id)
        if method is None:
            return
        if self.workbench.session is None:
            self.workbench.ask_workshop_from(method_id)
            return
        before = self.workbench.insert_before or None
        self.workbench.insert_before = ""
        take_in(self.workbench, method, minutes, before, lambda: self.workbench.go("suunnittele"))

    # --- room ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        px, room = self.look.px, max(self.width(), 600) - 2 * PAGE_MARGIN
        compact = room < px(COMPACT_UNDER)
        for widget in (self.filter_chip, self._summary, self.order):
            self._top.removeWidget(widget)
        self._top.addWidget(self.filter_chip, 0, 0)
        self.filter_chip.setVisible(compact)
        self._top.addWidget(self.order, 0, 2, Qt.AlignmentFlag.AlignRight)
        row, column, columns = (1, 0, 3) if compact else (0, 1, 1)
        self._top.addWidget(self._summary, row, column, 1, columns, Qt.AlignmentFlag.AlignVCenter)
        opened = compact and self.filter_chip.isChecked()
        self.filters.setVisible(not compact or opened)
        self.shelf.setVisible(not opened)
        self.filters.setFixedWidth(min(max(px(FILTER_WIDTH), self.filters.minimumSizeHint().width()), room // 2))
        self.detail.setFixedWidth(max(min(px(DETAIL_WIDTH), room // 2), self.detail.minimumSizeHint().width()))

    def keys(self) -> list[Keys]:
        tr = self.look.tr
        rows = (("← → ↑ ↓", tr("menetelmästä toiseen")), ("Enter", tr("valitse menetelmä")))
        return [Keys(tr("Menetelmät"), rows)]
