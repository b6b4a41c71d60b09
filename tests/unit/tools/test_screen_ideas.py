"""The idea wall on the big screen: what lies where, and how many notes a page holds."""

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from fasilitaattori.i18n import translator
from fasilitaattori.kit.fonts import load_fonts
from fasilitaattori.kit.roll import Roll
from fasilitaattori.kit.slides.laying import lay_wall
from fasilitaattori.kit.slides.notes import GAP, HANG, Grid, Note, draw_notes, text_style
from fasilitaattori.kit.slides.notetags import APART, beside_lines, tags_of
from fasilitaattori.kit.slides.sheet import Canvas, Sheet
from fasilitaattori.kit.slides.wall import Group, WallPage
from fasilitaattori.kit.slides.words import set_words
from fasilitaattori.kit.theme import load_theme

FI = translator("fi")
WIDE, NARROW = Sheet(1920, 1080, FI), Sheet(1440, 1080, FI)
ROOM = 759.0


@pytest.fixture(autouse=True)
def fonts(qapp: QApplication) -> None:
    load_fonts()


def group(name: str, count: int, index: int = 0, words: str = "Kylän olohuone, ovi auki päivisin") -> Group:
    return Group(name, index, tuple(Note(f"{name}-{i}", words, index) for i in range(count)))


def wall(sheet: Sheet, *groups: Group, height: float = ROOM) -> Sequence[WallPage]:
    return lay_wall(sheet, groups, sheet.safe.width(), height)


def ids(pages: Sequence[WallPage]) -> list[str]:
    return [placed.note.id for page in pages for column in page.columns for placed in column.placed]


def test_twenty_four_notes_of_two_lines_lie_on_one_page() -> None:
    themes = [group(name, 6, i) for i, name in enumerate(("Kohtaaminen", "Työ", "Palvelut", "Liikunta"))]
    pages = wall(WIDE, *themes)
    assert len(pages) == 1
    assert len(pages[0].columns) == 4
    assert len(ids(pages)) == 24
    assert len(wall(WIDE, group("", 24, -1))) == 1
    assert len(wall(WIDE, group("", 25, -1))) == 2


def test_words_are_larger_while_there_is_little_and_never_smaller_than_on_a_full_wall() -> None:
    sizes = [wall(WIDE, group("", count, -1))[0].grid.size for count in (1, 10, 18, 24, 200)]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] > sizes[-1] == 36
    assert {page.grid.size for page in wall(NARROW, group("", 200, -1))} == {36}


def columns_of(page: WallPage) -> dict[str, int]:
    return {name: sum(column.group.name == name for column in page.columns) for name in (c.group.name for c in page.columns)}


def test_a_theme_that_grows_gets_room_from_the_others_before_words_get_smaller() -> None:
    few, more, many = (wall(WIDE, group("Työ", count, 0), group("Pihat", 3, 1)) for count in (4, 9, 15))
    assert [len(pages) for pages in (few, more, many)] == [1, 1, 1]
    assert columns_of(few[0]) == {"Työ": 1, "Pihat": 1}
    assert columns_of(more[0]) == {"Työ": 2, "Pihat": 1}
    assert columns_of(many[0]) == {"Työ": 3, "Pihat": 1}
    sizes = [pages[0].grid.size for pages in (few, more, many)]
    assert sizes[0] == sizes[1] > sizes[2] == 36
    assert few[0].grid.width > more[0].grid.width > many[0].grid.width


@given(st.lists(st.integers(0, 14), min_size=1, max_size=4), st.sampled_from([WIDE, NARROW]))
def test_a_theme_with_more_notes_never_has_less_room_on_a_page(counts: list[int], sheet: Sheet) -> None:
    pages = wall(sheet, *(group(f"Teema {i}", count, i) for i, count in enumerate(counts)))
    if len(pages) == 1:
        shares = columns_of(pages[0])
        by_count = sorted((count, shares.get(f"Teema {i}", 0)) for i, count in enumerate(counts))
        assert [share for _, share in by_count] == sorted(share for _, share in by_count)


def test_names_of_themes_go_before_their_marks() -> None:
    short = wall(WIDE, *(group(name, 1, i) for i, name in enumerate(("Työ", "Pihat", "Talo", "Tie"))))
    long = wall(WIDE, *(group(name, 1, i) for i, name in enumerate(("Kohtaaminen 8", "Pihat", "Talo", "Tie"))))
    assert short[0].marked
    assert not long[0].marked


@pytest.mark.parametrize("sheet", [WIDE, NARROW])
@pytest.mark.parametrize("themes", [1, 2, 3, 4, 5, 7])
@pytest.mark.parametrize("each", [0, 1, 7, 20])
def test_every_note_lies_somewhere_once(sheet: Sheet, themes: int, each: int) -> None:
    pages = wall(sheet, *(group(f"Teema {i}", each, i) for i in range(themes)))
    assert len(ids(pages)) == themes * each == len(set(ids(pages)))
    most = 3 if sheet.narrow else 4
    for page in pages:
        assert len(page.columns) <= most
        for column in page.columns:
            taken = sorted((placed.row, placed.row + placed.rows) for placed in column.placed)
            assert all(end <= begin for (_, end), (begin, _) in itertools.pairwise(taken))
            assert all(end <= page.grid.rows for _, end in taken)


def test_no_page_has_nothing_but_the_names_of_set_columns() -> None:
    full = [group(f"Sarake {i}", 6, i) for i in range(4)]
    empty = [group(f"Tyhjä {i}", 0, 4 + i) for i in range(3)]
    (page,) = wall(WIDE, *full, *empty)
    assert set(columns_of(page)) == {each.name for each in full}
    mixed = wall(WIDE, *full, group("Lopuksi", 1, 7), *empty)
    assert all(any(column.placed for column in page.columns) for page in mixed)
    assert "Tyhjä 0" in columns_of(mixed[1])  # where there is a page all the same, they are seen
    assert len(wall(WIDE, *empty)) == 1


