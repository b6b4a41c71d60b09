"""What was said and what came of it, on paper, on a phone and on the wall."""

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Page

from fasilitaattori.document.blocks import Document, Heading, Table
from fasilitaattori.errors import FasilitaattoriError
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers import followup, press
from fasilitaattori.papers.data.tables import tables
from fasilitaattori.papers.export import FORMS
from fasilitaattori.papers.followup import Row
from fasilitaattori.papers.forms import typesetting
from fasilitaattori.papers.forms.plaintext import plain_text
from fasilitaattori.papers.forms.webpage import webpage
from fasilitaattori.papers.sheets import followup as posters
from fasilitaattori.papers.sheets import lettering
from fasilitaattori.papers.sheets.boxes import SIZES
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import answers, record, running
from fasilitaattori.workshop.answers import DONE, REFUSED, TELLING, UNDER_WAY, WAITING
from tests.e2e.looking import axe
from tests.unit.papers import pdfs
from tests.unit.papers.evening import Evening, plan, village_evening
from tests.unit.papers.forms.test_pdf import WEIRD
from tests.unit.papers.sheets import measuring

FI = translator("fi")


@pytest.fixture
def evening() -> Evening:
    return village_evening()


def of(evening: Evening, words: str) -> str:
    return next(each.id for each in answers.matters(evening.state) if each.words.startswith(words))


def answered(evening: Evening) -> Evening:
    evening.wait(60 * 24 * 63)
    evening.do(answers.answer(of(evening, "Kohtaaminen"), UNDER_WAY, "Työryhmä on kokoontunut kahdesti.", "Helmi", "15.9."))
    evening.do(answers.answer(of(evening, "Kysytään"), DONE, "Lämmitys maksaa 14 000 euroa."))
    evening.do(answers.answer(of(evening, "Kirjaston ja kaupan"), REFUSED, "Kauppa ei lähde mukaan."))
    evening.do(answers.answer(of(evening, "Tulos viedään"), WAITING, "", "Lautakunta", "toukokuussa"))
    return evening


def cells(document: Document, heading: str) -> dict[str, tuple[str, ...]]:
    """The rows of the table under a heading, by their first line."""
    place = next(i for i, block in enumerate(document.blocks) if isinstance(block, Heading) and block.text == heading)
    table = document.blocks[place + 1]
    assert isinstance(table, Table)
    return {row[0].split("\n")[0]: row for row in table.rows}


def test_it_tells_in_their_own_words_what_came_of_them(evening: Evening) -> None:
    document = followup.follow_up(answered(evening).state, FI)
    assert document.lead == (
        "Kyläkoulun uusi elämä",
        "Torstai 12.3.2026 klo 18.00–20.30, Kuikkaperän kylätalo",
        "Tilanne 14.5.2026",
    )
    assert cells(document, "Teemat") == {
        "Kohtaaminen": (
            "Kohtaaminen\n2 lappua\n”Kylän olohuone ja kahvila”",
            "Työn alla\nTyöryhmä on kokoontunut kahdesti.",
            "osallistuja\n15.9.",
        )
    }
    assert cells(document, "Ehdotukset ja ideat") == {
        "”Kirjaston ja kaupan noutopiste”": ("”Kirjaston ja kaupan noutopiste”", "Ei toteudu\nKauppa ei lähde mukaan.")
    }
    assert cells(document, "Päätökset")["Tulos viedään kunnan tilapalveluihin."][1:] == ("Odottaa", "Lautakunta\ntoukokuussa")


def test_who_does_an_action_is_not_said_anew(evening: Evening) -> None:
    document = followup.follow_up(answered(evening).state, FI)
    assert cells(document, "Tehtävät")["Kysytään kunnalta koulun lämmityskulut"][2] == "Kyläyhdistys"


