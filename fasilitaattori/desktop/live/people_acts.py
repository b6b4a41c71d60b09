"""What the facilitator may do with a participant: silence the phone, take it out, let it back, erase what is known."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from fasilitaattori.desktop.live.people_lines import Line
from fasilitaattori.desktop.workbench import Workbench
from fasilitaattori.i18n import Translator
from fasilitaattori.kit.dialog import Dialog
from fasilitaattori.log.backup import backups
from fasilitaattori.workshop import moderation, naming, people
from fasilitaattori.workshop.closing import Paper
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.state import Workshop

MOST_LISTED = 6
LONGEST = 60  # letters of an entry that are told


class PeopleActs(QObject):
    """Everything acts on a line of the list, and is told with the way to take it back. `rename_requested(number)`."""

    rename_requested = Signal(int)

    def __init__(self, workbench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self._workbench, self._host = workbench, parent

    def make_menu(self, line: Line) -> QMenu:
        """What may be done with this participant; the keys that do the same are told."""
        look, tr, menu = self._workbench.look, self._workbench.tr, QMenu(self._host)

        def add(icon: str, words: str, act: Callable[[], object], key: str = "") -> None:
            menu.addAction(look.icon(icon), f"{words}\t{key}" if key else words, act)

        if line.removed:
            add("user-plus", tr("Päästä takaisin"), lambda: self.restore(line), "P")
        elif line.by_phone:
            words = tr("Poista hiljennys") if line.muted else tr("Hiljennä")
            add("speaker-high" if line.muted else "speaker-slash", words, lambda: self.mute(line), "H")
            add("x", tr("Poista puhelin…"), lambda: self.ask_remove(line), "Delete")
        if not line.removed:
            menu.addSeparator()
            add("pencil-simple", tr("Muuta nimeä"), lambda: self.rename_requested.emit(line.number), "F2")
        menu.addSeparator()
        add("trash", tr("Poista tiedot…"), lambda: self.ask_erase(line))
        return menu

    def press(self, act: str, line: Line) -> None:
        """What a key does: "mute", "remove" or "restore". Keys that do not suit the line do nothing."""
        if line.removed and act == "restore":
            self.restore(line)
        elif line.by_phone and not line.removed:
            if act == "mute":
                self.mute(line)
            elif act == "remove":
                self.ask_remove(line)

    def _do(self, command: Command, told: str) -> None:
        self._workbench.do(command, lambda _: self._workbench.toast_undo(told))

    def mute(self, line: Line) -> None:
        """Silence the phone, or let it be heard again."""
        tr = self._workbench.tr
        told = tr("Hiljennys poistettu: {name}", name=line.name) if line.muted else tr("Hiljennetty: {name}", name=line.name)
        self._do(moderation.mute(line.number, not line.muted), told)

    def restore(self, line: Line) -> None:
        """Let a removed phone back."""
        told = self._workbench.tr("Päästetty takaisin: {name}", name=line.name)
        self._do(moderation.restore_person(line.number), told)

    def ask_remove(self, line: Line) -> None:
        """Take the phone out, once it is said what becomes of what it has pending."""
        tr = self._workbench.tr
        told = tr("Puhelin poistettu: {name}", name=line.name)
        self._ask(
            tr("Poistetaanko puhelin: {name}?", name=line.name),
            remove_text(tr),
            tr("Poista puhelin"),
            tr("Pidä mukana"),
            lambda: self._do(moderation.remove_person(line.number), told),
        )

    def ask_erase(self, line: Line) -> None:
        """Blank what is known of somebody, once it is said what that cannot reach."""
        tr, state = self._workbench.tr, self._workbench.state
        copies = backups(self._workbench.services.data_dir)
        told = tr("Tiedot poistettiin levyltä pysyvästi")
        self._ask(
            tr("Poistetaanko tiedot: {name}?", name=line.name),
            erase_text(tr, state.closing.papers, copies, mentions(state, line.number)),
            tr("Poista pysyvästi"),
            tr("Säilytä"),
            lambda: self._workbench.do(people.erase_person(line.number), lambda _: self._workbench.toast(told)),
        )

    def _ask(self, words: str, text: str, verb: str, safe: str, on_yes: Callable[[], object]) -> None:
        dialog = Dialog(self._workbench.look, words, text, verb, safe, "delete", width=560, parent=self._host)
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(on_yes)
        dialog.open()


def _short(text: str) -> str:
    """The beginning of an entry, on one line."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def set_door(workbench: Workbench, value: bool) -> None:
    """Let new phones in, or not; it is told with the way to take it back."""
    told = open_text(workbench.tr) if value else closed_text(workbench.tr)
    workbench.do(moderation.set_door(value), lambda _: workbench.toast_undo(told))


def open_text(tr: Translator) -> str:
    """What it means that the door is open."""
    return tr("Liittyminen on auki: uusi puhelin pääsee mukaan.")


def closed_text(tr: Translator) -> str:
    """What it means that the door is closed."""
    return tr("Liittyminen on suljettu: mukana olevat jatkavat, uudet eivät pääse.")


def remove_text(tr: Translator) -> str:
    """What becomes of what a removed phone has pending."""
    lines = [
        tr("Puhelin ei pääse enää mukaan, ja sen sivulla lukee, että ohjaaja on poistanut sen."),
        tr("• Tarkistusta odottavat laput piilotetaan. Seinällä olevat jäävät: piilota ne itse, jos on tarpeen."),
        tr("• Paikka puheenvuorojonossa poistuu."),
        tr("• Ääni tai vastaus auki olevassa äänestyksessä tai kyselyssä poistuu."),
        tr("Poistamisen voi perua. Äänestää pitää silloin uudelleen."),
    ]
    return "\n".join(lines)


def mentions(state: Workshop, number: int) -> list[str]:
    """Everything written down that has this participant's name in it."""
    person = state.people.get(number)
    return naming.mentions(state, person.name) if person is not None else []


def erase_text(tr: Translator, papers: Sequence[Paper], copies: Sequence[Path], entries: Sequence[str] = ()) -> str:
    """What erasing does, in which entries of the record too, and what it cannot reach: papers given out and backups made
    before."""
    lines = [
        tr("Nimi ja yhteystiedot poistetaan levyltä. Lähetetyt ideat ja vastaukset jäävät nimettöminä. Tätä ei voi perua.")
    ]
    if entries:
        lines.append(tr("Näissä kirjauksissa nimen tilalle tulee sana osallistuja:"))
        lines += [f"• {_short(text)}" for text in entries[:MOST_LISTED]]
        if len(entries) > MOST_LISTED:
            lines.append(tr("• ja {n} muussa", n=len(entries) - MOST_LISTED))
    if papers:
        lines.append(tr("Näissä jo annetuissa papereissa nimi voi yhä olla:"))
        for paper in papers[-MOST_LISTED:]:
            day = datetime.fromisoformat(paper.at)
            lines.append(tr("• {place} ({date} klo {time})", place=paper.place, date=tr.date(day), time=tr.time(day)))
    if copies:
        lines.append(tr("Näissä varmuuskopioissa nimi on yhä:"))
        lines += [f"• {copy.name}" for copy in copies[:MOST_LISTED]]
        if len(copies) > MOST_LISTED:
            lines.append(tr("• ja {n} muussa", n=len(copies) - MOST_LISTED))
    return "\n".join(lines)