_words = st.sampled_from(["Sauna", "Kylän olohuone, ovi auki päivisin", "Sana " * 20, "Sana " * 90])
_some_notes = st.lists(st.tuples(_words, st.sampled_from([1, 3]), st.booleans()), max_size=60)


@given(st.lists(st.tuples(st.integers(0, 60), _some_notes), min_size=2, max_size=5), st.integers(1, 4))
def test_notes_that_come_are_laid_as_if_all_were_laid_anew(
    turns: list[tuple[int, list[tuple[str, int, bool]]]], columns: int
) -> None:
    known = Grid.of(420.0, ROOM)
    notes: list[Note] = []
    for keep, more in turns:
        new = [Note(str(keep + at), words, -1, same, fresh) for at, (words, same, fresh) in enumerate(more)]
        notes = [*notes[:keep], *new]
        anew = Grid(known.width, known.rows, known.row, known.size)
        assert known.spread(Roll(notes), columns) == anew.spread(tuple(notes), columns)
        assert known.stacked(Roll(notes)) == anew.stacked(tuple(notes))


def test_a_long_note_takes_more_rows_and_a_very_long_one_goes_on_in_the_next_column() -> None:
    long = wall(WIDE, group("", 1, -1, "Sana " * 60), group("Teema", 30, 0))
    first = next(placed for column in long[0].columns for placed in column.placed if placed.note.id == "-0")
    assert first.rows > 1
    pages = wall(WIDE, group("A", 1, 0, "Sana " * 400), *(group(f"T{i}", 1, i) for i in range(1, 4)))
    parts = [p for page in pages for column in page.columns for p in column.placed if p.note.id == "A-0"]
    assert len(parts) > 1
    assert [part.last for part in parts] == [False] * (len(parts) - 1) + [True]
    words = " ".join(part.words.shown(i) for part in parts for i in range(part.words.count))
    assert words.split() == ["Sana"] * 400


def test_a_theme_begins_with_its_name_on_every_page() -> None:
    pages = wall(WIDE, group("Kohtaaminen", 60, 0))
    assert len(pages) > 1
    assert all(page.columns[0].first and page.head > 0 for page in pages)


def test_notes_without_a_theme_get_a_name_beside_themes() -> None:
    pages = wall(WIDE, group("Työ", 1, 0), group("", 1, -1))
    assert [column.group.name for column in pages[0].columns if column.first] == ["Työ", "Ilman teemaa"]


def test_how_many_say_the_same_never_stands_among_the_words_when_there_is_room_under_them() -> None:
    """The last line is full, one before it is short: the tag goes under the words, not into them."""
    tags = tags_of(FI, 2, False, 36)
    words = set_words("Kylän olohuone ja\nkahvi\najatuksia talkoista ja niin", text_style(36), 420.0)
    room = [words.width - line.width for line in words.lines]
    assert room[-1] < tags[0].width + APART < room[1]
    assert beside_lines(words, tags, words.width, 10, under=True) == ([], tags)
    beside, rest = beside_lines(words, tags, words.width, 10, under=False)  # a note that has no row to spare
    assert rest == []
    assert beside[0][2] == 1.5 * words.style.line


@pytest.mark.parametrize("width", [385.0, 430.0, 640.0])
@pytest.mark.parametrize(
    "words", ["Käsitöiden myyntipiste", "Koulun keittiö vuokralle", "Juhlasali lainaan", "Kylän oma kirjasto ja lukusali"]
)
def test_the_tag_of_a_note_with_room_for_it_stands_inside(words: str, width: float) -> None:
    """The words stand as they did before they were new."""
    grid, drawn = Grid.of(width, 600.0), []
    for new in (False, True):
        image = QImage(1920, 1080, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        canvas = Canvas(painter, 1920, 1080, load_theme("paiva"), FI)
        draw_notes(canvas, grid, grid.stacked([Note("a", words, -1, 1, new)])[0], 0.0, 0.0)
        painter.end()
        drawn.append([line for line in canvas.written if line.words != "uusi"])
        tags = [line for line in canvas.written if line.words == "uusi"]
        assert len(tags) == new
        assert all(line.ink.bottom() < grid.span(2) - 10 and line.ink.right() < width - 20 for line in tags)
        assert not any(line.ink.intersects(tag.ink.adjusted(-10, 0, 0, 0)) for line in drawn[-1] for tag in tags)
    assert drawn[0] == drawn[1]


def test_the_tag_of_a_full_note_hangs_between_its_last_line_and_the_first_line_of_the_next() -> None:
    image = QImage(1920, 1080, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    canvas = Canvas(painter, 1920, 1080, load_theme("paiva"), FI)
    grid = Grid.of(420.0, 630.0)
    words = "Olohuone aina auki,\nkaikille aina auki ihan"
    column = grid.stacked([Note("a", words, -1, 1, True), Note("b", words, -1)])[0]
    tag = tags_of(FI, 1, True, grid.size)[0]
    draw_notes(canvas, grid, column, 0.0, 0.0)
    painter.end()
    first, second, third, fourth = [line for line in canvas.written if line.words != "uusi"]
    middle = column[0].rows * grid.row + (column[0].rows - 1) * GAP + grid.scaled(HANG)
    assert [line.words for line in (first, second)] == [line.words for line in (third, fourth)]
    assert second.baseline <= middle - tag.height / 2
    assert third.ink.top() >= middle + tag.height / 2 - 2
