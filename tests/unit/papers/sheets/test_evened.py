"""Questions on cards and posters are set in lines of even length: a short word is not left alone on a line."""

import pytest

from fasilitaattori.papers.sheets.lettering import TITLE, lettered, width_of

QUESTIONS = (
    "Minne veisit ensin vieraan, joka ei ole koskaan käynyt täällä?",
    "Mikä arjessa on hankalampaa kuin sen tarvitsisi olla?",
    "Milloin viimeksi sait naapurilta apua tai autoit itse?",
    "Mikä vanha tapa on jäänyt pois, vaikka se ansaitsisi paluun?",
)
SIZE = 24


def unevenness(lines: tuple[str, ...]) -> float:
    return sum(width_of(line, TITLE, SIZE) ** 2 for line in lines)


@pytest.mark.parametrize("width", [190, 200, 210, 220, 236, 260])
@pytest.mark.parametrize("question", QUESTIONS)
def test_lines_are_as_even_as_they_go(question: str, width: int) -> None:
    plain = lettered(question, TITLE, width, 400, largest=SIZE)
    even = lettered(question, TITLE, width, 400, largest=SIZE, even=True)
    assert plain.size == even.size == SIZE
    assert len(even.lines) == len(plain.lines)
    assert " ".join(even.lines) == question
    assert max(width_of(line, TITLE, SIZE) for line in even.lines) <= width
    for at in range(len(even.lines) - 1):  # no word could go to the next or the last line for the better
        for moved in (moved_down(even.lines, at), moved_up(even.lines, at)):
            if moved is not None and max(width_of(line, TITLE, SIZE) for line in moved) <= width:
                assert unevenness(moved) >= unevenness(even.lines) - 1e-6


def moved_down(lines: tuple[str, ...], at: int) -> tuple[str, ...] | None:
    """The last word of a line on the next one."""
    *rest, last = lines[at].split()
    return (*lines[:at], " ".join(rest), f"{last} {lines[at + 1]}", *lines[at + 2 :]) if rest else None


def moved_up(lines: tuple[str, ...], at: int) -> tuple[str, ...] | None:
    """The first word of the next line on this one."""
    first, *rest = lines[at + 1].split()
    return (*lines[:at], f"{lines[at]} {first}", " ".join(rest), *lines[at + 2 :]) if rest else None


def test_the_question_of_a_card_leaves_no_short_word_alone() -> None:
    lines = lettered(QUESTIONS[0], TITLE, 205, 400, largest=SIZE, even=True).lines
    assert "ensin" not in lines