def test_what_has_no_answer_yet_says_who_answers_and_when(evening: Evening) -> None:
    document = followup.follow_up(answered(evening).state, FI)
    waiting = cells(document, "Vielä ilman vastausta")
    assert waiting["Järjestetään talkoot pihan siistimiseksi"][1:] == ("osallistuja", "16.5.")
    together = waiting["Teema: Työ"]
    assert together[1:] == ("Kyläyhdistys", "20.4., ilmoitustaulu ja kylän verkkosivu")
    assert {"Teema: Palvelut", "Teema: Liikunta", "”Kuntosali ja jumppa”"} <= set(together[0].split("\n"))
    assert not any("Kohtaaminen" in row[0] for row in waiting.values())


def test_once_the_promise_to_tell_was_kept_it_is_not_promised_again(evening: Evening) -> None:
    answered(evening).do(answers.answer(TELLING, DONE, "Kerrottiin.", when="17.4."))
    waiting = cells(followup.follow_up(evening.state, FI), "Vielä ilman vastausta")
    assert waiting["Teema: Työ"][1:] == ("Kyläyhdistys", "ei vielä sovittu")
    evening.do(answers.answer(TELLING, WAITING, who="Kunta", when="15.9."))
    waiting = cells(followup.follow_up(evening.state, FI), "Vielä ilman vastausta")
    assert waiting["Teema: Työ"][1:] == ("Kunta", "15.9.")


def test_no_participant_is_named(evening: Evening) -> None:
    text = plain_text(followup.follow_up(answered(evening).state, FI))
    assert "Helmi" not in text
    assert "Reino" not in text


def test_the_promise_to_tell_is_answered_too(evening: Evening) -> None:
    evening.do(answers.answer(TELLING, DONE, "Tulos vietiin 2.4.", "Kyläyhdistys", "10.4. ilmoitustaululla"))
    text = plain_text(followup.follow_up(evening.state, FI))
    assert "Mitä siitä tuli: Tehty. Tulos vietiin 2.4." in text
    assert "Milloin: 10.4. ilmoitustaululla" in text


def test_there_is_none_before_the_evening_is_over() -> None:
    evening = Evening()
    assert not press.can_be_made(evening.state, press.FOLLOW_UP)
    with pytest.raises(FasilitaattoriError):
        press.make(evening.state, press.Order(press.FOLLOW_UP), "pdf", FI)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_an_accessible_pdf(language: str) -> None:
    evening = village_evening(language)
    for number, matter in enumerate(answers.matters(evening.state)):
        evening.do(answers.answer(matter.id, answers.OUTCOMES[number % 4], f"Vastaus {number}."))
    evening.do(answers.withdraw(of(evening, "Tulos viedään")))
    pdf = typesetting.pdf(followup.follow_up(evening.state, translator(language)))
    assert pdfs.faults(pdf) == []
    assert pdfs.embedded(pdf)
    found = pdfs.tags(pdf)
    assert found.count("/H1") == 1
    assert found.count("/H2") == 6
    assert {"/Table", "/TH", "/TD", "/Figure"} <= set(found)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert str(opened.Root.Lang) == language
        assert str(opened.docinfo["/Title"]) == translator(language)("Mitä sanoitte, mitä tehtiin")


def many(count: int, text: str = "") -> Evening:
    """An ended evening with so many actions, each answered."""
    evening = Evening()
    plan(evening, "fi")
    evening.do(running.open_room())
    evening.do(running.start())
    for number in range(count):
        made = evening.do(record.act(text or f"Tehtävä numero {number}", "Kunta", "31.5."))
        evening.do(answers.answer(made[0].id, answers.OUTCOMES[number % 4], text or "Se on tehty. " * (1 + number % 9)))
    evening.do(running.end())
    return evening


@pytest.mark.parametrize("count", [1, 60])
def test_it_works_with_one_answer_and_with_sixty(count: int) -> None:
    state = many(count).state
    document = followup.follow_up(state, FI)
    assert len(cells(document, "Tehtävät")) == count
    assert pdfs.faults(typesetting.pdf(document)) == []
    for form in FORMS:
        assert press.make(state, press.Order(press.FOLLOW_UP), form, FI)


@pytest.mark.parametrize("text", WEIRD, ids=range(len(WEIRD)))
def test_whatever_people_wrote_is_told(text: str) -> None:
    clean = text.replace("\x00", "").replace("\ud800", "")[:3000]
    state = many(3, clean).state
    assert pdfs.faults(typesetting.pdf(followup.follow_up(state, FI))) == []
    pdf = press.make(state, press.Order("follow_up_poster", size="a3"), "pdf", FI)
    assert measuring.nearest_ink(pdf) >= 5


