"""The connection breaks, the server goes and comes, streams are cut on the way: nothing is lost, nothing is saved twice."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.workshop import people, running
from tests.e2e.pages import LATER, Wire, join, note, stay, try_now, wait_for_draft, what_now, write
from tests.unit.phones.house import House
from tests.waiting import eventually


def test_what_is_written_offline_is_saved_exactly_once(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    write(page, "Ensimmäinen")
    expect(note(page, "Ensimmäinen")).to_contain_text("Lähetetty klo")
    wire.cut()
    stay(page)
    for text in ("Toinen", "Kolmas", "Neljäs"):
        write(page, text)
        expect(note(page, text)).to_contain_text("Odottaa yhteyttä – tallessa puhelimessa")
    expect(page.locator("#net")).to_contain_text("Yhteys poikki", timeout=LATER)
    what_now(page)
    expect(page.get_by_role("heading", name="Yhteys katkesi")).to_be_visible()
    expect(page.get_by_text("3 asiaa tallessa puhelimessa")).to_be_visible()
    expect(page.get_by_text("Idea: Kolmas")).to_be_visible()
    wire.mend()
    try_now(page)
    for text in ("Toinen", "Kolmas", "Neljäs"):
        expect(note(page, text)).to_contain_text("Lähetetty klo", timeout=LATER)
    expect(page.locator("#net")).to_contain_text("Yhteys kunnossa")
    expect(page.locator("li.card:visible")).to_have_count(4, timeout=LATER)
    page.reload()
    expect(page.locator("li.card:visible")).to_have_count(4)
    wall = house.tool(step).ideas.values()
    assert [idea.text for idea in wall] == ["Ensimmäinen", "Toinen", "Kolmas", "Neljäs"]


def test_unsent_words_outlive_the_page(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    """The answer of the server is lost, the phone is closed and opened again: still saved, still once."""
    step = house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    page.route("**/events", lambda route: (route.fetch(), route.abort()))  # it arrives; the answer does not
    write(page, "Kerran vain")
    expect(note(page, "Kerran vain")).to_contain_text("Odottaa yhteyttä")
    page.get_by_role("textbox", name="Ideasi").fill("Kesken jäänyt")
    expect(page.get_by_role("textbox", name="Ideasi")).to_have_value("Kesken jäänyt")
    wait_for_draft(page, "Kesken jäänyt")
    page.unroute("**/events")
    page.reload()
    expect(note(page, "Kerran vain")).to_contain_text("Lähetetty klo", timeout=LATER)
    expect(page.locator("li.card:visible")).to_have_count(1, timeout=LATER)
    expect(page.get_by_role("textbox", name="Ideasi")).to_have_value("Kesken jäänyt")
    assert [idea.text for idea in house.tool(step).ideas.values()] == ["Kerran vain"]


def test_a_restarted_server_picks_the_page_up(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    port = house.server.port
    house.server.stop()
    write(page, "Palvelimen ollessa poissa")
    house.server.start("127.0.0.1", port)
    expect(note(page, "Palvelimen")).to_contain_text("Lähetetty klo", timeout=LATER)
    house.go("talk")
    expect(page).to_have_title(re.compile("Tervetuloa"), timeout=LATER)


@pytest.mark.parametrize("how", ["cut", "held"])
def test_where_streams_do_not_pass_the_page_asks_instead(
    house: House, wire: Wire, open_page: Callable[..., Page], how: str
) -> None:
    wire.streams = how
    page = join(open_page(f"http://127.0.0.1:{wire.port}/", haste=4))
    house.go("ideas")
    expect(page).to_have_title(re.compile("Ideaseinä"), timeout=3 * LATER)
    for key, title in (("pause", "Kahvitauko"), ("talk", "Tervetuloa")):
        house.go(key)
        expect(page).to_have_title(re.compile(title), timeout=3 * LATER)
    expect(page.locator("#net")).to_contain_text("Yhteys kunnossa")
    eventually(lambda: house.server.presence()[1].state == "here")
    house.go("ideas")
    write(page, "Ilman virtaa")
    expect(note(page, "Ilman virtaa")).to_contain_text("Lähetetty klo", timeout=LATER)


def test_a_late_answer_is_told_honestly(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    house.go("dots")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    page.get_by_role("button", name="Anna piste: Kuntosali ja jumppa").click()
    wire.cut()
    stay(page)
    page.get_by_role("button", name="Lähetä äänet").click()
    expect(page.get_by_text("se lähtee, jos äänestys on vielä auki")).to_be_visible()
    house.do(running.close_step())
    wire.mend()
    expect(page.locator("#notices")).to_contain_text("ennen kuin äänesi tuli perille", timeout=LATER)
    expect(page.get_by_text("Ei äänestetty.")).to_be_visible(timeout=LATER)


def test_an_erased_person_can_still_copy_what_was_unsent(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    page.route("**/events", lambda route: route.abort())
    write(page, "En ehtinyt")
    expect(note(page, "En ehtinyt")).to_contain_text("Odottaa yhteyttä")
    house.do(people.erase_person(1))
    page.unroute("**/events")
    expect(page.get_by_role("heading", name="Tämä sivu ei ole enää voimassa")).to_be_visible(timeout=LATER)
    expect(page.locator("#main")).to_contain_text("En ehtinyt")
    page.get_by_role("link", name="Liity mukaan").click()
    expect(page.get_by_label("Etunimi")).to_be_visible()
