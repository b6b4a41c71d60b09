"""Whatever happens in the hall, a field that is being filled stays as it is: every form, while the others answer."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from fasilitaattori.workshop.agenda import change_step
from tests.e2e.pages import LATER, choose, join
from tests.unit.phones.house import House, Phone


def test_an_update_never_touches_a_field_being_filled(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    page = join(open_page(house.url))
    field = page.get_by_role("textbox", name="Ideasi")
    field.press_sequentially("Avantouin")
    other = house.join()
    other.send("ideas.added", text="Toisen idea")
    house.do(change_step(step, settings={"prompt": "Mitä vanhalle koululle voisi vielä tehdä?"}))
    expect(page.get_by_role("heading", name="vielä tehdä")).to_be_visible()
    expect(field).to_have_value("Avantouin")
    expect(field).to_be_focused()
    field.press_sequentially("ti")
    house.go("pause")
    expect(page.get_by_role("region", name="Ilmoitukset").get_by_text("Ryhmä siirtyi vaiheeseen Kahvitauko")).to_be_visible()
    expect(field).to_have_value("Avantouinti")
    page.get_by_role("button", name="Siirry mukaan").click()
    expect(page.get_by_role("heading", name="Kahvitauko")).to_be_visible()
    expect(page.locator("#notices")).to_contain_text("Avantouinti")  # what was left unsent is shown, not lost
    house.go("ideas")
    expect(page.get_by_role("textbox", name="Ideasi")).to_have_value("Avantouinti")


def fill_ideas(page: Page) -> dict[str, Any]:
    page.locator("#text").press_sequentially("Kesken oleva")
    return {"#text": "Kesken oleva"}


def fill_swot(page: Page) -> dict[str, Any]:
    choose(page.get_by_label("Uhat"))
    return {**fill_ideas(page), "[name=theme] >> nth=1": True}


def fill_dots(page: Page) -> dict[str, Any]:
    page.locator("[data-plus]").nth(1).click()
    page.locator("[data-plus]").nth(1).click()
    return {"[data-points] >> nth=0": "0", "[data-points] >> nth=1": "2"}


def fill_choice(page: Page) -> dict[str, Any]:
    choose(page.locator("[name=choice]").nth(1))
    return {"[name=choice] >> nth=0": False, "[name=choice] >> nth=1": True}


def fill_survey(page: Page) -> dict[str, Any]:
    choose(page.get_by_label("4", exact=True))
    page.get_by_role("button", name="Seuraava").click()
    choose(page.get_by_label("Täysin eri mieltä"))
    for _ in range(3):
        page.get_by_role("button", name="Seuraava").click()
    page.get_by_role("textbox", name="Mitä muuta").press_sequentially("Vielä yksi")
    return {'[name="scale.q1"] >> nth=3': True, '[name="scale.q2"] >> nth=0': True, '[name="text.q5"]': "Vielä yksi"}


# What others send meanwhile, and what of it is seen in passing.
CROWD: dict[str, tuple[Callable[[Page], dict[str, Any]], str, dict[str, Any], str]] = {
    "ideas": (fill_ideas, "ideas.added", {"text": "Toisen idea"}, "Seinällä on 5 lappua."),
    "swot": (fill_swot, "ideas.added", {"text": "Toisen idea", "theme": "<the first>"}, ""),
    "dots": (fill_dots, "vote.cast", {"choices": {"option-0": 3}}, "5 on äänestänyt."),
    "one": (fill_choice, "vote.cast", {"choices": {"option-0": 1}}, "5 on äänestänyt."),
    "several": (fill_choice, "vote.cast", {"choices": {"option-0": 1}}, "5 on äänestänyt."),
    "scale": (fill_choice, "vote.cast", {"choices": {"3": 1}}, "5 on äänestänyt."),
    "survey": (fill_survey, "survey.answered", {"answers": {"q1": 5, "q2": 1}}, "5 on vastannut."),
}


def held(page: Page, filled: dict[str, Any]) -> None:
    for where, value in filled.items():
        field: Locator = page.locator("#main").locator(where)
        if isinstance(value, bool):
            expect(field).to_be_checked(checked=value)
        else:
            expect(field).to_have_value(value)


@pytest.mark.parametrize("key", CROWD)
def test_others_answers_pour_in(house: House, open_page: Callable[..., Page], key: str) -> None:
    fill, kind, body, seen = CROWD[key]
    others: list[Phone] = [house.join() for _ in range(5)]
    step = house.go(key)
    page = join(open_page(house.url))
    filled = fill(page)
    focused = page.evaluate("document.activeElement.name || document.activeElement.dataset.plus")
    if "theme" in body:
        body = {**body, "theme": others[0].state()["step"]["view"]["columns"][0]["id"]}
    for other in others:
        answer = other.send(kind, step=step, **body)
        assert answer.status_code == 201, answer.text
    if seen:
        expect(page.get_by_text(seen)).to_be_visible(timeout=LATER)
    held(page, filled)
    house.do(change_step(step, title="Uusi otsikko"))  # the whole step is drawn anew
    expect(page).to_have_title(re.compile("Uusi otsikko"), timeout=LATER)
    held(page, filled)
    if key in ("ideas", "swot", "survey"):
        assert page.evaluate("document.activeElement.name || document.activeElement.dataset.plus") == focused
        page.keyboard.type("!")
        held(page, {where: value + "!" if isinstance(value, str) else value for where, value in filled.items()})
