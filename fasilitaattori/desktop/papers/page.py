"""Tulosteet: every paper there is on a card, the chosen one large beside them; what is checked is saved or printed together."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from fasilitaattori.desktop.page import Keys, Page
from fasilitaattori.desktop.papers.cards import PaperCards
from fasilitaattori.desktop.papers.kinds import KINDS, POSTER, Kind, name_of
from fasilitaattori.desktop.papers.options import Options
from fasilitaattori.desktop.papers.printing import Printing, Sheets
from fasilitaattori.desktop.papers.saving import Saver
from fasilitaattori.desktop.papers.sheetview import Pictures
from fasilitaattori.desktop.papers.shelf import Shelf, given_words, poster_note, poster_warning, warning_in_short
from fasilitaattori.desktop.papers.together import Together
from fasilitaattori.desktop.parts import PAGE_MARGIN, PageHead, Scrolled
from fasilitaattori.kit.buttons import Button
from fasilitaattori.workshop.info import parse_date

BESIDE = 720  # least width of the page at 100 % that has room for the large page beside the cards
OPTIONS_WIDTH, NARROW_OPTIONS = 384, 330
WIDE, OPTIONS_SHARE = 1040, 0.3  # from that width on the large page has so much of it
BESIDE_GAP = 18
ABOUT_LEAST = 150  # pixels at 100 %: less of the workshop's name says nothing
STACKED_HEIGHT = 560  # of the large page when it stands under the cards


class PapersPage(Page):
    """The papers of the open workshop."""

    def build(self) -> Iterator[None]:
        workbench = self.workbench
        look, tr = self.look, self.look.tr
        self.shelf = Shelf(workbench, self)
        self.saver = Saver(workbench, self)
        self.printing = Printing(workbench, self)
        self.together = Together(workbench, self.shelf, self)
        self._has_printer = False
        self._lacks_printer = False  # and not only unknown yet
        self._busy = self._about = ""
        self._chosen = self._first()
        self._shown: list[Kind] = []
        self._low = False
        self._cards = PaperCards(look)
        yield from self._cards.build()
        self.cards = self._cards.by_key
        self.options = Options(look)
        yield
        self.head = PageHead(look, tr("Tulosteet"), " ")
        self.stop_button = Button(look, tr("Keskeytä"), "quiet", icon="x")
        self.save_button = Button(look, tr("Tallenna kansioon"), icon="folder-open")
        self.print_button = Button(look, "", "primary", icon="printer")
        self.head.add(*self._buttons())
        self.stop_button.hide()
        yield from self._lay_out()
        self._arrange()
        yield
        self._connect()
        self._show_all()

    def _buttons(self) -> tuple[Button, ...]:
        all_at_once = (self.together.look_button, self.together.send_button)
        return (self.stop_button, *all_at_once, self.save_button, self.print_button)

    def _lay_out(self) -> Iterator[None]:
        """One part after the other: what is in the window is dressed there, and all of them at once would take long."""
        both = QHBoxLayout()
        both.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addLayout(both, 1)
        yield
        inner = QWidget()
        self._box = QVBoxLayout(inner)
        self._box.setSpacing(BESIDE_GAP)
        self._box.addWidget(self._cards, 1)
        both.addWidget(Scrolled(inner), 1)
        yield
        chosen = QWidget()
        self._beside = QVBoxLayout(chosen)
        self._side = Scrolled(chosen)
        both.addWidget(self._side)
        yield

    def _connect(self) -> None:
        """Every wire between the parts of the page."""
        session = self.workbench.open_session
        session.changed.connect(self._changed)
        self.shelf.drawn.connect(self._show_paper)
        self.shelf.poster_known.connect(self._show_poster)
        self.options.redraw_requested.connect(self.shelf.draw)
        self.options.changed.connect(self._show_paper)
        self.options.fix_requested.connect(self.workbench.go)
        self.save_button.clicked.connect(self.save)
        self.print_button.clicked.connect(self.print_out)
        self.stop_button.clicked.connect(self.printing.cancel)
        self.stop_button.clicked.connect(self.together.sender_of_papers.cancel)
        self.stop_button.clicked.connect(self.saver.cancel)
        self.together.sender_of_papers.busy_changed.connect(self._show_busy)
        self.printing.printers_known.connect(self._know_printers)
        self.printing.busy_changed.connect(self._show_busy)
        self.saver.busy_changed.connect(self._show_busy)
        self.look.changed.connect(self._arrange)
        self._cards.chosen.connect(lambda key: self.choose(self.cards[key].kind))
        self._cards.checked.connect(self._check)
        for keys, act in (("Ctrl+S", self.save_button.click), ("Ctrl+P", self.print_button.click)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # --- what the window tells ---

    def shown(self) -> None:
        """In view: the papers as they stand now, and which printers there are now."""
        self._show_all()
        self.shelf.wake()
        wanted, self.workbench.paper_wanted = self.workbench.paper_wanted, ""
        if wanted:
            self.choose(self.cards[wanted].kind)
        self.printing.look_around()

    def left(self) -> None:
        """Out of view."""
        self.shelf.sleep()

    def set_compact(self, low: bool, narrow: bool) -> None:
        """The room for the page changed."""
        self._low = low
        self._arrange()

    def keys(self) -> list[Keys]:
        """For F1."""
        tr = self.look.tr
        rows = [("Ctrl S", tr("Tallenna kansioon"))]
        if self._has_printer:
            rows.append(("Ctrl P", tr("Tulosta")))
        rows += [("Enter", tr("Näytä tuloste")), ("PgUp / PgDn", tr("Esikatselun sivu"))]
        return [Keys(tr("Tulosteet"), tuple(rows))]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The large page beside the cards, or under them where there is no room for that."""
        px, width = self.look.px, self.width()
        beside = width >= px(BESIDE)
        options = px(NARROW_OPTIONS if width < px(WIDE) else OPTIONS_WIDTH)
        options = max(options, round(width * OPTIONS_SHARE) if width >= px(WIDE) else 0)
        room = width - 2 * PAGE_MARGIN - (options + BESIDE_GAP if beside else 0)
        self._shown = self.shelf.kinds()
        self._cards.arrange(self._shown, room)
        self._place_options(options if beside else 0)
        self._show_beside()

    def _place_options(self, width: int) -> None:
        """The large page so wide beside the cards, where it stays while they scroll; 0 = under them."""
        foot = 10 if self._low else 16
        self._box.setContentsMargins(PAGE_MARGIN, 6, BESIDE_GAP if width else PAGE_MARGIN, foot)
        self._beside.setContentsMargins(0, 6, PAGE_MARGIN, foot)
        (self._beside if width else self._box).addWidget(self.options)
        self._side.setVisible(bool(width))
        self._side.setFixedWidth(width + PAGE_MARGIN)
        self.options.setMinimumHeight(0 if width else self.look.px(STACKED_HEIGHT))

    # --- showing ---

    @Slot()
    def _changed(self) -> None:
        if self.on_show:
            self._show_all()

    def _first(self) -> Kind:
        """What is shown large before anybody has chosen: after the evening its minutes."""
        kinds = self.shelf.kinds()
        return next((kind for kind in kinds if self.shelf.choices[kind.key].checked), kinds[0])

    def _show_all(self) -> None:
        tr, state = self.look.tr, self.workbench.state
        day, count = parse_date(state.info.date), state.people.count()
        parts = [state.info.title, tr.date(day) if day else "", tr.n("{n} henkilö", "{n} henkilöä", count) if count else ""]
        self._about = " · ".join(part for part in parts if part)
        self._show_beside()
        if self._shown != self.shelf.kinds():  # the programme has changed
            self._arrange()
            self.shelf.refresh()
            if self._chosen not in self._shown:
                self.choose(self._first())
        for kind in KINDS:
            self._show_card(kind.key)
        self._cards.even_out()
        self._show_buttons()

    @Slot(str)
    def _show_paper(self, key: str) -> None:
        self._show_card(key)
        self._cards.even_out()
        self._show_buttons()

    def _show_card(self, key: str) -> None:
        state, tr, shelf = self.workbench.state, self.look.tr, self.shelf
        card = self.cards[key]
        name = tr(name_of(card.kind, state))
        pages, reason = shelf.pages.get(key, Pictures(())), shelf.reasons.get(key, "")
        card.show_paper(name, shelf.choices[key], pages, reason)
        if key == POSTER:
            self._show_poster()
        else:
            card.show_lacking(shelf.unprintable(card.kind))
        card.show_given(given_words(state.closing.papers, key, tr))
        card.set_selected(key == self._chosen.key)
        if key == self._chosen.key:
            self.options.show_paper(card.kind, name, shelf.choices[key], pages, reason)
            self._show_note()

    @Slot()
    def _show_poster(self) -> None:
        given, facts, tr = self.workbench.state.closing.papers, self.shelf.poster, self.look.tr
        warning = poster_warning(facts, given, tr)
        short = warning_in_short(facts, tr) if facts is not None and warning else ""
        if warning:
            self.cards[POSTER].show_warning(short, warning)
        else:
            self.cards[POSTER].show_lacking(self.shelf.unprintable(self.cards[POSTER].kind))
        self._cards.even_out()
        self._show_note()

    def _show_note(self) -> None:
        """What is good to know of the paper on show, and the page on which it can be mended."""
        tr, kind = self.look.tr, self._chosen
        if kind.key in self.shelf.reasons:
            self.options.show_note("", "suunnittele", tr("Avaa suunnitelma"))
        elif kind.key == POSTER:
            given = self.workbench.state.closing.papers
            warning = poster_warning(self.shelf.poster, given, tr)
            note, unprintable = poster_note(self.shelf.poster, tr), self.shelf.unprintable(kind)
            fix = "verkko" if warning or (note and not unprintable) else ""
            self.options.show_note(warning or unprintable or note, fix, tr("Avaa verkko"), bool(warning or unprintable))
        elif unprintable := self.shelf.unprintable(kind):
            self.options.show_note(unprintable, "", "", True)
        else:
            lacking = tr("Tulostinta ei löytynyt. Tallenna kansioon ja tulosta muualla.") if self._lacks_printer else ""
            self.options.show_note(lacking, "", "")

    def _show_buttons(self) -> None:
        tr, count = self.look.tr, len(self.shelf.checked())
        self.print_button.setVisible(self._has_printer)
        self.print_button.set_words(tr.n("Tulosta {n} valittu", "Tulosta {n} valittua", count) if count else tr("Tulosta"))
        self.save_button.set_role("secondary" if self._has_printer else "primary")
        for button in (self.print_button, self.save_button):
            button.setEnabled(count > 0)
            button.set_hint("" if count else tr("Valitse ensin tuloste"))

    def _show_beside(self) -> None:
        self.head.beside.set_icon("hourglass-medium" if self._busy else "")
        self.head.beside.set_text(self._busy or self._about)
        self.head.title.setMinimumWidth(self.head.title.sizeHint().width())
        buttons = sum(b.sizeHint().width() + 14 for b in self._buttons() if not b.isHidden())
        room = self.width() - 2 * PAGE_MARGIN - self.head.title.sizeHint().width() - buttons
        self.head.beside.setVisible(bool(self._busy) or room > self.look.px(ABOUT_LEAST))

    @Slot(str)
    def _show_busy(self, words: str) -> None:
        self._busy = words
        self.stop_button.setVisible(bool(words))
        self._show_beside()

    @Slot(bool)
    def _know_printers(self, there_are: bool) -> None:
        self._has_printer, self._lacks_printer = there_are, not there_are
        self.options.set_printing(there_are)
        self._show_buttons()
        self._show_note()

    # --- acting ---

    def choose(self, kind: Kind) -> None:
        """Show a paper large."""
        before, self._chosen = self._chosen, kind
        self._show_paper(before.key)
        self._show_paper(kind.key)

    @Slot(str, bool)
    def _check(self, key: str, on: bool) -> None:
        self.shelf.choices[key].checked = on
        self.choose(self.cards[key].kind)

    @Slot()
    def save(self) -> None:
        """Save what is checked into a folder."""
        self.saver.save_all(self.together.checked())

    @Slot()
    def print_out(self) -> None:
        """Print what is checked."""
        choices = self.shelf.choices
        self.printing.print_out(
            [Sheets(choices[kind.key].wish(kind), choices[kind.key].copies) for kind in self.shelf.checked()]
        )
