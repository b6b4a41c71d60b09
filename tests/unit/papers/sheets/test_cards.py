"""Card decks: cut where they should be, backs behind their fronts, and every word on the card."""

import io

import pikepdf
import pytest

from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.sheets.cards import Deck, card_sheets, decks_of
from fasilitaattori.tools.cards.model import Card
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, plan
from tests.unit.papers.sheets import measuring

TR = translator("fi")
CARDS = tuple(Card(f"Kysymys numero {n}?", f"Entä syvemmälle {n}?", f"Teema{n}") for n in range(1, 12))
LONG = "Kysymys jossa riittää sanoja luettavaksi kerrakseen ja vähän ylikin " * 60
ODD = "Mitä 👩‍👩‍👧‍👧🎉 sanoo 漢字 ja مرحبا بالعالم? " + "Ü" * 300


def deck(*cards: Card, title: str = "Pariporina") -> Deck:
    return Deck(title, cards or CARDS, "Kyläkoulun uusi elämä", "Kuikkaperän kyläyhdistys")


@pytest.mark.parametrize(("on_sheet", "across", "up"), [(2, [], [148.5]), (4, [105], [148.5]), (9, [70, 140], [99, 198])])
def test_cards_are_cut_true_to_size(on_sheet: int, across: list[float], up: list[float]) -> None:
    pdf = card_sheets([deck()], TR, on_sheet=on_sheet)
    assert set(measuring.page_sizes(pdf)) == {(210.0, 297.0)}
    cuts = [line for line in measuring.lines(pdf, 0) if abs(line.x2 - line.x1) + abs(line.y2 - line.y1) > 150]
    assert sorted(line.x1 for line in cuts if line.x1 == line.x2) == pytest.approx(across, abs=0.3)
    assert sorted(line.y1 for line in cuts if line.y1 == line.y2) == pytest.approx(up, abs=0.3)


@pytest.mark.parametrize("on_sheet", [2, 4, 8, 9])
def test_a_back_lies_behind_its_front(on_sheet: int) -> None:
    """A sheet turned over its long edge shows left what was right: the back's column counts from the other side."""
    pdf = card_sheets([deck()], TR, on_sheet=on_sheet)
    columns, rows = {2: (1, 2), 4: (2, 2), 8: (2, 4), 9: (3, 3)}[on_sheet]

    def cell(page: int, theme: str) -> tuple[int, int]:
        said = next(said for said in measuring.words(pdf, page) if said.text == theme)
        return int(said.x / (210 / columns)), int(said.y / (297 / rows))

    for number in range(1, on_sheet + 1):
        column, row = cell(0, f"Teema{number}")
        assert cell(1, f"Teema{number}") == (columns - 1 - column, row)


def test_sheets_hold_all_cards_and_backs_can_be_left_out() -> None:
    assert len(measuring.page_sizes(card_sheets([deck()], TR, on_sheet=4))) == 6
    plainly = card_sheets([deck()], TR, on_sheet=4, backs=False)
    assert len(measuring.page_sizes(plainly)) == 3
    assert all(card.theme in pdfs.words(plainly) for card in CARDS)


@pytest.mark.parametrize("on_sheet", [2, 4, 8, 9])
def test_whatever_is_written_stays_on_its_card(on_sheet: int) -> None:
    cards = [Card(LONG, "", ""), Card(ODD, ODD, ODD), Card("Lyhyt?", LONG, LONG), Card("x" * 4000)] * 3
    pdf = card_sheets([deck(*cards, title=ODD)], TR, on_sheet=on_sheet)
    assert measuring.nearest_ink(pdf) >= 5
    assert pdfs.embedded(pdf)
    columns, rows = {2: (1, 2), 4: (2, 2), 8: (2, 4), 9: (3, 3)}[on_sheet]
    for said in measuring.words(pdf, 0):
        assert said.x % (210 / columns) > 5
        assert 4 < said.y % (297 / rows) < 297 / rows - 4


def test_a_question_of_four_thousand_letters_is_there_to_its_last_word() -> None:
    question = ("kylällä asuu väkeä " * 300)[:3980] + " loppusana"
    for on_sheet in (2, 4, 8, 9):
        assert "loppusana" in pdfs.words(card_sheets([deck(Card(question))], TR, on_sheet=on_sheet))


def test_signs_without_a_letter_become_boxes() -> None:
    said = pdfs.words(card_sheets([deck(Card("Miksi 🎉🎉 漢字?"))], TR))
    assert "Miksi 🎉🎉 □□?" in said
    fronts = measuring.words(card_sheets([deck(Card("A → A"), Card("A→A"))], TR), 0)
    assert [said.text for said in fronts] == ["A ", "→", " A", "A", "→", "A"]
    assert fronts[1].x - fronts[0].x > fronts[4].x - fronts[3].x + 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_evenings_deck_has_title_and_language(language: str) -> None:
    evening = Evening()
    plan(evening, language)
    decks = decks_of(evening.state)
    assert [len(each.cards) for each in decks] == [24]
    pdf = card_sheets(decks, translator(language), on_sheet=8)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language
        assert str(opened.docinfo["/Title"]).endswith(evening.state.info.title)
    assert pdfs.embedded(pdf)
    assert measuring.nearest_ink(pdf) >= 5


def test_without_cards_it_is_told() -> None:
    with pytest.raises(FasilitaattoriError):
        card_sheets(decks_of(Evening().state), TR)
    with pytest.raises(ValueError, match="5"):
        card_sheets([deck()], TR, on_sheet=5)
