"""Every slide can be told in words: all that is painted, nothing that is not, and nothing that moves by itself."""

import inspect
import re

import pytest
from PySide6.QtWidgets import QApplication

from fasilitaattori.desktop.bigscreen.testcard import PatternSlide
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.kit.slides.slide import Slide
from fasilitaattori.kit.slides.spoken import Spoken, passage, spoken
from fasilitaattori.kit.slides.words import strong
from tests.unit.desktop.bigscreen.drawn import everything, pages_of, slide_named, written
from tests.unit.desktop.bigscreen.groupwork import HOST
from tests.unit.desktop.bigscreen.scenes import SCENES

MOVING = re.compile(
    r"\d{1,2}[.:]\d\d|\d+:\d\d|\d+|\d+ (min|s)"  # the clock, a countdown, a place in the queue
    r"|(.* · )?\d+ / \d+"  # a page number, with how many notes there are
    r"|sekuntia?|minuuttia?|sekunder|sekund|minuter|minut|seconds?|minutes?|uusi|ny|new"
    r"|ja \d+ muu(ta)?|och \d+ andra|och \d+ till|and \d+ more|and \d+ others?"  # how many fit differs with the picture's shape
)


def flat(words: str) -> str:
    """Without spaces and joints: a line of the picture may end anywhere."""
    return re.sub(r"[\s\u00ad]+", "", words)


def lines_of(told: Spoken) -> list[str]:
    return [told.title, *(line for one in told.passages for line in (one.heading, *one.lines) if line)]


def text_of(slide: Slide, language: str = "fi") -> str:
    return "\n".join(lines_of(slide.spoken(translator(language))))


@pytest.mark.parametrize("name", SCENES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_is_painted_is_told(qapp: QApplication, name: str, language: str) -> None:
    slide = slide_named(name, language)
    told = flat(text_of(slide, language))
    size = (1920, 1080)
    painted = [text.words for page in range(pages_of(slide, size, language)) for text in written(slide, size, language, page)]
    assert [words for words in painted if flat(words) not in told and not MOVING.fullmatch(words)] == []


def test_every_kind_of_slide_is_among_the_scenes(qapp: QApplication) -> None:
    def kinds(kind: type) -> set[type]:
        subs: list[type] = kind.__subclasses__()
        below = set[type]().union(*(kinds(sub) for sub in subs))
        return below if inspect.isabstract(kind) else below | {kind}

    def parts(slide: Slide) -> set[type]:
        return {type(slide)}.union(*(parts(each) for each in getattr(slide, "slides", ())))

    seen = set[type]().union(*(parts(slide_named(name)) for name in SCENES))
    assert kinds(Slide) - seen == {PatternSlide}
    slide = PatternSlide("1920 × 1080")
    told = flat(text_of(slide))
    assert [text.words for text in written(slide, (1920, 1080)) if flat(text.words) not in told] == []


@pytest.mark.parametrize(
    ("scene", "secret"),
    [
        ("ballot", "Näin pisteet"),
        ("survey", "keskiarvo"),
        ("survey-result", "Salainen"),
        ("survey-few", "keskiarvo"),
        ("groups", HOST),
        ("groups-long", HOST),
    ],
)
def test_what_is_not_shown_is_not_told(qapp: QApplication, scene: str, secret: str) -> None:
    assert secret not in everything(scene)
    assert secret not in text_of(slide_named(scene))


def test_an_open_vote_tells_how_many_but_not_what(qapp: QApplication) -> None:
    told = slide_named("ballot").spoken(translator("fi"))
    assert "2 / 8 äänestänyt" in lines_of(told)
    candidates = next(one.lines for one in told.passages if one.listed)
    assert "Kyläkahvila kerran viikossa" in candidates


def test_a_countdown_is_told_as_the_time_when_it_is_up(qapp: QApplication) -> None:
    told = text_of(slide_named("pause"))
    assert "Jatkamme klo 18.50" in told
    assert text_of(slide_named("pause-plain")) == told.replace("\nKahvia ja pullaa keittiön luukulla", "")
    assert "Jatkamme nyt" in text_of(slide_named("pause-over"))
    assert "Aikaa on klo 19.05 asti." in text_of(slide_named("discussion"))
    assert "aika täynnä" in text_of(slide_named("discussion-overtime"))


def test_notes_stand_under_their_themes(qapp: QApplication) -> None:
    told = slide_named("wall").spoken(translator("fi"))
    themes = [one for one in told.passages if one.listed]
    assert [one.heading for one in themes] == ["Kohtaaminen: 5", "Työ: 6", "Palvelut: 6", "Liikunta: 6"]
    assert themes[0].lines[0] == "Kyläkahvila kerran viikossa (2 samaa)"
    alone = [one for one in slide_named("wall-even").spoken(translator("fi")).passages if one.listed]
    assert [(one.heading, len(one.lines)) for one in alone] == [("", 11)]


def test_what_only_paints_is_left_out() -> None:
    told = spoken(f"Osoite {strong('192.168.8.2')}", passage("", "  "), passage("yksi\nkaksi", heading=" "), None)
    assert told == Spoken("Osoite 192.168.8.2", (passage("yksi kaksi"),))


def test_a_point_that_was_mended_after_the_marks_is_no_disagreement(qapp: QApplication) -> None:
    told = text_of(slide_named("checking"))
    assert "6 pitää muita kohtia oikeina" in told
    assert "Korjattu kohta merkitään uudelleen." in told
    assert "kaikkea oikeana" not in told
    assert "uudelleen" not in text_of(slide_named("checking-begun"))
