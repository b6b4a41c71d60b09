"""What people write is shown as they wrote it and is nothing but text: on phones, on the remote, on paper, in files."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any
from xml.etree import ElementTree as ET

import docx
import pikepdf
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Browser, Page

from fasilitaattori.figures.codes import Network
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.papers import press
from fasilitaattori.phones.api.described import EVENTS, HTML, JSON, Address
from fasilitaattori.phones.api.routes import TABLE
from fasilitaattori.workshop.agenda import add_step, new_step
from fasilitaattori.workshop.state import Workshop
from tests.integration.hostile import HOSTILE, LONG, SHORT, Evening, bare
from tests.unit.papers import pdfs
from tests.unit.phones.house import PLAN
from tests.waiting import PATIENCE_MS

NEVER = {"object", "embed", "applet", "base", "frame", "math", "marquee", "audio", "video"}


class Safe(HTMLParser):
    """Reads a page as a browser does and finds what could do something."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._inside: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag not in NEVER
        self._inside.append(tag)
        for name, value in attrs:
            assert not name.startswith("on"), (tag, name)
            if name in ("href", "src", "action", "formaction", "xlink:href"):
                assert re.match(r"/|#|\?|$", value or ""), (tag, name, value)
            self.words.append(value or "")
        if tag == "script":
            assert dict(attrs).get("src"), "a script of its own"

    def handle_data(self, data: str) -> None:
        if self._inside and self._inside[-1] in ("script", "style"):
            assert not data.strip() or self._inside[-1] == "style"
        if self._inside and self._inside[-1] in ("b", "h1", "a", "i"):
            assert data not in ("lihava", "iso", "linkki")
        self.words.append(data)

    def handle_endtag(self, tag: str) -> None:
        while self._inside and self._inside.pop() != tag:
            pass

    @property
    def text(self) -> str:
        return bare("".join(self.words))


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    """A whole hostile evening, ended."""
    made = Evening(tmp_path_factory.mktemp("ended"))
    for key in PLAN:
        made.go(key)
    made.record()
    groups = [{"name": name, "topic": topic} for name, topic in pairwise(SHORT)]
    made.house.do(add_step(new_step("Pöydät", "pause", 10, "ryhma", groups=groups)))
    made.finish()
    yield made.house.state
    made.close()


# --- phones ---