# --- the page a phone reads ----------------------------------------------------------------------------------------


@pytest.fixture
def page(page: Page) -> Page:
    page.set_viewport_size({"width": 360, "height": 740})
    return page


def opened(page: Page, folder: Path, evening: Evening) -> Page:
    file = folder / "vastaukset.html"
    file.write_text(webpage(followup.follow_up(evening.state, FI)), encoding="utf-8")
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 360, 1000])
def test_axe_finds_nothing_on_the_page(page: Page, tmp_path: Path, evening: Evening, scheme: str, width: int) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two it takes
    page.set_viewport_size({"width": width, "height": 740})
    opened(page, tmp_path, answered(evening))
    assert axe(page) == ""
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_on_a_phone_each_answer_is_a_card_under_what_it_answers(page: Page, tmp_path: Path, evening: Evening) -> None:
    opened(page, tmp_path, answered(evening))
    said, came = (page.locator(".cards tbody tr").first.locator("td").nth(number).bounding_box() for number in (0, 1))
    assert said is not None
    assert came is not None
    assert came["y"] >= said["y"] + said["height"]
    assert said["width"] > 280


def test_on_a_wide_screen_the_answer_stands_beside(page: Page, tmp_path: Path, evening: Evening) -> None:
    page.set_viewport_size({"width": 1000, "height": 740})
    opened(page, tmp_path, answered(evening))
    said, came = (page.locator(".cards tbody tr").first.locator("td").nth(number).bounding_box() for number in (0, 1))
    assert said is not None
    assert came is not None
    assert came["y"] == said["y"]
    assert came["x"] >= said["x"] + said["width"]


# --- the poster ----------------------------------------------------------------------------------------------------


def poster(evening: Evening, size: str = "a3") -> bytes:
    return press.make(evening.state, press.Order("follow_up_poster", size=size), "pdf", FI)


@pytest.mark.parametrize(("size", "millimetres"), [("a4", (210, 297)), ("a3", (297, 420))])
@pytest.mark.parametrize(
    "make", [lambda: answered(village_evening()), lambda: many(1), lambda: many(60)], ids=["usual", "1", "60"]
)
def test_posters_are_true_to_size_and_keep_from_the_edge(
    make: Callable[[], Evening], size: str, millimetres: tuple[int, int]
) -> None:
    pdf = poster(make(), size)
    assert set(measuring.page_sizes(pdf)) == {millimetres}
    assert measuring.nearest_ink(pdf) >= 5
    assert pdfs.embedded(pdf)


def test_the_poster_says_everything_in_words(evening: Evening) -> None:
    pdf = poster(answered(evening))
    text = " ".join(said.text for number in range(len(measuring.page_sizes(pdf))) for said in measuring.words(pdf, number))
    for words in ("Mitä sanoitte,", "Kohtaaminen", "Tehty", "Työn alla", "Ei toteudu", "Odottaa", "Vielä ilman vastausta"):
        assert words in text
    assert "Helmi" not in text


def test_sixty_answers_go_onto_as_many_sheets_as_are_numbered(evening: Evening) -> None:
    pdf = poster(many(60))
    count = len(measuring.page_sizes(pdf))
    assert count > 1
    for number in range(count):
        assert f"{number + 1} ({count})" in [said.text for said in measuring.words(pdf, number)]


def answers_told(count: int) -> posters.Told:
    made = (
        Row("action", f"Tehtävä {number} kylätalon kunnostamiseksi", DONE, f"Vastaus {number}. " * (1 + number % 9), "Kunta")
        for number in range(count)
    )
    return posters.Told(tuple(made), "Kyläkoulun uusi elämä")


def test_each_text_of_a_long_poster_is_set_in_a_few_sizes_only() -> None:
    told = answers_told(120)
    texts = {text for row in told.rows for text in (row.words, row.text)}
    before = lettering._lettered.cache_info().misses
    assert posters.follow_up_posters(told, FI)
    assert lettering._lettered.cache_info().misses - before < 12 * len(texts)


