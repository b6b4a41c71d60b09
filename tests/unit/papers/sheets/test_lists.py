"""The sign-in list says what the names are for, on every page; the small programme fits on half a sheet."""

from itertools import pairwise

import pytest

from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.sheets.programmes import Programme, programme_of, programme_sheet
from fasilitaattori.papers.sheets.signin import KEPT_DAYS, SignIn, notice_of, sign_in_of, sign_in_sheets
from fasilitaattori.papers.sheets.slips import Slip, idea_slips, slips_of
from fasilitaattori.workshop.info import set_info
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, plan
from tests.unit.papers.sheets import measuring
from tests.unit.papers.sheets.test_cards import LONG, ODD

TR = translator("fi")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_the_list_tells_what_the_names_are_for(language: str) -> None:
    tr = translator(language)
    told = SignIn("Kyläkoulun uusi elämä", "12.3.2026", "Kuikkaperän kyläyhdistys", rows=50)
    pdf = sign_in_sheets(told, tr)
    pages = len(measuring.page_sizes(pdf))
    assert pages == 3
    for page in range(pages):
        said = " ".join(word.text for word in measuring.words(pdf, page))
        for sentence in notice_of(told, tr):
            assert sentence in said
        assert str(KEPT_DAYS) in said
        assert "Kuikkaperän kyläyhdistys" in said


def test_the_list_has_room_for_those_expected() -> None:
    evening = Evening()
    assert sign_in_of(evening.state, TR).rows == 15
    evening.do(set_info(expected=60))
    told = sign_in_of(evening.state, TR)
    assert told.rows == 72
    pdf = sign_in_sheets(told, TR)
    rows = [word.text for page in range(len(measuring.page_sizes(pdf))) for word in measuring.words(pdf, page)]
    numbers = [int(text) for text in rows if text.isdigit()]
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) >= 72


def test_rows_are_high_enough_to_write_on() -> None:
    pdf = sign_in_sheets(SignIn("Kyläilta"), TR)
    feet = sorted({line.y1 for line in measuring.lines(pdf, 0) if line.x2 - line.x1 > 150}, reverse=True)
    heights = [above - below for above, below in pairwise(feet)]
    assert heights
    assert heights == pytest.approx([10] * len(heights), abs=0.3)


def test_slips_ask_what_the_wall_asks_and_leave_room_to_write() -> None:
    slip = Slip("Mitä vanhalle koululle voisi tehdä?", ("Palvelut", "Piha"), "Kyläilta", "Kyläyhdistys")
    pdf = idea_slips([slip], TR)
    cuts = [line for line in measuring.lines(pdf, 0) if abs(line.x2 - line.x1) + abs(line.y2 - line.y1) > 150]
    assert [(line.x1, line.y1) for line in cuts] == [(105.0, pytest.approx(6)), (pytest.approx(6), 148.5)]
    said = pdfs.words(pdf)
    assert said.count("Palvelut") == said.count("Piha") == 4
    assert len([line for line in measuring.lines(pdf, 0) if 80 < line.x2 - line.x1 < 100]) >= 4 * 4
    early = Evening()
    plan(early, "fi")
    assert "Mitä vanhalle koululle voisi tehdä?" in [slip.question for slip in slips_of(early.state)]


def test_slips_hold_any_question() -> None:
    hard = [Slip(LONG, (LONG,) * 9, LONG, ODD), Slip(ODD, (ODD, "Piha"), ODD), Slip("Miksi?", tuple("abcdefghijklmnopqrst"))]
    assert measuring.nearest_ink(idea_slips(hard, TR)) >= 5


def test_two_programmes_lie_on_a_sheet() -> None:
    evening = Evening()
    plan(evening, "fi")
    pdf = programme_sheet(programme_of(evening.state, TR), TR)
    assert measuring.page_sizes(pdf) == [(210.0, 297.0)]
    starts = [word for word in measuring.words(pdf, 0) if word.text == "18.00"]
    assert len(starts) == 2
    assert starts[0].y - starts[1].y == pytest.approx(148.5, abs=0.3)
    said = pdfs.words(pdf)
    assert said.count("Illan ohjelma") == said.count("Lopetamme") == 2


def test_whatever_is_written_stays_on_the_paper() -> None:
    rows = tuple((f"{8 + n // 6}.{n % 6}0", text) for n, text in enumerate([LONG, ODD, "x" * 120, "Kahvi"] * 10))
    for told in (Programme("Päivän ohjelma", rows, LONG, ODD, LONG), Programme(ODD, rows[:3])):
        pdf = programme_sheet(told, TR)
        assert len(measuring.page_sizes(pdf)) == 1
        assert measuring.nearest_ink(pdf) >= 5
    assert measuring.nearest_ink(sign_in_sheets(SignIn(LONG, ODD, LONG, 30), TR)) >= 5