OF_MARKDOWN = set("blockquote br em h1 h2 h3 h4 li ol p strong table tbody td th thead tr ul".split())
ACTING = {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/URI", "/EmbeddedFile", "/SubmitForm", "/GoToR"}
ALIVE = (
    "script:not([src]), img:not([src^='/']), object, embed, h1 h1, b b, body b > a, [onerror], [onload], [onclick], "
    "a[href^='javascript'], a[href*='paha'], [src*='passwd'], [src*='paha']"
)
LOOK = """alive => ({
  pwned: typeof window.pwned,
  alive: [...document.querySelectorAll(alive)].map(e => e.outerHTML.slice(0, 200)),
  text: document.body.innerText + [...document.querySelectorAll("input,textarea")].map(e => e.value).join(" "),
})"""


DRAWN = ("html", "parts", "mine", "pieces")


def look(page: Page) -> str:
    """The words on the page, once nothing in it has come alive."""
    seen = page.evaluate(LOOK, ALIVE)
    assert (seen["pwned"], seen["alive"]) == ("undefined", [])
    return bare(seen["text"])


def pages_of(evening: Evening) -> Iterator[tuple[Address, str]]:
    """Every page, frame and piece of a page that anybody may see now; JSON as it is."""
    house = evening.house
    parts = {"token": evening.phones[0].base.removeprefix("/o/"), "capability": house.remote}
    with house.client() as client:
        for address in TABLE:
            kinds = {answer.content for answer in address.answers}
            if address.method != "GET" or EVENTS in kinds or not kinds & {HTML, JSON}:
                continue
            path = re.sub(r"{(\w+)}", lambda found: parts.get(found[1], "x"), address.path)
            for language in LANGUAGES:
                answer = client.get(path, params={"language": language, "key": "", "text": "1"})
                assert answer.status_code in (200, 404), (path, answer.status_code)
                yield address, answer.text


def check_pages(evening: Evening) -> str:
    """All of them are safe; gives the words of the participant's page."""
    words = ""
    for address, text in pages_of(evening):
        if text.startswith("{"):
            for piece in _drawn(json.loads(text)) if address.path.endswith("/live") else ():
                Safe(piece)
        elif address.path == "/o/{token}":
            words += Safe(text).text
        else:
            Safe(text)
    return words


def _drawn(value: Any, name: str = "") -> Iterator[str]:
    """What a script puts on the page as HTML; the rest (titles, names) it sets as text."""
    if isinstance(value, dict):
        for key, one in value.items():
            yield from _drawn(one, name if name in DRAWN else key)
    elif isinstance(value, str) and name in DRAWN:
        yield value


def test_nothing_that_people_write_comes_alive_on_a_phone(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> None:
    evening = Evening(tmp_path_factory.mktemp("house"))
    house = evening.house
    context, plain = browser.new_context(), browser.new_context(java_script_enabled=False)
    try:
        for one in (context, plain):
            one.set_default_timeout(PATIENCE_MS)
        page, still = context.new_page(), plain.new_page()
        asked: list[str] = []
        for view in (page, still):
            view.on("request", lambda request: asked.append(request.url))
        page.goto(house.url + evening.phones[0].base)
        for key in PLAN:
            step = evening.go(key)
            written = house.state.plan.need(step).title
            page.wait_for_function("title => document.title.includes(title.trim())", arg=written)  # it follows by itself
            title = bare(written)
            still.goto(house.url + evening.phones[0].base)
            for words in (look(page), bare(still.inner_text("body")), check_pages(evening)):
                assert title in words, key
        house.go("ideas")
        page.goto(house.url + evening.phones[0].base)
        words = look(page)
        for text in HOSTILE:
            assert bare(text) in words, text
        assert all(url.startswith((house.url, "data:")) for url in asked), asked
    finally:
        context.close()
        plain.close()
        evening.close()


# --- paper ---


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("public", [True, False])
def test_minutes_say_what_was_written_and_no_more(state: Workshop, language: str, public: bool) -> None:
    tr, order = translator(language), press.Order(press.MINUTES, public=public)
    papers = {form: press.make(state, order, form, tr) for form in press.PAPERS[press.MINUTES][1]}
    told = {"docx": of_word(papers["docx"]), "md": of_markdown(papers["md"].decode()), "txt": papers["txt"].decode()}
    for form, words in told.items():
        for text in HOSTILE:
            for line in text.split("\n"):
                assert bare(line) in bare(words), (form, line)
    printed = bare(pdfs.words(papers["pdf"]))
    for text in (*SHORT, LONG[0]):
        assert bare(text) in printed, text


@pytest.mark.parametrize("paper", [name for name in press.PAPERS if name != press.MINUTES])
def test_the_other_papers_too(state: Workshop, paper: str) -> None:
    network = Network(SHORT[0], SHORT[1])
    order = press.Order(paper, address="http://192.168.1.31:8080/", network=network)
    for form in press.PAPERS[paper][1]:
        made = press.make(state, order, form, translator("fi"))
        if form == "pdf":
            assert any(bare(text) in bare(pdfs.words(made)) for text in SHORT)
        elif form == "docx":
            assert bare(SHORT[0]) in bare(of_word(made))
        elif form == "md":
            assert bare(SHORT[0]) in bare(of_markdown(made.decode()))


def test_a_pdf_holds_nothing_that_acts(state: Workshop) -> None:
    tr = translator("fi")
    for paper in (name for name, (_, forms) in press.PAPERS.items() if "pdf" in forms):
        raw = press.make(state, press.Order(paper, address="http://192.168.1.31:8080/"), "pdf", tr)
        with pikepdf.open(io.BytesIO(raw)) as opened:
            for thing in opened.objects:
                if isinstance(thing, pikepdf.Dictionary):
                    assert not {"/JS", "/JavaScript", "/Launch", "/OpenAction", "/AA", "/URI", "/EmbeddedFile"} & set(
                        thing.keys()
                    )


def of_word(raw: bytes) -> str:
    """The words of a DOCX; it links to nothing and computes nothing."""
    with zipfile.ZipFile(io.BytesIO(raw)) as opened:
        for name in opened.namelist():
            content = opened.read(name)
            if name.endswith((".xml", ".rels")):
                ET.fromstring(content)
            if name.endswith(".rels"):
                assert b'TargetMode="External"' not in content
            assert b"<w:instrText" not in content.replace(b"PAGE", b"") or b"DDE" not in content
            assert b"<w:hyperlink" not in content
    document = docx.Document(io.BytesIO(raw))
    cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join(paragraph.text for part in (document, *cells) for paragraph in part.paragraphs)


def of_markdown(text: str) -> str:
    """The words of Markdown as a wiki would show them; of markup only what the paper itself has."""
    page = MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table").enable("strikethrough").render(text)
    assert set(re.findall(r"<(\w+)", page)) <= OF_MARKDOWN
    reader = Safe(page)
    return "\n".join(reader.words)
