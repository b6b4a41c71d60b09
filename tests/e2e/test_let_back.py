"""What the desk may do to a phone, and how it comes back: removed, let back, silenced, the door closed."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from fasilitaattori.workshop import moderation, running
from tests.e2e.pages import LATER, awake, choose, code_of, join, note, write
from tests.unit.phones.house import House


def test_a_removed_phone_is_told_and_may_be_let_back(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    page.route("**/events", lambda route: route.abort())
    write(page, "Ei ehtinyt")
    expect(note(page, "Ei ehtinyt")).to_contain_text("Odottaa yhteyttä")
    house.do(moderation.remove_person(1))
    page.unroute("**/events")
    expect(page.get_by_role("heading", name="Tämä puhelin on poistettu työpajasta")).to_be_visible(timeout=LATER)
    expect(page.locator("#main")).to_contain_text("Ei ehtinyt")
    expect(page.get_by_role("button", name="Kopioi tekstit")).to_be_visible()
    page.get_by_role("link", name="Päivitä").click()
    expect(page.get_by_role("heading", name="Tämä puhelin on poistettu työpajasta")).to_be_visible()
    expect(page.locator("#kept")).to_contain_text("Ei ehtinyt")
    house.do(moderation.restore_person(1))
    page.get_by_role("link", name="Päivitä").click()
    expect(note(page, "Ei ehtinyt")).to_contain_text("Lähetetty klo", timeout=LATER)


def test_a_phone_that_was_let_back_is_not_told_that_its_ballot_is_there(house: House, open_page: Callable[..., Page]) -> None:
    """Removing took the ballot out of the box."""
    step = house.go("one")
    page = join(open_page(house.url))
    choose(page.get_by_role("radio").nth(0))
    page.get_by_role("button", name="Lähetä ääni").click()
    expect(page.locator("[data-state]")).to_contain_text("Äänesi on tallessa", timeout=LATER)
    page.reload()
    expect(page.locator("[data-state]")).to_contain_text("Äänesi on tallessa", timeout=LATER)
    house.do(moderation.remove_person(1))
    expect(page.get_by_role("heading", name="Tämä puhelin on poistettu työpajasta")).to_be_visible(timeout=LATER)
    house.do(moderation.restore_person(1))
    page.get_by_role("link", name="Päivitä").click()
    expect(page.get_by_text("Yhteys kunnossa")).to_be_visible(timeout=LATER)
    awake(page)
    expect(page.get_by_role("radio").nth(0)).not_to_be_checked()
    expect(page.locator("[data-state]")).to_be_empty()
    choose(page.get_by_role("radio").nth(1))
    page.get_by_role("button", name="Lähetä ääni").click()
    expect(page.locator("[data-state]")).to_contain_text("Äänesi on tallessa", timeout=LATER)
    house.do(running.close_step())
    assert house.tool(step).result.totals == {"option-0": 0, "option-1": 1, "option-2": 0}


def test_a_phone_that_was_let_back_answers_the_survey_anew(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("survey")
    page = join(open_page(house.url))

    def answer() -> None:
        page.get_by_role("button", name="Seuraava").click()
        choose(page.locator('[data-question="q2"] input').first)
        for _ in range(3):
            page.get_by_role("button", name="Seuraava").click()
        page.get_by_role("button", name="Lähetä vastaukset").click()
        expect(page.locator("#survey-state").get_by_text("Vastauksesi ovat tallessa")).to_be_visible(timeout=LATER)

    answer()
    page.reload()
    expect(page.locator("#survey-state").get_by_text("Vastauksesi ovat tallessa")).to_be_visible(timeout=LATER)
    house.do(moderation.remove_person(1))
    expect(page.get_by_role("heading", name="Tämä puhelin on poistettu työpajasta")).to_be_visible(timeout=LATER)
    house.do(moderation.restore_person(1))
    page.get_by_role("link", name="Päivitä").click()
    expect(page.get_by_text("Yhteys kunnossa")).to_be_visible(timeout=LATER)
    awake(page)
    expect(page.locator("#survey-thanks")).to_be_hidden()
    answer()
    house.do(running.close_step())
    assert house.tool(step).result.answers == 1


def test_a_silenced_phone_is_told_and_may_still_vote(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    page.locator("#text").fill("Kesken")
    house.do(moderation.mute(1))
    expect(page.locator("#muted")).to_be_visible(timeout=LATER)
    send = page.get_by_role("button", name="Lähetä idea")
    expect(send).to_be_disabled()
    expect(page.locator("#text")).to_have_value("Kesken")
    house.do(moderation.mute(1, False))
    expect(send).to_be_enabled(timeout=LATER)
    expect(page.locator("#muted")).to_be_hidden()
    house.do(moderation.mute(1))
    expect(send).to_be_disabled(timeout=LATER)
    page.locator("#text").fill("")
    house.go("one")
    choose(page.get_by_role("radio").nth(0))
    page.get_by_role("button", name="Lähetä ääni").click()
    expect(page.locator("[data-state]")).to_contain_text("Äänesi on tallessa")
    page.reload()
    expect(page.locator("#muted")).to_be_visible()
    house.go("talking")
    expect(page.get_by_role("button", name="Pyydä puheenvuoro")).to_be_disabled(timeout=LATER)


def test_a_closed_door_lets_back_who_was_in(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    code = code_of(join(open_page(house.url)))
    house.do(moderation.set_door(False))
    page = open_page(house.url)
    expect(page.get_by_role("heading", name="Liittyminen on suljettu")).to_be_visible()
    expect(page.get_by_label("Etunimi")).to_have_count(0)
    page.get_by_role("link", name="Olin jo mukana").click()
    page.get_by_label("Oma koodisi").fill(code)
    page.get_by_role("button", name="Jatka").click()
    expect(page.locator("#who")).to_have_text("Helmi")
