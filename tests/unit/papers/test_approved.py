"""Approved minutes stay what they were: corrections are new versions, and only what was erased is erased from all."""

from fasilitaattori.i18n import translator
from fasilitaattori.papers import press
from fasilitaattori.papers.forms.markdown import markdown as text_of
from fasilitaattori.papers.minutes import minutes
from fasilitaattori.workshop import closing, people, record, running
from fasilitaattori.workshop.events import Erased
from fasilitaattori.workshop.naming import written_of
from fasilitaattori.workshop.versions import as_approved, as_told
from tests.unit.papers.evening import Evening, village_evening

TR = translator("fi")


def test_a_correction_makes_a_new_version_and_keeps_the_old() -> None:
    evening = village_evening()
    evening.do(closing.approve("Aino Ohjaaja"))
    first = evening.state.closing.versions[0]
    evening.wait(60 * 24)
    evening.do(closing.reopen_minutes())
    assert "Tämä on korjattu luonnos" in text_of(minutes(evening.state, TR))
    evening.do(closing.edit_section("decisions", "Päätös oli kirjattu väärin."))
    evening.do(closing.approve("Helmi Korpela"))
    told = text_of(minutes(evening.state, TR, public=False))
    assert "Hyväksynyt Aino Ohjaaja 12.3.2026. Korjatun version 2 on hyväksynyt Helmi Korpela 13.3.2026." in told
    assert "Korpela" not in text_of(minutes(evening.state, TR, public=True))
    assert [version.number for version in evening.state.closing.earlier] == [1]
    old = as_approved(evening.replica, first.number)
    assert "Päätös oli kirjattu väärin" not in text_of(minutes(old, TR))
    assert "Hyväksytty 12.3.2026." in text_of(minutes(old, TR))
    assert "Päätös oli kirjattu väärin" in text_of(minutes(as_approved(evening.replica, 0), TR))
    names = [press.file_name(evening.state, press.Order("minutes", version=n), "pdf", TR) for n in (0, 1)]
    assert names == ["Muistio Kyläkoulun uusi elämä versio 2.pdf", "Muistio Kyläkoulun uusi elämä versio 1.pdf"]


def test_approved_minutes_stay_as_they_were_approved_whatever_is_recorded_afterwards() -> None:
    evening = village_evening()
    evening.do(closing.approve("Aino Ohjaaja"))
    order = press.Order("minutes", approved=lambda state: as_told(evening.replica))
    before = {form: press.make(evening.state, order, form, TR) for form in ("pdf", "md")}
    evening.wait(5)
    evening.do(record.decide("Jälkikäteen kirjattu päätös."))
    evening.do(record.remove_entry(evening.state.record.of_kind("action")[0].id))
    evening.do(people.set_headcount(40))
    assert {form: press.make(evening.state, order, form, TR) for form in ("pdf", "md")} == before
    evening.do(closing.reopen_minutes())
    draft = press.make(evening.state, order, "md", TR).decode()
    assert "Jälkikäteen kirjattu päätös." in draft
    assert "LUONNOS" in draft


def test_an_approved_version_keeps_what_an_erased_name_stood_in() -> None:
    evening = Evening()
    evening.do(running.open_room())
    evening.do(people.join("Helmi", "fi", "t"))
    evening.do(people.set_headcount(8))
    kept = evening.do(record.decide("Helmi avaa oven."))[0].id
    evening.do(record.decide("Piha pysyy."))
    evening.do(running.end())
    evening.do(closing.edit_section("basics", "Helmi kutsui koolle."))
    evening.do(closing.edit_section("notes", "Ei muuta."))
    evening.do(closing.approve("Aino"))
    evening.wait(1)
    evening.do(closing.reopen_minutes())
    evening.do(record.decide("Helmi sulkee oven."))
    evening.do(record.edit_entry(kept, "Helmi avaa ovet."))
    evening.wait(1)
    ids = [*written_of(evening.replica.events, "Helmi"), *people.events_about(evening.replica.events, 1)]
    evening.do(lambda state: [Erased(ids), *people.erase_person(1)(state)[1:]])
    old = as_approved(evening.replica, 1)
    assert old.people.count() == 9
    assert [entry.text for entry in old.record.entries] == ["osallistuja avaa ovet.", "Piha pysyy."]
    assert old.closing.edited == {"basics": "osallistuja kutsui koolle.", "notes": "Ei muuta."}
    assert [entry.text for entry in evening.state.record.entries][-1] == "osallistuja sulkee oven."
