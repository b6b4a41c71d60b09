"""Staying in: the program is killed and started again, the laptop gets another address, several people share a phone, two tabs
are open, the facilitator takes a phone out. Whatever was written is sent once, to the right person, or can be taken along."""

import re
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.workshop import running
from tests.e2e.pages import LATER, Wire, awake, choose, code_of, join, note, stay, try_now, what_now, write
from tests.e2e.test_live_command import Hall
from tests.unit.desktop.network.conftest import free_port
from tests.unit.phones.house import House
from tests.waiting import eventually

SHARED = re.compile("Seuraava henkilö")


def texts(house: House, step: str) -> list[tuple[int, str]]:
    """Who wrote what, in the order it was saved."""
    return [(idea.author, idea.text) for idea in house.tool(step).ideas.values()]


@pytest.fixture
def other_address(house: House) -> Iterator[Wire]:
    """The same laptop at another address: another origin, so nothing the phone has stored is there."""
    laid = Wire(house.server.port)
    yield laid
    laid.close()


@pytest.fixture
def open_hall(tmp_path: Path) -> Iterator[Callable[..., Hall]]:
    halls: list[Hall] = []

    def build(*arguments: str) -> Hall:
        halls.append(Hall(tmp_path / "data", *arguments))
        return halls[-1]

    yield build
    for hall in halls:
        hall.close()


def test_the_program_is_killed_and_started_again(open_hall: Callable[..., Hall], open_page: Callable[..., Page]) -> None:
    port = str(free_port())
    hall = open_hall("--method", "aivoriihi", "--port", port)
    pages = [join(open_page(hall.said["url"]), name) for name in ("Helmi", "Reino")]
    loads: list[str] = []
    hall.to_tool("ideas", re.sub(r"^https?://[^/]*", "", pages[0].url))
    for page in pages:
        page.on("framenavigated", lambda frame: loads.append(frame.url))
        expect(page.locator("#text")).to_be_visible(timeout=LATER)
        page.locator("#text").fill("Kesken jäävä lause")
    hall.close(signal.SIGKILL)
    for page in pages:
        stay(page)
        write(page, "Kirjoitettu kun kone oli poissa")
        expect(note(page, "Kirjoitettu kun")).to_contain_text("Odottaa yhteyttä")
        page.locator("#text").fill("Uusi keskeneräinen")
        expect(page.locator("#net")).to_contain_text("Yhteys poikki", timeout=LATER)
    again = open_hall("--workshop", hall.said["workshop"], "--port", port)
    for page in pages:
        expect(note(page, "Kirjoitettu kun")).to_contain_text("Lähetetty klo", timeout=2 * LATER)
        expect(page.locator("#net")).to_contain_text("Yhteys kunnossa", timeout=2 * LATER)
        expect(page.locator("#text")).to_have_value("Uusi keskeneräinen")
    assert loads == []
    for page in pages:
        ideas = again.state(re.sub(r"^https?://[^/]*", "", page.url))["mine"]["ideas"]
        assert [idea["text"] for idea in ideas] == ["Kirjoitettu kun kone oli poissa"]
    for page in pages:
        page.locator("#text").fill("Uusi vielä keskeneräinen")  # whoever has written nothing for a while is taken along
    again.steer("next")
    for page in pages:
        expect(page.get_by_role("region", name="Ilmoitukset").get_by_text("Ryhmä siirtyi vaiheeseen")).to_be_visible(
            timeout=LATER
        )  # it follows, and waits for the writer


