"""Työpajat: what is next, and everything there is."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from fasilitaattori.desktop.library.empty import EmptyLibrary
from fasilitaattori.desktop.library.listview import WorkshopList
from fasilitaattori.desktop.library.nextcard import NextCard
from fasilitaattori.desktop.library.preparing import Preparing
from fasilitaattori.desktop.library.rows import FILTERS, HELD, STATUSES, found, in_order, narrowed, title_of, upcoming
from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.parts import PAGE_MARGIN, PageHead, Scrolled, SearchField, holder
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.choices import Chip
from fasilitaattori.kit.flow import FlowLayout, keep_height
from fasilitaattori.kit.panels import EmptyState
from fasilitaattori.workshop.summary import Summary

SEARCH_WIDTH = 310
HERE = "tyopajat"


class LibraryPage(Page):
    """The first page."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        tr, look = self.look.tr, self.look
        self._rows: list[Summary] = []
        self._filter = "all"
        self._on_show = False
        self._preparing = Preparing(workbench, self)
        self.example_button = Button(look, tr("Avaa esimerkki"), icon="book-open-text")
        self.new_button = Button(look, tr("Uusi työpaja"), "primary", icon="plus", key="Ctrl N")
        self.stop_button = Button(look, tr("Lopeta harjoitus"), icon="graduation-cap")
        self.card = NextCard(look)
        yield
        self.search = SearchField(look, tr("Etsi nimellä, paikalla tai vuodella"))
        self.list = WorkshopList(look)
        self.chips: dict[str, Chip] = {}
        self.empty = EmptyLibrary(workbench)
        self.nothing = EmptyState(look, tr("Näillä ehdoilla ei löydy työpajaa"), action=tr("Näytä kaikki"), icon="x")
        yield
        self._lay_out()
        yield
        self._connect()
        look.changed.connect(self._mend_sizes)
        self._mend_sizes()

    def _lay_out(self) -> None:
        tr, look = self.look.tr, self.look
        head = PageHead(look, tr("Työpajat"))
        head.add(self.stop_button, self.example_button, self.new_button)
        chips = QWidget()
        flow = FlowLayout(chips)
        keep_height(chips)
        group = QButtonGroup(self)
        for key in FILTERS:
            chip = self.chips[key] = Chip(look, "")
            group.addButton(chip)
            flow.addWidget(chip)
        self.chips["all"].setChecked(True)
        tools = QHBoxLayout()
        tools.setContentsMargins(0, 16, 0, 12)
        tools.setSpacing(14)
        tools.addWidget(chips, 1, Qt.AlignmentFlag.AlignVCenter)
        tools.addWidget(self.search, 0, Qt.AlignmentFlag.AlignVCenter)
        self._tools = holder(tools)
        column = self._column = QVBoxLayout()
        column.setContentsMargins(PAGE_MARGIN, 0, PAGE_MARGIN, 16)
        column.setSpacing(0)
        for part in (self.card, self._tools, self.list, self.nothing, self.empty):
            column.addWidget(part, 1 if part is self.empty else 0)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(Scrolled(holder(column)), 1)

    def _connect(self) -> None:
        bench = self.workbench
        self.new_button.clicked.connect(bench.ask_new_workshop)
        self.example_button.clicked.connect(self._open_example)
        self.stop_button.clicked.connect(bench.practice.end)
        self.empty.example_button.clicked.connect(self._open_example)
        self.empty.action_requested.connect(bench.ask_new_workshop)
        self.nothing.action_requested.connect(self._show_all)
        self.card.live_requested.connect(self._begin_next)
        self.card.plan_requested.connect(lambda: self._open_next("suunnittele"))
        self.card.rehearsal_requested.connect(self._rehearse_next)
        self.card.fix_requested.connect(self._preparing.fix)
        self._preparing.checked.connect(self.card.show_checks)
        self.list.opened.connect(self._open_row)
        self.list.menu_requested.connect(self.open_menu)
        self.search.textChanged.connect(self._filter_rows)
        for key, chip in self.chips.items():
            chip.clicked.connect(lambda _=False, key=key: self._choose(key))
        bench.library_changed.connect(self.refresh)
        bench.opened.connect(self._workshop_opened)
        bench.closed.connect(self.refresh)

    @Slot()
    def _mend_sizes(self) -> None:
        self.search.setFixedWidth(self.look.px(SEARCH_WIDTH) if self.look.text_scale < 1.5 else SEARCH_WIDTH)

    def shown(self) -> None:
        self._on_show = True
        self.refresh()

    def left(self) -> None:
        self._on_show = False
        self._preparing.close()

    def keys(self) -> list[Keys]:
        tr = self.look.tr
        rows = (("↑ ↓", tr("työpajasta toiseen")), ("Enter", tr("avaa työpaja")), ("Shift F10", tr("työpajan valikko")))
        return [Keys(tr("Työpajat"), rows)]

    # --- showing ---

    @Slot()
    def refresh(self) -> None:
        """Read the library anew and show it, when it can be seen."""
        if self.isHidden():
            return
        tr, today = self.look.tr, self.services.clock.now().date()
        self._rows = in_order(self.services.summaries(), today)
        following = upcoming(self._rows, today, tr)
        counts = {key: len(narrowed(self._rows, key, today)) for key in FILTERS}
        for key, words in FILTERS.items():
            self.chips[key].set_words(f"{tr(words)} {counts[key]}")
        self.chips["late"].setVisible(bool(counts["late"]) or self._filter == "late")
        self.empty.setVisible(not self._rows)
        self._column.setStretch(self._column.count() - 1, 1 if self._rows else 0)  # an empty library fills the page
        self._tools.setVisible(len(self._rows) > 1 or (bool(self._rows) and following is None))
        self.example_button.setVisible(bool(self._rows))
        self.stop_button.setVisible(self.workbench.is_rehearsal)
        self.card.setVisible(following is not None)
        if following is not None:
            self.card.show_workshop(following, today)
        if self._on_show:
            idle = following is not None and following.status != "running"
            self._preparing.follow(following.stream if following is not None and idle else "")
        self._filter_rows()

    @Slot(str)
    def _workshop_opened(self, page: str) -> None:
        """With another page on its way nobody looks at the library any more; it is read when it is shown again."""
        if page in ("", HERE):
            self.refresh()

    @Slot()
    def _filter_rows(self) -> None:
        tr, today = self.look.tr, self.services.clock.now().date()
        text = self.search.text()
        rows = found(narrowed(self._rows, self._filter, today), text, tr)
        sought = bool(text) or self._filter != "all"
        if not sought and self.card.isVisibleTo(self):
            following = upcoming(self._rows, today, tr)
            rows = [row for row in rows if following is None or row.stream != following.stream]
        self.list.this_year = today.year
        self.list.rows.today = today
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setVisible(bool(self._rows) and not rows and sought)

    def _choose(self, key: str) -> None:
        self._filter = key
        self._filter_rows()

    @Slot()
    def _show_all(self) -> None:
        self.search.clear()
        self.chips["all"].setChecked(True)
        self._choose("all")

    # --- doing ---

    def _row(self, stream: str) -> Summary | None:
        return next((row for row in self._rows if row.stream == stream), None)

    def _open_next(self, page: str) -> None:
        following = upcoming(self._rows, self.services.clock.now().date(), self.look.tr)
        if following is not None:
            self.workbench.open(following.stream, page)

    @Slot()
    def _begin_next(self) -> None:
        following = upcoming(self._rows, self.services.clock.now().date(), self.look.tr)
        if following is None:
            return
        to_desk = partial(self.workbench.open, following.stream, "ohjaa")
        if following.status == "running":
            to_desk()
        else:
            self.workbench.right_day.then(following.stream, following.date, to_desk)

    @Slot()
    def _rehearse_next(self) -> None:
        following = upcoming(self._rows, self.services.clock.now().date(), self.look.tr)
        if following is not None:
            self.workbench.rehearse(following.stream)

    @Slot(str)
    def _open_row(self, stream: str) -> None:
        row = self._row(stream)
        if row is not None and self._filter == "late":
            self._open_answers(stream)
        elif row is not None:
            self.workbench.open(stream, STATUSES[row.status].page if row.status in STATUSES else "suunnittele")

    def _open_answers(self, stream: str) -> None:
        self.workbench.view_wanted = "answers"
        self.workbench.open(stream, "kokoa")

    @Slot()
    def _open_example(self) -> None:
        tr = self.look.tr
        from fasilitaattori.desktop.creating import example  # these load when they are first needed
        from fasilitaattori.desktop.newworkshop import make_workshop

        draft = example(self.services.methods(), tr.language, self.services.clock.now().date().isoformat())
        if draft is None:
            self.workbench.toast(tr("Esimerkkiä ei voi avata, koska sen tiedosto on rikki. Katso Menetelmät."), "warning")
        else:
            make_workshop(self.workbench, draft)

    @Slot(str, QPoint)
    def open_menu(self, stream: str, place: QPoint) -> None:
        """The menu of a row."""
        row = self._row(stream)
        if row is None:
            return
        menu = self.menu_of(row)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def menu_of(self, row: Summary) -> QMenu:
        """What can be done with a workshop."""
        tr, look, bench = self.look.tr, self.look, self.workbench
        menu = QMenu(self)

        def add(words: str, icon: str, act: object, tone: str = "ink") -> QAction:
            action = menu.addAction(look.icon(icon, tone), words)
            action.triggered.connect(act)
            return action

        add(tr("Avaa suunnitelma"), "list-numbers", lambda: bench.open(row.stream, "suunnittele"))
        add(tr("Avaa ohjaus"), "play-circle", lambda: bench.open(row.stream, "ohjaa")).setEnabled(bool(row.rug))
        add(tr("Avaa muistio"), "note-pencil", lambda: bench.open(row.stream, "kokoa"))
        add(tr("Kerro, mitä tehtiin"), "megaphone-simple", lambda: self._open_answers(row.stream)).setEnabled(
            row.status in HELD
        )
        menu.addSeparator()
        add(tr("Kopioi uuden pohjaksi"), "copy", lambda: self._copy(row.stream))
        add(tr("Harjoittele"), "graduation-cap", lambda: bench.rehearse(row.stream)).setEnabled(bool(row.rug))
        menu.addSeparator()
        open_now = bench.session is not None and bench.session.stream == row.stream
        delete = add(tr("Poista…"), "trash", lambda: self._ask_delete(row), "puna")
        delete.setEnabled(not (open_now and bench.is_live))
        return menu

    def _copy(self, stream: str) -> None:
        words = self.look.tr("Kopio on valmis. Anna sille nimi ja päivä.")
        done = self.workbench.toast

        def copied(copy: str) -> None:
            self.workbench.open(copy, "suunnittele", lambda: done(words))

        self.services.background.run(lambda: self.services.copy_of(stream), copied, self.workbench.tell, owner=self)

    def _ask_delete(self, row: Summary) -> None:
        tr = self.look.tr
        self.workbench.ask(
            tr("Poistetaanko {title}?", title=title_of(row, tr)),
            tr("Suunnitelma, kirjaukset ja muistio poistetaan tältä koneelta lopullisesti. Tätä ei voi kumota. "
               "Jo tallennetut ja tulostetut paperit jäävät."),
            tr("Poista lopullisesti"),
            lambda: self._delete(row.stream),
            safe=tr("Älä poista"),
            danger=True,
        )  # fmt: skip

    def _delete(self, stream: str) -> None:
        bench = self.workbench
        self._preparing.close()
        if bench.session is not None and bench.session.stream == stream:
            bench.close_workshop()

        def gone(_: object) -> None:
            self.refresh()
            bench.toast(self.look.tr("Työpaja on poistettu"))

        self.services.background.run(lambda: self.services.forget(stream), gone, bench.tell, owner=self)
