"""Erasing on a real disk: what is erased is nowhere in the files."""

from collections.abc import Callable

from fasilitaattori.log.glance import summaries
from fasilitaattori.workshop import answers, closing, info, naming, people, reasons, record, running, settling, undo
from fasilitaattori.workshop.checkingfacts import KEPT, Mark, Point
from tests.integration.logs import STREAM, Desk, everything_in


def test_erasing_a_person_takes_the_name_off_the_disk(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(people.change_person(1, name="Toinen Tuntomerkki"))
    assert b"Tuntomerkkinen" in everything_in(desk.folder)
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    desk.door.close()
    assert open_desk().state.people.all == {}


def test_forgetting_a_workshop_takes_all_of_it_off_the_disk(desk: Desk) -> None:
    desk.do(info.set_info(title="Poistuva ilta"))
    desk.start("ideas")
    desk.door.forget(STREAM).result()
    assert b"Poistuva" not in everything_in(desk.folder)
    assert summaries(desk.file) == []


def test_an_erased_name_leaves_the_record_too_and_every_entry_keeps_its_place(
    desk: Desk, open_desk: Callable[..., Desk]
) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(people.join("Tuntomerkkinenko", "fi", "u"))  # a name that only begins alike
    desk.do(record.decide("Tuntomerkkiselle annetaan avain. Tuntomerkkinenko hakee sen."))
    desk.do(record.decide("Avain on Tuntomerkkisellä, kysy Tuntomerkkiseltä."))
    desk.do(record.decide("Tuntomerkkinen avaa oven."))
    desk.do(record.decide("Ovi on punainen."))
    action = desk.do(record.act("Ovi maalataan", "Tuntomerkkinen ja Reino", "1.6.")).ids[0]
    desk.do(record.edit_entry(action, "Ovi maalataan siniseksi", "Reino, Tuntomerkkinen"))
    desk.do(record.remove_entry(desk.do(record.note("Tuntomerkkinen myöhästyi")).ids[0]))
    before = [entry.id for entry in desk.state.record.entries]
    desk.do(people.erase_person(1))
    left = [(entry.text, entry.who, entry.due) for entry in desk.state.record.entries]
    assert left[2:] == [
        ("osallistuja avaa oven.", "", ""),
        ("Ovi on punainen.", "", ""),
        ("Ovi maalataan siniseksi", "Reino, osallistuja", ""),
    ]
    assert [entry.id for entry in desk.state.record.entries] == before
    assert b"Tuntomerkkinen " not in everything_in(desk.folder)
    assert b"Tuntomerkkinenko" in everything_in(desk.folder)
    desk.do(record.edit_entry(before[2], "Ovi avataan."))
    desk.door.close()
    assert [entry.text for entry in open_desk().state.record.entries][2:4] == ["Ovi avataan.", "Ovi on punainen."]


def test_an_erased_name_leaves_what_the_hall_checked_too(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(people.join("Reino", "fi", "u"))
    desk.do(settling.put_up([Point("Ovi maalataan", "Tuntomerkkinen", "1.6."), Point("Piha pysyy")]))
    check = next(iter(desk.state.checking.all))
    desk.do(settling.mark(check, 2, {"1": Mark(False, "Tuntomerkkinen ei ehdi"), "2": Mark(True)}), author=2)
    wanted = next(iter(desk.state.checking.all[check].corrections))
    desk.do(settling.settle(wanted, KEPT, "Tuntomerkkinen sopi siitä"))
    desk.do(settling.count_hands(4))
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    desk.do(settling.mark(check, 2, {"1": Mark(True)}), author=2)
    desk.door.close()
    (left,) = open_desk().state.checking.all.values()
    assert [(point.text, point.who, point.hands) for point in left.points.values()] == [
        ("Ovi maalataan", "osallistuja", 4),
        ("Piha pysyy", "", 4),
    ]
    (kept,) = left.corrections.values()
    assert (kept.words, kept.how, kept.author) == ("osallistuja ei ehdi", KEPT, 2)
    assert left.marks[2]["1"].right


def test_what_was_written_anew_is_not_offered_to_be_undone(desk: Desk) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(info.set_info(title="Ilta"))
    made = desk.do(record.decide("Piha pysyy")).ids[0]
    desk.do(settling.put_up([Point("Tuntomerkkinen hoitaa"), Point("Piha pysyy", source=f"record:{made}")]))
    desk.do(settling.mend("2", "Piha muuttuu"))
    desk.do(settling.count_hands(7))
    desk.do(people.erase_person(1))
    act = undo.undoable(desk.door.replica(STREAM))
    assert act is not None
    assert act.name == "kirjaus"
    desk.undo()
    assert desk.state.checking.last is not None
    assert desk.state.checking.last.hands == 7
    assert not desk.state.record.by_id


def test_an_erased_name_leaves_answers_and_what_is_done_next_too(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.start("talk")
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    made = desk.do(record.act("Kysytään kulut")).ids[0]
    desk.do(closing.what_next("Kaupungille", "Reino", "pian"))
    desk.do(closing.what_next("Kaupungille", "Tuntomerkkinen", "pian"))
    desk.do(running.end())
    desk.do(answers.answer(answers.TELLING, answers.WAITING))
    desk.do(answers.answer(made, answers.UNDER_WAY, "Kysytty"))
    desk.do(answers.answer(made, answers.DONE, "Tuntomerkkinen kysyi", "Tuntomerkkinen"))
    at = desk.state.answers.by_id[made].at
    assert naming.mentions(desk.state, "Tuntomerkkinen") == ["Tuntomerkkinen kysyi", "Kaupungille"]
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    act = undo.undoable(desk.door.replica(STREAM))
    assert act is not None
    assert act.name == "vastaus"
    desk.undo()
    desk.door.close()
    left = open_desk().state
    assert list(left.answers.by_id.values()) == [answers.Answer(made, answers.DONE, "osallistuja kysyi", "osallistuja", "", at)]
    assert (left.closing.where, left.closing.who, left.closing.when) == ("Kaupungille", "osallistuja", "pian")


def test_an_erased_name_leaves_sections_written_by_hand_too(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(closing.edit_section("next", "Reino kertoo.", "Kuka kertoo: Reino"))
    desk.do(closing.edit_section("next", "Tuntomerkkinen kertoo.\n\nKysy Tuntomerkkiseltä."))
    desk.do(closing.edit_section("basics", "Kokoonnuimme.", "Ohjaaja: Tuntomerkkinen"))
    desk.do(closing.edit_section("agenda", "Tuntomerkkinen avasi."))
    desk.do(closing.edit_section("agenda", None))
    desk.do(closing.edit_section("notes", "Ei nimiä.", "Ei nimiä."))
    assert naming.mentions(desk.state, "Tuntomerkkinen") == ["Tuntomerkkinen kertoo.\n\nKysy Tuntomerkkiseltä."]
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    act = undo.undoable(desk.door.replica(STREAM))
    assert act is not None
    desk.undo()
    assert "notes" not in desk.state.closing.edited
    desk.door.close()
    left = open_desk().state.closing
    assert left.edited == {"next": "osallistuja kertoo.\n\nKysy osallistuja.", "basics": "Kokoonnuimme."}
    assert left.based == {"next": "Kuka kertoo: Reino", "basics": "Ohjaaja: osallistuja"}


def test_a_section_written_anew_is_not_offered_to_be_undone(desk: Desk) -> None:
    desk.do(info.set_info(title="Ilta"))
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(closing.edit_section("next", "Reino kertoo."))
    desk.do(closing.edit_section("next", "Tuntomerkkinen kertoo."))
    desk.do(people.erase_person(1))
    act = undo.undoable(desk.door.replica(STREAM))
    assert act is not None
    assert act.name == "työpajan tietojen muutos"


def test_what_was_written_anew_loses_the_next_name_too(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    desk.do(people.join("Toinentunnus", "fi", "u"))
    both = "Tuntomerkkinen ja Toinentunnus"
    desk.do(record.act("Ovi maalataan", both))
    desk.do(settling.put_up([Point("Ovi maalataan", both, "1.6.")]))
    desk.do(closing.what_next("Kaupungille", both, "pian"))
    desk.do(closing.edit_section("basics", f"{both} kertovat."))
    for number in (1, 2):
        desk.do(people.erase_person(number))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    assert b"Toinentunnus" not in everything_in(desk.folder)
    desk.door.close()
    left = open_desk().state
    assert [entry.who for entry in left.record.entries] == ["osallistuja ja osallistuja"]
    assert left.closing.edited == {"basics": "osallistuja ja osallistuja kertovat."}
    (check,) = left.checking.all.values()
    assert check.points["1"].who == "osallistuja ja osallistuja"


def test_what_once_had_the_name_in_it_is_kept(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    for name in ("Tuntomerkkinen", "Reino"):
        desk.do(people.join(name, "fi", name))
    decision = desk.do(record.decide("Tuntomerkkinen avaa oven.")).ids[0]
    desk.do(record.edit_entry(decision, "Naapuri avaa oven."))
    desk.do(settling.put_up([Point("Ovi maalataan"), Point("Piha pysyy")]))
    check = next(iter(desk.state.checking.all))
    desk.do(settling.mark(check, 2, {"1": Mark(False, "Tuntomerkkinen ei ehdi"), "2": Mark(True)}), author=2)
    desk.do(settling.mark(check, 2, {"1": Mark(True)}), author=2)
    desk.do(settling.mend("1", "Ovi pestään", "Tuntomerkkinen"))
    desk.do(settling.mend("1", "Ovi pestään"))
    before = desk.state.checking.all[check]
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    desk.door.close()
    left = open_desk().state
    assert [entry.text for entry in left.record.entries] == ["Naapuri avaa oven."]
    after = left.checking.all[check]
    assert (after.points, after.marks) == (before.points, before.marks)


def test_a_name_is_found_as_finnish_inflects_it() -> None:
    for name, text in (
        ("Virtanen", "Virtaselle annetaan avain."),
        ("Aino Virtanen", "Avain on Aino Virtasella."),
        ("Matti", "Matin avain"),
        ("Pekka", "Kysy Pekalta."),
        ("Riitta", "Riitalle ja Riitan"),
        ("Reino", "Reinolta"),
    ):
        assert record.names(text, name)
    assert record.unnamed("Virtasten ja Virtasten", "Virtanen", "osallistuja") == "osallistuja ja osallistuja"
    for name, text in (("Matti", "Mati nukkui"), ("Matti", "Matinkylä"), ("Virtanen", "Virta vie"), ("Aino", "Ainolan piha")):
        assert not record.names(text, name)


def test_an_erased_name_leaves_the_reasons_for_changes_too(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    desk.do(people.join("Tuntomerkkinen", "fi", "t"))
    step = desk.start("talk")
    desk.do(reasons.give_reason(step, "Kiire."))
    desk.do(reasons.give_reason(step, "Tuntomerkkinen pyysi lisäaikaa."))
    assert naming.mentions(desk.state, "Tuntomerkkinen") == ["Tuntomerkkinen pyysi lisäaikaa."]
    desk.do(people.erase_person(1))
    assert b"Tuntomerkki" not in everything_in(desk.folder)
    act = undo.undoable(desk.door.replica(STREAM))
    assert act is not None
    assert act.name != "muutoksen perustelu"
    desk.door.close()
    assert open_desk().state.plan.reasons == {step: "osallistuja pyysi lisäaikaa."}
