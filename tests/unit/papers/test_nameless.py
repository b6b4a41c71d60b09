"""What is written by hand over the internal text has no more names in public than what is generated."""

import pytest

from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.forms.markdown import markdown as text_of
from fasilitaattori.papers.minutes import minutes, sections
from fasilitaattori.workshop import closing, people
from fasilitaattori.workshop.heading import head_minutes
from tests.unit.papers.evening import village_evening

TR = translator("fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_written_over_internal_text_has_no_names_in_public(language: str) -> None:
    """The editor shows the internal text: names in it stay when the rest is mended."""
    evening = village_evening(language)
    tr = translator(language)
    evening.do(head_minutes(kind="meeting", chair="Tuulikki Salo", secretary="Vilho Korpi", examiners="Impi Niitty"))
    evening.do(closing.what_next("Kunnalle", "Helmi, Kyläyhdistys", "20.4."))
    for key in ("next", "basics", "decisions"):
        text = next(found for found in sections(evening.state, tr, public=False) if found.key == key).text
        evening.do(closing.edit_section(key, f"{text}\n\nKysy Helmiltä. Helmikuussa jatketaan."))
    for reading in LANGUAGES:
        public = text_of(minutes(evening.state, translator(reading), public=True))
        assert not any(name in public for name in ("Helmi,", "Helmiltä", "Aino", "Tuulikki", "Vilho", "Impi"))
        assert "Helmikuussa jatketaan." in public
        assert "Kyläyhdistys" in public
    internal = text_of(minutes(evening.state, tr, public=False))
    assert all(name in internal for name in ("Helmi, Kyläyhdistys", "Helmiltä", "Aino Ohjaaja", "Tuulikki Salo"))
    evening.do(head_minutes(kind="dialogue"))
    dialogue = text_of(minutes(evening.state, tr, public=False))
    assert not any(name in dialogue for name in ("Helmi,", "Helmiltä", "Aino", "Tuulikki"))


def test_a_name_that_nobody_was_given_a_task_under_stays_a_word() -> None:
    evening = village_evening()
    evening.do(people.add_person("Koulu"))
    evening.do(closing.edit_section("basics", "Koulu sulkeutui."))
    assert "Koulu sulkeutui." in text_of(minutes(evening.state, TR, public=True))
