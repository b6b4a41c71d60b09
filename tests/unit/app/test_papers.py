"""The papers as the windows ask for them: the paper's language on paper, the desk's in the list, and what a poster tells."""

from pathlib import Path

import pytest

from fasilitaattori.app.papers import papers_of, poster_facts, sections_of
from fasilitaattori.app.program import Program
from fasilitaattori.desktop.services import Wish
from fasilitaattori.i18n import translator
from fasilitaattori.workshop import closing, record, running
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.info import set_info
from fasilitaattori.workshop.state import Workshop
from tests.unit.papers.evening import village_evening


@pytest.fixture
def program(tmp_path: Path) -> Program:
    """A program whose log is not open."""
    made = Program(tmp_path)
    made.settings.change(wifi_ssid="Kuikkapera", wifi_password="talkoot2026")
    return made


def test_sections_are_printed_in_one_language_and_listed_in_another() -> None:
    state = village_evening("sv").state
    sections = {section.key: section for section in sections_of(state, translator("sv"), translator("fi"))}
    assert (sections["decisions"].title, sections["decisions"].count) == ("Päätökset", "2 päätöstä")
    assert "[Tabell" in sections["agenda"].text
    assert sections["agenda"].text == sections["agenda"].generated
    assert sections["next"].mandatory


def test_a_poster_has_another_mark_when_what_it_tells_is_another(program: Program) -> None:
    before = poster_facts(program)
    assert "talkoot2026" not in before.mark
    assert before.mark == poster_facts(program).mark
    program.settings.change(wifi_password="toinen salasana")
    assert poster_facts(program).mark != before.mark
    program.settings.change(wifi_ssid="")
    assert poster_facts(program).network == ""
    program.close()


def test_a_file_is_named_in_the_language_of_the_workshop(program: Program) -> None:
    papers = papers_of(program)
    assert papers.file_name(village_evening("en").state, Wish("minutes"), "pdf").startswith("Memo ")
    program.close()


def test_a_series_is_read_from_every_workshop_that_belongs_to_it(program: Program) -> None:
    program.door.start()
    program.door.wait_ready()
    try:
        streams = []
        for title, series in (("Kuikkaperä", "Kylien dialogit"), ("Hepokylä", "kylien dialogit "), ("Muualla", "Toinen")):
            streams.append(program.new_workshop("eratauko", "fi"))
            program.door.ask(streams[-1], set_info(title=title, series=series)).result()
            program.door.ask(streams[-1], running.start()).result()
        state = program.door.replica(streams[0]).state
        told = papers_of(program).text(state, Wish("series"), "md")
        assert "Kuikkaperä" in told
        assert "Hepokylä" in told
        assert "Muualla" not in told
        for stream in streams[:2]:
            program.door.ask(stream, closing.approve("Aino")).result()
            program.door.ask(stream, record.note("Kirjattu hyväksymisen jälkeen.")).result()
        told = papers_of(program).text(program.door.replica(streams[0]).state, Wish("series"), "md")
        assert "Kuikkaperä" in told
        assert "LUONNOS" not in told
        assert "Kirjattu hyväksymisen jälkeen." not in told
        copy = program.door.replica(program.copy_of(streams[0])).state
        assert copy.info.series == "Kylien dialogit"
    finally:
        program.close()


def test_approved_minutes_are_given_as_they_were_approved_and_what_came_since_is_pointed_out(program: Program) -> None:
    program.door.start()
    program.door.wait_ready()
    try:
        stream, papers = program.new_workshop("kylailta", "fi"), papers_of(program)

        def do(command: Command) -> Workshop:
            program.door.ask(stream, command).result()
            return program.door.replica(stream).state

        state = do(record.decide("Sovittiin talkoista."))
        state = do(closing.approve("Aino"))
        before = papers.text(state, Wish("minutes"), "md")
        assert not any(section.since for section in papers.sections(state))
        state = do(record.decide("Sovittiin jälkikäteen."))
        assert papers.text(state, Wish("minutes"), "md") == before
        packed = papers.sending.listed(state, False)
        assert any("Muistio" in name and "luonnos" not in name for _, name in packed)
        told = {section.key: section.since for section in papers.sections(state)}
        assert told.pop("decisions") == (("Sovittiin jälkikäteen.", True),)
        assert not any(told.values())
        state = do(closing.reopen_minutes())
        assert "Sovittiin jälkikäteen." in papers.text(state, Wish("minutes"), "md")
    finally:
        program.close()


def test_of_a_very_long_section_only_what_came_is_pointed_out() -> None:
    evening = village_evening()
    for number in range(60):
        evening.do(record.decide(f"Päätös {number} " + "sana " * 190))
    state, tr = evening.state, translator("fi")
    text = next(section.text for section in sections_of(state, tr, tr) if section.key == "decisions")
    assert len(text) > closing.MAX_SECTION
    evening.do(closing.edit_section("decisions", "Oma teksti.", text))
    since = next(section.since for section in sections_of(state, tr, tr) if section.key == "decisions")
    assert since == ()
