import datetime as dt
import gettext
import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fasilitaattori import i18n
from fasilitaattori.i18n import LANGUAGES, Translator, translator

ROOT = Path(__file__).resolve().parents[2]
EVENING = dt.datetime(2026, 3, 12, 18, 7, tzinfo=dt.UTC)

CATALOGUE = """\
msgid ""
msgstr ""
"Language: sv\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

msgid "{name} puhuu nyt"
msgstr "{name} talar nu"

msgid "{n} lappu"
msgid_plural "{n} lappua"
msgstr[0] "{n} lapp"
msgstr[1] "{n} lappar"

msgctxt "verbi"
msgid "Avaa"
msgstr "Öppna"
"""


@pytest.fixture
def swedish(tmp_path: Path) -> Translator:
    (tmp_path / "sv.po").write_text(CATALOGUE, encoding="utf-8")
    return Translator("sv", i18n._read(tmp_path / "sv.po"))


def test_finnish_is_the_source_itself() -> None:
    tr = translator("fi")
    assert tr("Lisää lappu") == "Lisää lappu"
    assert tr("{name} puhuu nyt", name="Aino {x}") == "Aino {x} puhuu nyt"
    assert [tr.n("{n} lappu", "{n} lappua", n) for n in (0, 1, 2)] == ["0 lappua", "1 lappu", "2 lappua"]
    assert tr.c("verbi", "Avaa") == "Avaa"
    assert tr("") == ""


def test_another_language_comes_from_its_catalogue(swedish: Translator) -> None:
    assert swedish("{name} puhuu nyt", name="Aino") == "Aino talar nu"
    assert [swedish.n("{n} lappu", "{n} lappua", n) for n in (0, 1, 2)] == ["0 lappar", "1 lapp", "2 lappar"]
    assert swedish.c("verbi", "Avaa") == "Öppna"
    assert swedish("Avaa") == "Avaa"  # without its context it is another text, and not translated yet
    assert swedish("") == ""  # not the catalogue's header


def test_a_compiled_catalogue_is_used_while_it_is_newer(tmp_path: Path) -> None:
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    source, compiled = tmp_path / "sv.po", tmp_path / "sv.mo"
    source.write_text(CATALOGUE, encoding="utf-8")
    with compiled.open("wb") as file:
        write_mo(file, read_po(io.BytesIO(CATALOGUE.replace("talar nu", "har ordet").encode()), locale="sv"))
    spoken = "{name} puhuu nyt"
    os.utime(source, (1_000_000, 1_000_000))
    assert i18n._read(source).gettext(spoken) == "{name} har ordet"
    os.utime(source, (4_000_000_000, 4_000_000_000))
    assert i18n._read(source).gettext(spoken) == "{name} talar nu"


def test_times_and_dates() -> None:
    fi, sv, en = map(translator, LANGUAGES)
    assert [tr.time(EVENING) for tr in (fi, sv, en)] == ["18.07", "18.07", "18:07"]
    assert [tr.time(dt.time(9, 5)) for tr in (fi, en)] == ["9.05", "09:05"]
    assert [tr.times(dt.time(18), dt.time(20, 30)) for tr in (fi, en)] == ["18.00–20.30", "18:00–20:30"]
    assert [tr.date(EVENING) for tr in (fi, sv, en)] == ["12.3.2026", "12.3.2026", "12 March 2026"]
    assert [tr.date(EVENING, year=False) for tr in (fi, sv, en)] == ["12.3.", "12.3", "12 March"]
    assert [tr.date(EVENING, year=False, short=True) for tr in (fi, sv, en)] == ["12.3.", "12.3", "12 Mar"]
    assert [tr.weekday(EVENING) for tr in (fi, sv, en)] == ["torstai", "torsdag", "Thursday"]
    assert [tr.weekday(EVENING, short=True) for tr in (fi, sv, en)] == ["to", "to", "Thu"]


def test_numbers() -> None:
    fi, sv, en = map(translator, LANGUAGES)
    assert [tr.number(0.04, 2) for tr in (fi, sv, en)] == ["0,04", "0,04", "0.04"]
    assert [tr.number(-1234567.5, 1) for tr in (fi, en)] == ["−1\u00a0234\u00a0567,5", "−1,234,567.5"]
    assert fi.number(-0.001, 1) == "0,0"
    assert fi.number(40) == "40"


def test_translators_are_shared_and_an_unknown_language_is_refused() -> None:
    assert translator("sv") is translator("sv")
    with pytest.raises(ValueError, match="de"):
        translator("de")


def test_a_start_in_finnish_loads_no_babel() -> None:
    code = "import sys; from fasilitaattori.i18n import translator; translator('fi')('Avaa'); print('babel' in sys.modules)"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert shown.stdout.strip() == "False"


def test_the_shipped_catalogues_can_be_read() -> None:
    for language in LANGUAGES[1:]:
        assert isinstance(translator(language)._catalogue, gettext.GNUTranslations)


def _sorted(language: str, *names: str) -> list[str]:
    return sorted(names, key=translator(language).sort_key)


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_letters_with_rings_and_dots_come_last(language: str) -> None:
    names = ["Örjan", "Äijälä", "Åsa", "Zachris", "aino", "Väinö", "Wilma", "Ahti"]
    assert _sorted(language, *names) == ["Ahti", "aino", "Väinö", "Wilma", "Zachris", "Åsa", "Äijälä", "Örjan"]
    assert _sorted(language, "Haapa", "Häkkinen", "Hakala", "Hytti") == ["Haapa", "Hakala", "Hytti", "Häkkinen"]


def test_english_reads_them_as_letters_it_knows() -> None:
    assert _sorted("en", "Örjan", "Zachris", "Äijälä", "Åsa", "Adam") == ["Adam", "Äijälä", "Åsa", "Örjan", "Zachris"]


def test_other_marks_and_case_only_tell_equals_apart() -> None:
    assert _sorted("fi", "Renée", "Rene", "renate", "Šemeikka", "Sema") == ["renate", "Rene", "Renée", "Sema", "Šemeikka"]
    assert _sorted("sv", "Müller", "Myllesund", "Mäki", "Bø", "Bära") == ["Bära", "Bø", "Müller", "Myllesund", "Mäki"]


def test_numbers_are_numbers() -> None:
    assert _sorted("fi", "Pöytä 10", "Pöytä 9", "Pöytä") == ["Pöytä", "Pöytä 9", "Pöytä 10"]
    assert _sorted("fi", "²", "", "½ tuntia", "5") == ["", "½ tuntia", "²", "5"]
