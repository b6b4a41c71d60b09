"""The web page is one accessible file: axe finds nothing, nothing is fetched, nothing people wrote becomes markup."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from fasilitaattori.document.blocks import Facts, Heading, PageBreak, Paragraph, Quote, Run, bullets, paragraph, table
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers.forms.webpage import webpage
from fasilitaattori.papers.minutes import minutes
from tests.e2e.looking import axe
from tests.unit.papers.evening import village_evening
from tests.unit.papers.forms.test_pdf import WEIRD, every_block, paper


def shown(page: Page, folder: Path, html: str) -> Page:
    """The page as somebody opens it from a stick."""
    file = folder / "muistio.html"
    file.write_text(html, encoding="utf-8")
    page.goto(file.as_uri())
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(page: Page, tmp_path: Path, scheme: str) -> None:
    page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # one of the two it takes
    draft = paper(*every_block("Teksti"), lead=("Torstai",), draft=True, draft_mark="LUONNOS", draft_note="Ei hyväksytty.")
    shown(page, tmp_path, webpage(draft))
    assert axe(page) == ""
    assert page.title() == "LUONNOS: Muistio: Kylä"
    assert page.locator("main").inner_text().startswith("Muistio: Kylä\n\nTorstai\n\nLUONNOS Ei hyväksytty.")


def test_it_fits_a_phone(page: Page, tmp_path: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    shown(page, tmp_path, webpage(paper(*every_block("Epäjärjestelmällistyttämättömyydelläänkäänköhän " * 3))))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_with_all_their_tables_fit_a_phone_and_no_number_is_broken(page: Page, tmp_path: Path, language: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    shown(page, tmp_path, webpage(minutes(village_evening(language).state, translator(language))))
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    lines = page.locator("td.number").evaluate_all(
        "cells => cells.map(cell => { const inside = document.createRange(); inside.selectNodeContents(cell);"
        " return inside.getClientRects().length })"
    )
    assert len(lines) > 20
    assert set(lines) == {1}
    head = page.locator("th").evaluate_all("cells => cells.map(cell => [cell.textContent.length, cell.clientHeight])")
    assert max(height for _, height in head) < 150, head


_TORN = """() => [...document.querySelectorAll("table:not(.cards) :is(th, td)")].flatMap(cell => {
  const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT), torn = [];
  const top = (node, at) => {
    const letter = document.createRange();
    letter.setStart(node, at); letter.setEnd(node, at + 1);
    return [...letter.getClientRects()].at(-1).top;
  };
  for (let node; node = walk.nextNode();) for (const { 0: word, index } of node.data.matchAll(/[^\\s\\u00ad\\u2013-]{2,12}/g))
    if (new Set([...word].map((_, at) => top(node, index + at))).size > 1) torn.push(word);
  return torn })"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 820, 1280])
def test_no_word_is_torn_in_a_table(page: Page, tmp_path: Path, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    shown(page, tmp_path, webpage(minutes(village_evening(language).state, translator(language), public=False)))
    assert page.evaluate(_TORN) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_blocks_become_what_they_are(page: Page, tmp_path: Path) -> None:
    document = paper(
        Heading("Osa"),
        Paragraph((Run("Teema: ", bold=True), Run("kysymys\ntoinen rivi"))),
        bullets(["eka", "toka"], numbered=True),
        Quote("Mitä nyt?"),
        Facts((("Kuka", "Kylä"),)),
        table(["", "Pisteitä"], [["a", "3"]], right=(1,), caption="Tulos"),
        language="sv",
    )
    shown(page, tmp_path, webpage(document))
    assert page.evaluate("document.documentElement.lang") == "sv"
    assert page.locator("h1").all_inner_texts() == ["Muistio: Kylä"]
    assert page.locator("h2").all_inner_texts() == ["Osa"]
    assert page.locator("p.said").inner_text() == "Teema: kysymys\ntoinen rivi"
    assert page.locator("ol > li").all_inner_texts() == ["eka", "toka"]
    assert page.locator("dl > dd").all_inner_texts() == ["Kylä"]
    assert page.get_by_role("table", name="Tulos").get_by_role("columnheader").all_inner_texts() == ["Pisteitä"]


def test_a_drawing_says_what_it_shows(page: Page, tmp_path: Path) -> None:
    shown(page, tmp_path, webpage(paper(*every_block("A"))))
    assert page.get_by_role("img", name="Tulos. Eniten: A (4). Näistä huoneessa laskettuja: 1.").count() == 1


def test_a_new_page_begins_when_printed(page: Page, tmp_path: Path) -> None:
    shown(page, tmp_path, webpage(paper(paragraph("a"), PageBreak(), Heading("B"))))
    page.emulate_media(media="print")
    assert page.locator(".new-page h2").inner_text() == "B"
    assert page.locator(".new-page").evaluate("e => getComputedStyle(e).breakBefore") == "page"


@pytest.mark.parametrize("text", [*WEIRD, "<script>document.title='x'</script>", "<img src=x onerror=alert(1)>", '"><b>'])
def test_nothing_people_wrote_becomes_markup(page: Page, tmp_path: Path, text: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    html = webpage(paper(*every_block(text), title=text or "-", organisation=text, author=text, subject=text, lead=(text,)))
    shown(page, tmp_path, html)
    assert page.locator("script, main img, main b, iframe, object").count() == 0
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
