"""An evening on a phone: following, sending once, whose turn it is, one's own things, language, size and clock."""

import re
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import Page, Request, Route, expect

from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import floor, running
from tests.e2e.pages import LATER, Wire, choose, join, note, write
from tests.unit.phones.house import House
from tests.waiting import eventually


def test_an_evening_without_touching_a_reload(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    expect(page.get_by_role("heading", name="Odotetaan aloitusta")).to_be_visible()
    house.go("ideas")
    expect(page).to_have_title(re.compile("Ideaseinä"))
    write(page, " ")
    expect(page.get_by_text("Kirjoita ensin idea")).to_be_visible()
    expect(page.get_by_role("textbox", name="Ideasi")).to_be_focused()
    write(page, "Luontopolku talkoilla")
    expect(note(page, "Luontopolku")).to_contain_text("Lähetetty klo")
    expect(page.get_by_role("textbox", name="Ideasi")).to_be_focused()  # the next one may be written at once
    expect(page.get_by_text("Seinällä on 1 lappu.")).to_be_visible(timeout=LATER)
    house.go("dots")
    plus = page.get_by_role("button", name="Anna piste: Kylän olohuone ja kahvila")
    plus.click()
    plus.click()
    page.get_by_role("button", name="Anna piste: Kirjaston noutopiste").click()
    expect(page.locator("#main, #notices").get_by_text("0 pistettä jäljellä")).to_be_visible()
    expect(plus).to_be_disabled()
    page.get_by_role("button", name="Lähetä äänet").click()
    expect(page.locator("#main, #notices").get_by_text("Äänesi on tallessa").first).to_be_visible()
    house.do(running.close_step())
    expect(page.get_by_text("Äänestys on suljettu")).to_be_visible()
    house.go("survey")
    choose(page.get_by_label("5 – täysin"))
    page.get_by_role("button", name="Seuraava").click()
    page.get_by_role("button", name="Seuraava").click()
    expect(page.get_by_text("Valitse ensin vastaus")).to_be_visible()  # this one is not optional
    choose(page.get_by_label("Jokseenkin samaa mieltä"))
    for _ in range(3):
        page.get_by_role("button", name="Seuraava").click()
    page.get_by_role("textbox", name="Mitä muuta haluat sanoa?").fill("Kiitos illasta")
    page.get_by_role("button", name="Lähetä vastaukset").click()
    expect(page.locator("#main, #notices").get_by_text("Vastauksesi ovat tallessa").first).to_be_visible()
    house.do(running.end())
    expect(page.get_by_role("heading", name="Työpaja on päättynyt")).to_be_visible()
    assert loads == []
    assert house.tool(house.steps["dots"]).result.totals["option-0"] == 2
    assert house.tool(house.steps["survey"]).result.of("q5").texts == ["Kiitos illasta"]


def test_ones_own_turn_is_seen_without_a_request(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    house.go("talking")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"), "Aino")
    reino, helmi = house.add("Reino"), house.add("Helmi")
    house.do(floor.ask(helmi))
    house.do(floor.next_speaker())
    house.do(floor.ask(reino))
    expect(page.get_by_text("Puhuu nyt")).to_be_visible()
    page.get_by_role("button", name="Pyydä puheenvuoro").click()
    expect(page.get_by_text("Ennen sinua puhuu Reino. Sitten on sinun vuorosi.")).to_be_visible()
    house.do(floor.next_speaker())
    expect(page.get_by_text("Seuraavaksi on sinun vuorosi.")).to_be_visible()
    house.do(floor.next_speaker())
    expect(page.locator("#main, #notices").get_by_text("Nyt on sinun vuorosi").locator("visible=true").first).to_be_visible()
    house.do(floor.end_turn())
    expect(page.get_by_role("button", name="Pyydä puheenvuoro")).to_be_visible()
    wire.cut()
    page.get_by_role("button", name="Pyydä puheenvuoro").click()
    expect(page.locator("#main, #notices").get_by_text("Yhteys ei nyt toimi. Nosta käsi")).to_be_visible(timeout=LATER)
    wire.mend()
    expect(page.locator("#net")).to_contain_text("Yhteys kunnossa", timeout=LATER)
    assert house.state.floor.queue(house.steps["talking"]) == []  # a raised hand is for now, not for later


def test_a_round_and_the_ground_rules(house: House, open_page: Callable[..., Page]) -> None:
    from fasilitaattori.tools.discussion.model import start_round

    step = house.go("rules")
    page = join(open_page(house.url))
    with page.expect_response("**/events"):
        page.get_by_role("button", name="Hyväksyn pelisäännöt").click()
    expect(page.locator("#main, #notices").get_by_text("Hyväksyit pelisäännöt").locator("visible=true").first).to_be_visible()
    expect(page.get_by_role("button", name="Hyväksyn pelisäännöt")).to_be_hidden()
    house.go("talking")
    house.do(start_round(house.steps["talking"]))
    expect(page.locator("#main").get_by_text("Nyt on sinun vuorosi")).to_be_visible()
    page.get_by_role("button", name="Ohita vuoroni").click()
    expect(page.get_by_role("button", name="Pyydä puheenvuoro")).to_be_visible()
    assert house.tool(step).accepted == {1}


def test_what_became_of_ones_own_idea(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("swot")
    page = join(open_page(house.url))
    choose(page.get_by_label("Uhat"))
    write(page, "Väki vähenee")
    expect(note(page, "Väki vähenee")).to_contain_text("ohjaaja tarkistaa", timeout=LATER)
    idea = next(iter(house.tool(step).ideas))
    house.do(ideas.show(step, [idea]))
    expect(note(page, "Väki vähenee")).not_to_contain_text("tarkistaa", timeout=LATER)
    house.do(ideas.hide(step, [idea]))
    expect(note(page, "Väki vähenee")).to_contain_text("Ohjaaja otti pois seinältä", timeout=LATER)
    house.do(ideas.correct(step, idea, "Väki vähenee täällä"))
    expect(note(page, "Väki vähenee täällä")).to_contain_text("Ohjaaja korjasi kirjoitusasua", timeout=LATER)
    page.get_by_role("button", name="Peru lappu").click()
    expect(page.get_by_text("Et ole vielä lähettänyt ideaa.")).to_be_visible(timeout=LATER)
    eventually(lambda: house.tool(step).ideas[idea].withdrawn)


def test_the_language_changes_in_the_middle_of_a_word(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    page.get_by_role("textbox", name="Ideasi").fill("Kesken")
    page.get_by_role("button", name="Svenska").click()
    expect(page.get_by_role("button", name="Skicka idén")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page.locator("#text")).to_have_value("Kesken")
    page.get_by_role("button", name="Skicka idén").click()
    expect(note(page, "Kesken")).to_contain_text("Skickad kl.")
    house.go("pause")
    expect(page.get_by_text("Sedan fortsätter vi")).to_be_visible()


def test_the_text_grows(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    sizes = []
    for _ in range(4):
        sizes.append(round(float(page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)"))))
        with page.expect_response("**/size"):
            page.get_by_role("button", name="Tekstin koko").click()
    assert sizes == [18, 22, 26, 18]
    expect(page.locator("html")).to_have_class(re.compile("size-1"))
    page.reload()
    expect(page.locator("html")).to_have_class(re.compile("size-1"))


def test_the_size_pressed_last_is_the_last_one_asked_for(house: House, open_page: Callable[..., Page]) -> None:
    """However slow the answer to the first is."""
    house.go("ideas")
    page = join(open_page(house.url))
    held: list[Route] = []
    let_go_before: list[int] = []
    let_go = 0

    def hold(route: Route) -> None:
        let_go_before.append(let_go)
        held.append(route)

    def arrived(number: int) -> bool:
        return bool(page.evaluate("1")) and len(held) == number

    page.route("**/size", hold)
    for _ in range(2):
        page.get_by_role("button", name="Tekstin koko").click()
    for number in (1, 2):
        eventually(partial(arrived, number))
        let_go = number
        held[-1].continue_()
    assert let_go_before == [0, 1]
    assert [route.request.post_data for route in held] == ["aa=1", "aa=2"]


def test_counting_with_a_wrong_clock(house: House, open_page: Callable[..., Page]) -> None:
    house.go("pause")
    page = open_page(house.url)
    page.clock.set_system_time("2019-05-05T03:00:00")
    page = join(page)
    expect(page.locator("[data-countdown]")).to_have_text(re.compile(r"^(20:00|19:\d\d)$"))
    house.do(running.adjust(-60 * 18))
    expect(page.locator("[data-countdown]")).to_have_text(re.compile(r"^(2:00|1:\d\d)$"))
    house.do(running.adjust(-119))
    expect(page.locator("[data-countdown]")).to_have_text("Jatkamme nyt", timeout=LATER)


@pytest.mark.parametrize("where", ["join", "room"])
def test_the_first_load_is_light_and_comes_from_the_laptop_alone(
    house: House, open_page: Callable[..., Page], where: str
) -> None:
    house.go("dots")
    address = house.url + (house.join("Helmi").base if where == "room" else "/")
    loaded: list[Request] = []

    def note(request: Request) -> None:  # Playwright takes no built-in function
        loaded.append(request)

    page = open_page("about:blank")
    page.on("requestfinished", note)
    page.goto(address)
    expect(page.locator("html.js")).to_have_count(1)
    page.wait_for_load_state("load")
    sizes = {each.url: sum(each.sizes()[k] for k in ("responseBodySize", "responseHeadersSize")) for each in tuple(loaded)}
    fonts = {url for url in sizes if url.endswith(".woff2")}
    assert sum(size for url, size in sizes.items() if url not in fonts) < 60_000
    assert all(url.startswith(house.url) for url in sizes)