def test_the_laptop_gets_another_address(house: House, wire: Wire, other_address: Wire, open_page: Callable[..., Page]) -> None:
    """The old page says what to do and keeps the words; the code brings the person back; the old page goes on when it can."""
    step = house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/", permissions=["clipboard-read", "clipboard-write"]))
    code = code_of(page)
    wire.cut()
    write(page, "Talvipuutarha")
    what_now(page)
    cut = page.locator("#cut")
    expect(cut.get_by_text("Idea: Talvipuutarha")).to_be_visible()
    expect(cut.get_by_text(f"valitse Olin jo mukana ja anna koodisi {code}")).to_be_visible()
    cut.get_by_role("button", name="Kopioi tekstit").click()
    expect(cut.get_by_role("textbox", name="Lähettämättömät tekstit")).to_have_value("Talvipuutarha")
    expect(cut.get_by_text("Tekstit on kopioitu.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "Talvipuutarha"

    fresh = open_page(f"http://127.0.0.1:{other_address.port}/")
    fresh.get_by_role("link", name="Olin jo mukana").click()
    fresh.get_by_label("Oma koodisi").fill("aaa aaa")
    fresh.get_by_role("button", name="Jatka").click()
    expect(fresh.get_by_role("alert")).to_contain_text("ei löytynyt ketään")
    expect(fresh.get_by_label("Oma koodisi")).to_have_value("aaa aaa")
    fresh.get_by_label("Oma koodisi").fill(code.lower().replace(" ", ""))
    fresh.get_by_role("button", name="Jatka").click()
    expect(fresh.locator("#who")).to_have_text("Helmi")
    assert code_of(fresh) == code
    write(fresh, "Talvipuutarha uudesta osoitteesta")
    expect(note(fresh, "uudesta")).to_contain_text("Lähetetty klo")

    wire.mend()
    try_now(page)
    expect(note(page, "Talvipuutarha")).to_contain_text("Lähetetty klo", timeout=LATER)
    assert texts(house, step) == [(1, "Talvipuutarha uudesta osoitteesta"), (1, "Talvipuutarha")]


def test_copying_by_hand_where_the_browser_refuses(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    page.evaluate("document.execCommand = () => false")
    wire.cut()
    write(page, "Kuvakerho")
    what_now(page)
    page.get_by_role("button", name="Kopioi tekstit").click()
    expect(page.get_by_text("Valitse teksti kentästä ja kopioi se itse.")).to_be_visible()
    field = page.get_by_role("textbox", name="Lähettämättömät tekstit")
    expect(field).to_be_focused()
    assert field.evaluate("field => field.value.slice(field.selectionStart, field.selectionEnd)") == "Kuvakerho"
    assert field.evaluate("field => field.readOnly")


def test_two_people_share_a_phone(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"), "Helmi")
    code = code_of(page)
    page.route("**/events", lambda route: route.abort())  # what Helmi sends does not arrive while she has the phone
    write(page, "Helmin idea")
    expect(note(page, "Helmin idea")).to_contain_text("Odottaa yhteyttä")
    page.locator("#text").fill("Helmiltä jäi kesken")
    page.get_by_role("link", name=SHARED).click()
    expect(page.get_by_text("1 asia tallessa puhelimessa")).to_be_visible()
    expect(page.locator("main")).to_contain_text(f"Oma koodisi: {code}.")
    page.get_by_label("Etunimi").fill("Reino")
    page.get_by_role("button", name="Liity mukaan").click()
    expect(page.locator("#who")).to_have_text("Reino")
    awake(page)
    expect(page.locator("#text")).to_have_value("")
    expect(page.locator("li.card:visible")).to_have_count(0)  # Helmi's things are on Helmi's page
    page.unroute("**/events")
    write(page, "Reinon idea")
    expect(note(page, "Reinon idea")).to_contain_text("Lähetetty klo", timeout=LATER)
    page.get_by_role("link", name=SHARED).click()
    expect(page.get_by_text("Reino, vastauksesi ovat tallessa")).to_be_visible()
    expect(page.get_by_text("tallessa puhelimessa")).to_be_hidden()
    page.get_by_role("link", name="Helmi").click()
    expect(page.locator("#who")).to_have_text("Helmi")
    expect(page.locator("#text")).to_have_value("Helmiltä jäi kesken")
    expect(note(page, "Helmin idea")).to_contain_text("Lähetetty klo", timeout=LATER)
    expect(page.locator("li.card:visible")).to_have_count(1)
    assert sorted(texts(house, step)) == [(1, "Helmin idea"), (2, "Reinon idea")]


def test_a_vote_of_the_one_before_counts_as_theirs(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("one")
    page = join(open_page(house.url), "Helmi")
    page.route("**/events", lambda route: route.abort())
    choose(page.get_by_role("radio").nth(0))
    page.get_by_role("button", name="Lähetä ääni").click()
    expect(page.locator("[data-state]")).to_contain_text("Ääni odottaa yhteyttä", timeout=LATER)
    page.get_by_role("link", name=SHARED).click()
    page.get_by_label("Etunimi").fill("Reino")
    page.get_by_role("button", name="Liity mukaan").click()
    expect(page.locator("#who")).to_have_text("Reino")
    awake(page)
    page.unroute("**/events")
    choose(page.get_by_role("radio").nth(1))
    page.get_by_role("button", name="Lähetä ääni").click()
    expect(page.get_by_text("2 on äänestänyt.")).to_be_visible(timeout=LATER)
    page.get_by_role("link", name=SHARED).click()
    page.get_by_role("link", name="Helmi").click()
    expect(page.locator("[data-state]")).to_contain_text("Äänesi on tallessa", timeout=LATER)
    expect(page.get_by_role("radio").nth(0)).to_be_checked()
    house.do(running.close_step())
    assert house.tool(step).result.totals == {"option-0": 1, "option-1": 1, "option-2": 0}


def test_two_tabs_of_one_person(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    """Each sees what the other has waiting; everything arrives once; the changed vote is the last one."""
    step = house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.locator("#text")).to_be_visible()
    wire.cut()
    for tab in (page, other):
        stay(tab)
    for number, tab in enumerate((page, other, page, other), 1):
        write(tab, f"Idea {number}")
        expect(note(tab, f"Idea {number}")).to_contain_text("Odottaa yhteyttä")
    wire.mend()
    for tab in (page, other):
        expect(tab.locator("#net")).to_contain_text("Yhteys kunnossa", timeout=2 * LATER)
        tab.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
        for number in range(1, 5):
            expect(note(tab, f"Idea {number}")).to_contain_text("Lähetetty klo", timeout=2 * LATER)
        expect(tab.locator("li.card:visible")).to_have_count(4, timeout=LATER)
    assert texts(house, step) == [(1, f"Idea {number}") for number in range(1, 5)]
    house.go("dots")
    for tab in (page, other):
        expect(tab.locator("[data-plus]").first).to_be_visible(timeout=LATER)
    wire.cut()
    for tab, option in ((page, 0), (other, 3)):
        stay(tab)
        tab.locator("[data-plus]").nth(option).click()
        tab.get_by_role("button", name="Lähetä äänet").click()
        expect(tab.locator("[data-state]")).to_contain_text("odottaa yhteyttä", timeout=LATER)
    wire.mend()
    for tab in (page, other):
        expect(tab.locator("[data-state]")).to_contain_text("Äänesi on tallessa", timeout=2 * LATER)
    house.do(running.close_step())
    assert house.tool(house.steps["dots"]).result.totals["option-3"] == 1


def test_the_join_page_knows_who_has_used_the_phone(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    page.goto(house.url)
    page.get_by_role("link", name="Helmi").click()
    expect(page.locator("#who")).to_have_text("Helmi")
    assert list(house.state.people.all) == [1]


def test_without_a_connection_nobody_is_sent_to_a_page_of_errors(
    house: House, wire: Wire, open_page: Callable[..., Page]
) -> None:
    house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    page.get_by_role("link", name=SHARED).click()
    expect(page.get_by_role("heading", name="Kuka jatkaa?")).to_be_visible()
    eventually(lambda: page.evaluate("() => window.fasi && fasi.people && fasi.people.all.length"))  # the script's own links
    wire.cut()
    page.get_by_role("link", name="Helmi").click()
    expect(page.get_by_role("alert")).to_contain_text("Yhteys ei nyt toimi")
    wire.mend()
    page.get_by_role("link", name="Helmi").click()
    expect(page.locator("#who")).to_have_text("Helmi")
    awake(page)
    wire.cut()
    stay(page)
    write(page, "Odottava")
    expect(page.locator("#net")).to_contain_text("Yhteys poikki", timeout=LATER)
    page.get_by_role("link", name=SHARED).click()
    expect(page.locator("#notices")).to_contain_text("Yhteys poikki")
    expect(page.locator("#text")).to_be_visible()
