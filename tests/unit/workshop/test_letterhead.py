"""A letterhead belongs to its workshop: it is checked when it is given, folded, undone and read again from the log."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.i18n import translator
from fasilitaattori.papers import press
from fasilitaattori.papers.letterhead import letterhead_of, letterhead_of_minutes
from fasilitaattori.workshop.closing import Approved, approve, reopen_minutes
from fasilitaattori.workshop.events import decode, encode
from fasilitaattori.workshop.letterhead import (
    LAYOUT,
    LEAST_CONTRAST,
    MAX_LOGO,
    Letterhead,
    LetterheadSet,
    cleaned,
    legible,
    set_letterhead,
)
from fasilitaattori.workshop.versions import as_approved
from tests.unit.papers.evening import Evening, village_evening

OWN = Letterhead("Koivurannan kunta", "Sivistystoimi", "Koulutie 4", "#1F6F5C", LAYOUT, b"\x89PNG\x00\xff", "Kunnan vaakuna")


def test_it_is_folded_and_taken_back() -> None:
    evening = Evening()
    assert evening.state.info.letterhead is None
    evening.do(set_letterhead(OWN))
    assert evening.state.info.letterhead == OWN
    evening.do(set_letterhead(None))
    assert evening.state.info.letterhead is None


OTHER = Letterhead(unit="Toinen", address="Rantatie 1")


def test_a_version_keeps_the_letterhead_it_was_approved_with() -> None:
    evening = Evening()
    evening.do(approve("Helmi Kuikka", OWN))
    assert evening.state.info.letterhead is None
    assert letterhead_of_minutes(evening.state, OTHER) == OWN
    assert letterhead_of(evening.state, OTHER) == OTHER
    evening.do(set_letterhead(OTHER))
    assert letterhead_of_minutes(evening.state, None) == OWN
    evening.do(reopen_minutes())
    assert letterhead_of_minutes(evening.state, None) == OTHER
    evening.do(approve("Helmi Kuikka", OWN))
    assert [version.letterhead for version in evening.state.closing.versions] == [OWN, OTHER]
    assert letterhead_of_minutes(as_approved(evening.replica, 1), None) == OWN


def test_minutes_approved_without_a_letterhead_do_not_get_one_afterwards() -> None:
    evening = village_evening()
    evening.do(approve("Helmi Kuikka", Letterhead()))
    assert letterhead_of_minutes(evening.state, OTHER) is None
    tr = translator("fi")
    told, programme = (
        press.make(evening.state, press.Order(paper, letterhead=OTHER), "html", tr).decode()
        for paper in (press.MINUTES, press.PROGRAMME)
    )
    assert "Rantatie 1" not in told
    assert "Rantatie 1" in programme


def test_an_approval_comes_back_from_the_log_with_its_letterhead_or_without() -> None:
    kinds = {Approved.KIND: Approved}
    assert decode(kinds, Approved.KIND, encode(Approved("Helmi", OWN))) == Approved("Helmi", OWN)
    assert decode(kinds, Approved.KIND, b'{"by":"Helmi"}') == Approved("Helmi", None)


def test_the_same_again_is_no_event() -> None:
    evening = Evening()
    evening.do(set_letterhead(OWN))
    assert set_letterhead(OWN)(evening.state) == []


def test_it_comes_back_from_the_log_with_its_logo() -> None:
    body = LetterheadSet(OWN)
    assert decode({LetterheadSet.KIND: LetterheadSet}, LetterheadSet.KIND, encode(body)) == body


@pytest.mark.parametrize(
    "wrong",
    [Letterhead(accent="red"), Letterhead(accent="#12345"), Letterhead(style="x"), Letterhead(logo=b"0" * (MAX_LOGO + 1))],
)
def test_what_cannot_be_is_refused(wrong: Letterhead) -> None:
    with pytest.raises(ValueError, match=r"colour|style|logo"):
        set_letterhead(wrong)


def test_a_line_as_long_as_a_page_is_refused() -> None:
    with pytest.raises(RuleViolation, match="liian pitkä"):
        set_letterhead(Letterhead(unit="a" * 141))(Evening().state)


def test_lines_are_one_line() -> None:
    given = Letterhead(unit=" Sivistys\n toimi ", accent="#1f6f5c")
    assert cleaned(given) == Letterhead(unit="Sivistys toimi", accent="#1F6F5C")


def test_nothing_chosen_is_plain() -> None:
    assert Letterhead(organisation="Kunta").is_plain
    assert not OWN.is_plain


@pytest.mark.parametrize("colour", ["#FFFFFF", "#F4C542", "#E8A33D", "#00FF00", "#1F6F5C", "#000000"])
def test_a_colour_is_dark_enough_for_text(colour: str) -> None:
    assert contrast_with_white(legible(colour)) >= LEAST_CONTRAST


def test_a_dark_colour_stays_as_it_is() -> None:
    assert legible("#1F6F5C") == "#1F6F5C"


def contrast_with_white(colour: str) -> float:
    """By the definition of WCAG 2.2, written out."""
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    return 1.05 / (0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05)
