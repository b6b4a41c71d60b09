"""The idea wall on the live desk: notes are checked, grouped, merged, raised and hidden, by mouse or by letters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.kit.background import Background
from fasilitaattori.kit.bridge import Session
from fasilitaattori.kit.console import ALL, Console
from fasilitaattori.kit.look import Look
from fasilitaattori.kit.panels import EmptyState
from fasilitaattori.tools.ideas.console.action_bar import ActionBar
from fasilitaattori.tools.ideas.console.acts import NoteActs
from fasilitaattori.tools.ideas.console.dialogs import NoteDialog, ThemeDialog
from fasilitaattori.tools.ideas.console.help_row import HelpRow
from fasilitaattori.tools.ideas.console.helping import HELP_KEYS, Helping
from fasilitaattori.tools.ideas.console.items import HIDDEN, WAITING, Board, BoardMaker
from fasilitaattori.tools.ideas.console.menus import fill_themes, new_menu, note_menu, theme_menu
from fasilitaattori.tools.ideas.console.paper_row import PaperRow
from fasilitaattori.tools.ideas.console.side import WallSide
from fasilitaattori.tools.ideas.console.top_row import TopRow
from fasilitaattori.tools.ideas.console.wall import Wall
from fasilitaattori.tools.ideas.model import rules
from fasilitaattori.workshop import running
from fasilitaattori.workshop.agenda import Step
from fasilitaattori.workshop.paper import PAPER


class IdeasConsole(Console):
    """Letters act on the picked notes, or on the one with the focus."""

    WIDE = True

    def __init__(self, look: Look, session: Session, step: Step, parent: QWidget | None = None) -> None:
        super().__init__(look, session, step, parent)
        self._search = ""
        self._maker = BoardMaker()
        self._board: Board | None = None
        self.side = WallSide(look)
        self.top = TopRow(look)
        self.paper = PaperRow(look, self.settings.max_length)
        self.paper.hide()
        self.wall = Wall(look, session.state.info.language)
        tr = look.tr
        self.nothing = EmptyState(
            look, tr("Ei vielä lappuja"), tr("Laput tulevat tähän, kun joku lähettää idean."), tr("Lisää lappu itse"), "plus"
        )
        self.acts = NoteActs(self, self.wall)
        self.bar = ActionBar(look)
        self.bar.hide()
        self.help = HelpRow(look)
        self.help.hide()
        self.helping = Helping(self, self.wall, self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        for widget in (self.top, self.paper, self.wall, self.nothing, self.help, self.bar):
            column.addWidget(widget, 1 if widget in (self.wall, self.nothing) else 0)
        self._connect()

    def _connect(self) -> None:
        wall, bar, side, top = self.wall, self.bar, self.side, self.top
        side.approval_changed.connect(self._set_approval)
        side.phones_changed.connect(self._set_phones)
        side.paper_requested.connect(self.add_by_hand)
        side.pile_requested.connect(self.papers_requested)
        self.nothing.action_requested.connect(self.add_by_hand)
        self.paper.added.connect(self._add)
        self.paper.left.connect(self._leave_paper)
        top.searched.connect(self._set_search)
        top.theme_requested.connect(self._ask_theme)
        top.undo_requested.connect(self.undo_requested)
        top.hidden_toggled.connect(self._show_hidden)
        wall.picked_changed.connect(self._show_bar)
        wall.key_pressed.connect(self.press)
        wall.dropped.connect(self._dropped)
        wall.menu_requested.connect(self._open_menu)
        wall.theme_menu_requested.connect(self._open_theme_menu)
        wall.theme_requested.connect(self._ask_theme)
        wall.edit_requested.connect(self._edit)
        wall.acted.connect(self.acts.act)
        wall.all_requested.connect(self._show_all)
        bar.key_pressed.connect(self.press)
        bar.move_requested.connect(self._open_move_menu)
        bar.split_requested.connect(self.acts.split_picked)
        bar.left.connect(wall.unpick)
        self.acts.edit_requested.connect(self._edit)
        wall.current_changed.connect(self.helping.refresh)
        self.helping.move_requested.connect(self.acts.move)
        self.helping.ordered.connect(self._set_order)
        top.order_toggled.connect(self.helping.set_ordered)

    # --- what the desk asks and tells ---

    def begin(self) -> Iterator[None]:
        """A wall may be long: its notes are gone through, its columns made and all of it shown, one after the other."""
        board = self._make_board()
        yield
        for _ in self.wall.make_columns(board, self.mine.themes, self.settings.approval):
            yield
        self.refresh(ALL)

    def work_in(self, background: Background) -> None:
        self.helping.work_in(background)
        self.top.order_button.setVisible(self.helping.helper.works)

    def room_part(self) -> QWidget | None:
        return self.side

    def add_by_hand(self) -> bool:
        self.paper.open_field()
        return True

    def half_said(self) -> str:
        return self.paper.half_typed()

    def say_on(self, text: str) -> None:
        self.paper.field.setText(text)

    def phone_words(self) -> str:
        return self.look.tr("kirjoita idea") if self.state.run.is_open(self.step_id) else ""

    def set_low(self, low: bool) -> None:
        self.side.set_low(low)

    # --- showing ---

    def refresh(self, touched: AbstractSet[str]) -> None:
        wall, settings = self.mine, self.settings
        made = self._board = self._make_board()
        self.wall.show_board(made, wall.themes, settings.approval)
        self.top.show_counts(made)
        phones = self.phones()
        self.side.show_side(settings.approval, self.state.run.is_open(self.step_id), len(made.senders & phones), len(phones))
        self.paper.show_themes(wall.themes)
        none = not (made.on_wall or made.waiting or made.hidden or wall.themes)
        self.nothing.setVisible(none)
        self.wall.setVisible(not none)
        self._show_bar()
        self.parts_changed.emit()

    def _make_board(self) -> Board:
        people = tuple(person.name for person in self.state.people.present() if person.name)
        return self._maker.make(self.mine, people, self.now_ms, self._search, self.look.tr)

    def tick(self, now_ms: int) -> None:
        if self._maker.has_expired(now_ms):
            self.refresh(ALL)

    @Slot()
    def _show_bar(self) -> None:
        picked = self.wall.picked()
        ideas = [self.mine.ideas[i] for i in picked if i in self.mine.ideas]
        self.bar.setVisible(bool(ideas))
        if ideas:
            self.bar.show_picked(
                len(ideas),
                len(self.mine.themes),
                waiting=any(idea.waiting for idea in ideas),
                hidden=any(idea.hidden for idea in ideas),
                merged=bool(ideas[0].merged),
                raised=self.mine.raised == ideas[0].id,
            )
        self.helping.refresh()

    # --- acts ---

    @Slot(str)
    def press(self, letter: str) -> None:
        """What a letter does to the chosen notes."""
        ids = self.wall.chosen()
        if ids and letter in HELP_KEYS:
            self.helping.press(letter)
        elif ids:
            self.acts.press(ids, letter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.wall.picked():
            self.wall.unpick()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _show_all(self) -> None:
        self.acts.show_all(self._board.columns[WAITING] if self._board is not None else [])

    @Slot(object, str)
    def _dropped(self, ids: list[str], key: str) -> None:
        if key not in (WAITING, HIDDEN):
            self.acts.move(ids, key)

    @Slot(str)
    def _edit(self, idea_id: str) -> None:
        idea = self.mine.ideas.get(idea_id)
        if idea is not None:
            dialog = NoteDialog(self.look, idea, self.window())
            dialog.saved.connect(self._save)
            dialog.open()

    @Slot(str, str)
    def _save(self, idea_id: str, text: str) -> None:
        self.do(rules.correct(self.step_id, idea_id, text))

    @Slot(str, str)
    def _add(self, text: str, theme: str) -> None:
        self.do(rules.add(self.step_id, text, theme, source=PAPER), lambda _: self.paper.taken(text), self._not_added)

    def _not_added(self, error: FasilitaattoriError) -> None:
        self.paper.refused()
        self.session.refused.emit(error)

    @Slot()
    def _leave_paper(self) -> None:
        self.paper.hide()
        if not self.wall.go_first():
            self.side.paper_button.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(bool)
    def _set_approval(self, approval: bool) -> None:
        self.do(rules.set_approval(self.step_id, approval))

    @Slot(bool)
    def _set_phones(self, on: bool) -> None:
        self.do(running.open_step(self.step_id) if on else running.close_step(self.step_id))

    @Slot(str)
    def _set_search(self, words: str) -> None:
        self._search = words
        self.refresh(ALL)

    @Slot(object)
    def _set_order(self, ids: list[str]) -> None:
        self._maker.order = {idea: place for place, idea in enumerate(ids)}
        self.refresh(ALL)

    @Slot(bool)
    def _show_hidden(self, on: bool) -> None:
        self.wall.hidden_shown = on
        self.refresh(ALL)

    # --- themes and menus ---

    @Slot()
    def _ask_theme(self) -> None:
        """A new theme; the picked notes go into it, and it may be called by the word they share."""
        picked = self.wall.picked()
        self._name_theme("", self.helping.name_for(picked), picked)

    def _name_theme(self, theme: str, name: str, ids: Sequence[str] = ()) -> None:
        dialog = ThemeDialog(self.look, theme, name, self.window())
        dialog.named.connect(lambda theme, name: self._named(theme, name, ids))
        dialog.open()

    def _named(self, theme: str, name: str, ids: Sequence[str] = ()) -> None:
        if theme:
            self.do(rules.rename_theme(self.step_id, theme, name))
        else:
            self.acts.make_theme(name, ids)

    @Slot(str)
    def _open_theme_menu(self, key: str) -> None:
        theme, column = self.mine.by_theme_id.get(key), self.wall.column(key)
        if theme is None or column is None:
            return
        done = self.look.tr("Teema poistettu. Laput jäivät seinälle.")
        command = rules.remove_theme(self.step_id, key)
        menu = theme_menu(
            self,
            self.look,
            lambda: self._name_theme(key, theme.name),
            lambda: self.do(command, lambda _: self.told.emit(done, True)),
        )
        menu.popup(column.menu.mapToGlobal(column.menu.rect().bottomLeft()))

    @Slot()
    def _open_move_menu(self) -> None:
        menu, ids, button = new_menu(self), self.wall.picked(), self.bar.move_button
        fill_themes(menu, self.look, self.mine.themes, lambda key: self.acts.move(ids, key))
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    @Slot(str, QPoint)
    def _open_menu(self, idea_id: str, place: QPoint) -> None:
        """For one note, or the picked ones when it is among them."""
        idea = self.mine.ideas.get(idea_id)
        if idea is None:
            return
        picked = self.wall.picked()
        ids = picked if idea_id in picked else [idea_id]
        menu = note_menu(
            self,
            self.look,
            idea,
            ids,
            self.mine.themes,
            lambda letter: self.acts.press(ids, letter),
            lambda: self.acts.split(idea_id),
            lambda key: self.acts.move(ids, key),
        )
        menu.popup(place)
