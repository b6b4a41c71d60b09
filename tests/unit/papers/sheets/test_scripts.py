"""Lines that run from the right are drawn as they are read: order by UAX #9, shapes by Unicode's presentation forms."""

import pytest

from fasilitaattori.papers.sheets.cards import card_sheets
from fasilitaattori.papers.sheets.scripts import in_sight, runs_right, shaped
from fasilitaattori.tools.cards.model import Card
from tests.unit.papers import pdfs
from tests.unit.papers.sheets.test_cards import TR, deck


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Hei maailma (1)", "Hei maailma (1)"),
        ("שלום", "םולש"),
        ("Hei שלום, 12.3.", "Hei 12.3 ,םולש."),
        ("שלום עולם 123 (abc)", "(abc) 123 םלוע םולש"),
        ("a שלום b", "a םולש b"),
        ("Hei! שלום (2026)", "Hei! (2026) םולש"),
        ("Hei (שלום) hei", "Hei (םולש) hei"),
        ("שלום (hei שלום) [a", "a] (םולש hei) םולש"),
        ("שלום 10%", "10% םולש"),
        ("", ""),
    ],
)
def test_a_line_is_in_the_order_in_which_it_is_seen(text: str, seen: str) -> None:
    assert in_sight(text) == seen


def test_marks_stay_on_their_letters() -> None:
    assert in_sight("שָׁל") == "לשָׁ"


def test_arabic_letters_join() -> None:
    # meem initial, reh final, hah initial, beh medial, alef final
    assert shaped("مرحبا") == "\ufee3\ufeae\ufea3\ufe92\ufe8e"


def test_lam_and_alef_are_one_sign() -> None:
    assert shaped("سلام") == "\ufeb3\ufefc\ufee1"
    assert shaped("لا") == "\ufefb"


def test_numbers_in_arabic_are_read_from_the_left() -> None:
    assert in_sight("سنة 2026").startswith("2026 ")


def test_a_letter_alone_stands_alone() -> None:
    assert shaped("ب") == "\ufe8f"


@pytest.mark.parametrize(("text", "right"), [("Hei 🎉", False), ("שלום", True), ("a م", True), ("", False)])
def test_what_runs_from_the_right_is_known(text: str, right: bool) -> None:
    assert runs_right(text) is right


def test_cards_print_other_scripts_with_fonts_of_their_own() -> None:
    made = card_sheets([deck(Card("Hei שלום 🎉 สวัสดี مرحبا"))], TR)
    assert pdfs.embedded(made)
    said = pdfs.words(made)
    assert "□" not in said
    assert "\u200d" not in pdfs.words(card_sheets([deck(Card("👩‍👩‍👧 ☎️"))], TR))
    for part in ("םולש", "🎉", "สวัสดี", "\ufee3"):
        assert part in said