@pytest.mark.parametrize("count", [5, 23])
def test_its_letters_are_as_large_as_they_can_be(count: int) -> None:
    told = answers_told(count)

    def in_letters(step: int) -> bytes:
        """Made in letters of one size only."""
        letters = posters._SMALLEST + step * posters._STEP
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(posters, "_SMALLEST", letters)
            patched.setattr(posters, "_LARGEST", letters)
            return posters.follow_up_posters(told, FI)

    tried = [in_letters(step) for step in range(round((posters._LARGEST - posters._SMALLEST) / posters._STEP) + 1)]
    fewest = len(measuring.page_sizes(tried[0]))
    largest = [pdf for pdf in tried if len(measuring.page_sizes(pdf)) == fewest][-1]
    assert measuring.words(posters.follow_up_posters(told, FI), 0) == measuring.words(largest, 0)


def test_its_code_leads_to_the_page_when_there_is_one(evening: Evening) -> None:
    def codes() -> set[str]:
        picture = Image.open(io.BytesIO(typesetting.sheet_pictures(poster(evening), [SIZES["a3"]], ppi=100)[0])).convert("L")
        return {code.text for code in zxingcpp.read_barcodes(picture)}

    assert codes() == set()
    evening.do(answers.tell_page("kuikkapera.fi/kylatalo"))
    assert codes() == {"https://kuikkapera.fi/kylatalo"}
    assert any(said.text == "kuikkapera.fi/kylatalo" for said in measuring.words(poster(evening), 0))


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_the_sender_s_logo_stands_at_the_foot_and_keeps_from_the_edge(size: str) -> None:
    out = io.BytesIO()
    Image.new("RGB", (400, 100), "#1B4D3E").save(out, "PNG")
    told = posters.told_of(answered(village_evening()).state, FI)
    plain = posters.follow_up_posters(told, FI, size=size)
    marked = posters.follow_up_posters(told, FI, size=size, logo=out.getvalue())
    assert len(marked) > len(plain)
    assert measuring.nearest_ink(marked) >= 5


def test_nothing_to_tell_is_said() -> None:
    with pytest.raises(FasilitaattoriError):
        posters.follow_up_posters(posters.told_of(Evening().state, FI), FI)


# --- the data ------------------------------------------------------------------------------------------------------


def test_the_data_tells_what_came_of_ideas_and_actions(evening: Evening) -> None:
    made = {records.key: records for records in tables(answered(evening).state, FI)}

    def rows(key: str) -> list[dict[str, object]]:
        return [dict(zip((field.key for field in made[key].fields), row, strict=True)) for row in made[key].rows]

    assert {(row["what"], row["outcome"], row["answer"]) for row in rows("actions")} == {
        ("Kysytään kunnalta koulun lämmityskulut", "done", "Lämmitys maksaa 14 000 euroa."),
        ("Järjestetään talkoot pihan siistimiseksi", None, None),
    }
    of_theme = [row["outcome"] for row in rows("ideas") if row["theme"] == "Kohtaaminen"]
    assert of_theme == ["under_way"]
    told = {row["what"]: row for row in rows("answers")}
    assert len(told) == 4
    assert told["Kohtaaminen"]["who"] == "osallistuja"
    assert told["Kohtaaminen"]["at"] == "2026-05-14"


def test_a_note_beside_themes_is_told_when_it_is_answered(evening: Evening) -> None:
    loose = of(evening, "Paperilappu")
    assert "Paperilappu" not in plain_text(followup.follow_up(evening.state, FI))
    evening.do(answers.answer(loose, DONE, "Perhekerho alkoi."))
    assert "Perhekerho alkoi." in plain_text(followup.follow_up(evening.state, FI))
    step = next(s for s in evening.state.plan.steps() if s.tool == "ideas" and evening.state.tool(s).holds(loose))
    evening.do(ideas.hide(step.id, [loose]))
    assert "Perhekerho alkoi." not in plain_text(followup.follow_up(evening.state, FI))
