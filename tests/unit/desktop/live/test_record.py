"""Writing into the record from anywhere."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.live.entry_dialog import EntryDialog
from fasilitaattori.desktop.live.page import LivePage
from fasilitaattori.workshop import floor, record
from tests.unit.desktop.live.live import Live

Key = Qt.Key


def test_enter_adds_and_the_field_is_empty_again(live: Live) -> None:
    panel = live.page.work.record
    live.press(Key.Key_F2)
    assert panel.field.hasFocus()
    live.write(panel.field, "Tapaamisen paikka puuttuu")
    QTest.keyClick(panel.field, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    live.write(panel.field, "nyt.")
    live.press(Key.Key_Return, panel.field)
    live.until(lambda: live.state.record.entries and panel.field.toPlainText() == "")
    entry = live.state.record.entries[0]
    assert (entry.kind, entry.text, entry.step) == ("note", "Tapaamisen paikka puuttuu\nnyt.", live.plans[1].id)
    assert panel.entries.row(entry.id).words.words().startswith("Tapaamisen")


def test_each_kind_keeps_its_own_half_written_text(live: Live) -> None:
    panel = live.page.work.record
    live.press(Key.Key_F2)
    live.write(panel.field, "huomio kesken")
    live.press(Key.Key_F3, panel.field)
    assert panel.kind == "decision"
    assert panel.field.toPlainText() == ""
    live.write(panel.field, "Kysytään kunnalta")
    live.press(Key.Key_Return, panel.field)
    live.until(lambda: live.state.record.of_kind("decision"))
    live.press(Key.Key_F2, panel.field)
    assert panel.field.toPlainText() == "huomio kesken"


def test_another_language_takes_nothing_of_what_is_half_written(live: Live) -> None:
    live.press(Key.Key_F3)
    live.write(live.page.work.record.field, "Kysytään kun")
    live.press(Key.Key_F4, live.page.work.record.field)
    live.write(live.page.work.record.field, "Lämmityskulut")
    live.page.work.record.who.setText("kyläyhdistys")
    live.window.workbench.go("asetukset")
    live.window.services.settings.language = "sv"
    live.until(lambda: live.window.pages.made("ohjaa") not in (None, live.page))
    made = live.window.pages.made("ohjaa")  # also when nobody goes there: the workshop could be closed from here
    assert isinstance(made, LivePage)
    panel = made.work.record
    assert (panel.kind, panel.field.toPlainText(), panel.who.text()) == ("action", "Lämmityskulut", "kyläyhdistys")
    panel.open_field("decision")
    assert panel.field.toPlainText() == "Kysytään kun"


def test_what_is_on_its_way_to_the_disk_is_not_written_twice(live: Live) -> None:
    panel = live.page.work.record
    live.press(Key.Key_F2)
    live.write(panel.field, "Lämpö")
    live.press(Key.Key_Return, panel.field)
    live.press(Key.Key_Return, panel.field)
    live.press(Key.Key_F3, panel.field)  # before it is saved
    live.write(panel.field, "Kysytään kunnalta")
    live.until(lambda: live.state.record.entries and not panel._saving)
    live.press(Key.Key_F2, panel.field)
    assert panel.field.toPlainText() == ""
    live.press(Key.Key_F3, panel.field)
    live.press(Key.Key_Return, panel.field)
    live.window.workbench.close_workshop()
    entries = live.house.door.replica(live.stream).state.record.entries
    assert [entry.text for entry in entries] == ["Lämpö", "Kysytään kunnalta"]


def test_the_next_one_may_be_written_before_the_last_is_saved(live: Live) -> None:
    panel = live.page.work.record
    live.press(Key.Key_F2)
    for words in ("Lämpö", "Valo", "Pih"):
        live.write(panel.field, words)
        if words != "Pih":
            live.press(Key.Key_Return, panel.field)
    live.until(lambda: len(live.state.record.entries) == 2)
    assert [entry.text for entry in live.state.record.entries] == ["Lämpö", "Valo"]
    assert panel.field.toPlainText() == "Pih"
    live.write(panel.field, "a")
    assert panel.field.toPlainText() == "Piha"


def test_what_is_saved_while_the_language_changes_does_not_come_back(live: Live) -> None:
    live.press(Key.Key_F2)
    live.write(live.page.work.record.field, "Lämpö")
    live.press(Key.Key_Return, live.page.work.record.field)
    live.window.services.settings.language = "sv"
    live.until(lambda: live.window.pages.made("ohjaa") not in (None, live.page))
    live.until(lambda: live.state.record.entries)
    made = live.window.pages.made("ohjaa")
    assert isinstance(made, LivePage)
    assert made.work.record.field.toPlainText() == ""


def test_an_action_has_who_and_when(live: Live) -> None:
    panel = live.page.work.record
    live.press(Key.Key_F4)
    assert panel.details.isVisible()
    live.write(panel.field, "Kysytään lämmityskulut")
    panel.who.setText("kyläyhdistys")
    panel.due.setText("31.3.")
    live.press(Key.Key_Return, panel.due)
    live.until(lambda: live.state.record.entries)
    entry = live.state.record.entries[0]
    assert (entry.kind, entry.who, entry.due) == ("action", "kyläyhdistys", "31.3.")
    assert panel.entries.row(entry.id).words.words() == "Tehtävä: Kysytään lämmityskulut · kyläyhdistys · 31.3."
    live.until(lambda: panel.who.text() == "")


def test_esc_goes_back_where_one_was_with_the_text_kept(live: Live) -> None:
    panel, field = live.page.work.record, live.page.work.floor.name_field
    field.setFocus()
    live.press(Key.Key_F2, field)
    live.write(panel.field, "kesken")
    live.press(Key.Key_Escape, panel.field)
    assert field.hasFocus()
    assert panel.field.toPlainText() == "kesken"
    assert live.state.run.phase == "running"


def test_the_keys_of_the_desk_work_while_one_writes(live: Live) -> None:
    panel = live.page.work.record
    live.do(floor.ask(1))
    live.press(Key.Key_F2)
    live.press(Key.Key_F6, panel.field)
    live.until(lambda: live.state.floor.speaking is not None)
    live.press(Key.Key_F5, panel.field)
    live.until(lambda: live.state.run.paused_since is not None)
    live.press(Key.Key_F8, panel.field)
    live.until(lambda: live.state.screen.view == "black")
    live.write(panel.field, "b. B")
    assert panel.field.toPlainText() == "b. B"
    live.press(Key.Key_PageDown, panel.field)
    assert live.page.work.now.next_button.asking


def test_nothing_is_not_added(live: Live) -> None:
    live.press(Key.Key_F2)
    live.press(Key.Key_Return, live.page.work.record.field)
    live.catch_up()
    assert not live.state.record.entries


def test_an_entry_is_mended_and_removed_and_comes_back(live: Live) -> None:
    (entry,) = live.do(record.note("Virhe tekstissä"))
    row = live.page.work.record.entries.row(entry)
    row.make_menu().actions()[0].trigger()
    live.until(lambda: any(isinstance(w, EntryDialog) and w.isVisible() for w in QApplication.topLevelWidgets()))
    dialog = next(w for w in QApplication.topLevelWidgets() if isinstance(w, EntryDialog) and w.isVisible())
    dialog.text.setPlainText("")
    assert not dialog.act_button.isEnabled()
    dialog.text.setPlainText("Korjattu")
    live.click(dialog.act_button)
    live.until(lambda: live.state.record.by_id[entry].text == "Korjattu")
    assert row.words.words() == "Korjattu"
    row.make_menu().actions()[1].trigger()
    live.until(lambda: not live.state.record.entries)
    assert "Kirjaus poistettu" in " ".join(live.notices)
    live.window.workbench.undo()
    live.until(lambda: live.state.record.entries)


def test_half_written_text_is_recorded_when_the_workshop_closes(live: Live) -> None:
    live.press(Key.Key_F3)
    live.write(live.page.work.record.field, "Tämä oli kesken")
    live.window.workbench.close_workshop()
    live.until(lambda: live.window.workbench.session is None)
    found = live.house.door.replica(live.stream).state.record.of_kind("decision")
    assert [entry.text for entry in found] == ["Tämä oli kesken"]
