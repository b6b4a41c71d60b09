"""Everybody can use the pages: axe finds nothing, nothing is wider than the screen, the keyboard is enough."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.workshop import floor, moderation, running
from tests.e2e.looking import axe, check
from tests.e2e.pages import LATER, Wire, awake, join, what_now, write
from tests.unit.phones.house import PLAN, House


@pytest.mark.parametrize(
    ("language", "more"),
    [("fi", {}), ("sv", {}), ("en", {}), ("fi", {"color_scheme": "dark"}), ("fi", {"forced_colors": "active"})],
    ids=["fi", "sv", "en", "dark", "forced colours"],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    house: House, open_page: Callable[..., Page], language: str, more: dict[str, str]
) -> None:
    page = open_page(house.url, 320, locale={"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language], **more)

    def look(where: str) -> None:
        check(page, where, language, forced="forced_colors" in more)

    look("join")
    join(page)
    look("waiting")
    reino = house.add("Reino")
    for key, (title, *_) in PLAN.items():
        house.go(key)
        expect(page).to_have_title(re.compile("^" + re.escape(title)), timeout=LATER)
        look(key)
        if key == "talking":
            house.do(floor.ask(reino))
            house.do(floor.next_speaker())
            page.locator("form[data-kind='floor.asked'] .pri").click()
            expect(page.locator(".place")).to_be_visible()
            look("queued")
            house.do(floor.next_speaker())
            expect(page.locator(".head-card.now.mine")).to_be_visible()
            look("own turn")
        if key == "ideas":
            page.locator("#text").fill("Kuikkaperänkylänkirjastonnoutopisteenpihakeinu " * 3)
            page.locator("form[data-kind='ideas.added'] .pri").click()
            expect(page.locator("[data-mine] li")).to_be_visible(timeout=LATER)
            look("own ideas")
        if key == "dots":
            page.locator("[data-plus]").first.click()
            look("points given")
            page.locator("[data-send]").click()
            expect(page.locator("[data-state] .ok")).to_be_visible()
            house.do(running.close_step())
            expect(page.locator(".result").first).to_be_visible()
            look("results")
    house.do(running.end())
    expect(page.locator("main form")).to_have_count(0, timeout=LATER)
    look("ended")
    page.get_by_role("link", name=re.compile("Tietosuoja|Dataskydd|Privacy")).click()
    look("privacy")
    page.goto(house.url + "/nothing")
    look("nothing there")


def test_the_page_of_a_cut_connection_is_accessible_too(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/", 320))
    wire.cut()
    write(page, "Odottava")
    what_now(page)
    expect(page.locator("#cut-title")).to_be_focused()
    found = axe(page)
    assert not found, found
    page.get_by_role("button", name="Takaisin sivulle").click()
    expect(page.get_by_role("textbox", name="Ideasi")).to_be_visible()


def test_the_whole_journey_by_keyboard(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page(house.url)
    page.get_by_label("Etunimi").focus()
    page.keyboard.type("Helmi")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Odotetaan aloitusta")).to_be_visible()
    house.go("dots")
    plus = page.get_by_role("button", name="Anna piste: Kylän olohuone ja kahvila")
    expect(plus).to_be_visible()
    while not plus.evaluate("e => e === document.activeElement"):
        page.keyboard.press("Tab")
    assert plus.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    send = page.get_by_role("button", name="Lähetä äänet")
    while not send.evaluate("e => e === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#main, #notices").get_by_text("Äänesi on tallessa").first).to_be_visible()
    house.go("one")
    radio = page.get_by_role("radio", name="Kuntosali ja jumppa")
    page.get_by_role("radio", name="Kylän olohuone ja kahvila").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(radio).to_be_checked()


@pytest.mark.parametrize(("language", "size"), [("fi", 0), ("sv", 0), ("en", 0), ("sv", 2)])
def test_coming_back_changing_over_and_being_out(
    house: House, open_page: Callable[..., Page], language: str, size: int
) -> None:
    """Every page and state around the evening itself; also in the largest letters."""
    locale = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]
    page = open_page(f"{house.url}/?aa={size}", 320, locale=locale)

    def look(where: str) -> None:
        expect(page.locator("html")).to_have_attribute("lang", language)
        check(page, where, language)

    look("join")
    join(page)
    code = page.locator("#own-code b").inner_text()
    house.go("ideas")
    expect(page.locator("#text")).to_be_visible(timeout=LATER)
    page.locator("nav.links a[href*=next]").click()
    expect(page.locator("[data-people] a")).to_have_count(1)
    look("next")
    page.locator("#code").fill("K7M")
    page.locator("#known button[type=submit]").click()
    expect(page.locator(".notice.bad")).to_be_visible()
    look("next, wrong code")
    page.locator("#name").fill("Reino")
    page.locator("#join button.pri").click()
    expect(page.locator("#text")).to_be_visible()
    awake(page)
    page.goto(f"{house.url}/?language={language}&aa={size}")
    expect(page.locator("#people a")).to_have_count(2)
    look("join, known phone")
    house.do(moderation.set_door(False))
    page.reload()
    expect(page.locator("#people a")).to_have_count(2)
    look("closed door")
    page.locator("a[href^='/back']").click()
    look("back")
    page.locator("#code").fill("K7M 4PX")
    page.locator("#join button.pri").click()
    expect(page.locator(".notice.bad")).to_be_visible()
    look("back, wrong code")
    page.locator("#code").fill(code)
    page.locator("#join button.pri").click()
    expect(page.locator("#who")).to_have_text("Helmi")
    house.do(moderation.mute(1))
    expect(page.locator("#muted")).to_be_visible(timeout=LATER)
    look("muted")
    house.do(moderation.mute(1, False))
    expect(page.locator("#muted")).to_be_hidden(timeout=LATER)
    page.route("**/events", lambda route: route.abort())
    page.locator("#text").fill("Kuikkaperänkylänkirjastonnoutopisteenpihakeinu " * 2)
    page.locator("form[data-kind='ideas.added'] .pri").click()
    expect(page.locator("#unsent-ideas li")).to_be_visible()
    house.do(moderation.remove_person(1))
    expect(page.locator("#main .card.wait button")).to_be_visible(timeout=LATER)
    page.locator("#main .card.wait button").click()
    look("removed")
    page.locator("#main a.btn").click()
    expect(page.locator("#kept button")).to_be_visible()
    look("removed, opened again")
    page.goto(house.url + "/o/nobody?language=" + language)
    look("nobody's address")
