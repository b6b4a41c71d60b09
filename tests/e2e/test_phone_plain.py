"""Without scripts: everything is a plain form, and a small frame tells how things stand."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from fasilitaattori.workshop import moderation
from tests.e2e.pages import choose, join, note, write
from tests.unit.phones.house import House


def test_an_evening_without_scripts(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page(house.url, java_script_enabled=False)
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="Suomi").click()
    join(page, "Eila")
    house.go("ideas")
    page.get_by_role("link", name="Päivitä").click()
    write(page, "Pyykkitupa")
    expect(page.get_by_text("Ideasi on tallessa.")).to_be_visible()
    expect(note(page, "Pyykkitupa")).to_contain_text("Lähetetty klo")
    frame = page.frame_locator("iframe")
    expect(frame.get_by_text("min jäljellä")).to_be_visible()
    house.go("dots")
    page.get_by_role("link", name="Päivitä").click()
    page.get_by_role("spinbutton", name="Kuntosali ja jumppa").fill("2")
    page.get_by_role("button", name="Lähetä äänet").click()
    expect(page.locator("#main, #notices").get_by_text("Äänesi on tallessa").first).to_be_visible()
    house.go("survey")
    page.get_by_role("link", name="Päivitä").click()
    choose(page.get_by_label("Täysin samaa mieltä"))
    page.get_by_role("button", name="Lähetä vastaukset").click()
    expect(page.locator("#main, #notices").get_by_text("Vastauksesi ovat tallessa").first).to_be_visible()
    house.go("talking")
    page.get_by_role("link", name="Päivitä").click()
    page.get_by_role("button", name="Pyydä puheenvuoro").click()
    expect(page.get_by_role("button", name="Peru puheenvuoro")).to_be_visible()
    expect(page.get_by_role("button", name="Pyydä puheenvuoro")).to_be_hidden()
    page.get_by_role("button", name="Tekstin koko").click()
    expect(page.locator("html")).to_have_class("size-1")
    box = house.tool(house.steps["dots"])
    assert box.result.totals["option-2"] == 2


def test_changing_over_and_coming_back_without_scripts(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    page = join(open_page(house.url, java_script_enabled=False), "Eila")
    code = page.locator("#own-code b").inner_text()
    write(page, "Eilan idea")
    page.get_by_role("link", name="Seuraava henkilö").click()
    expect(page.get_by_text("Eila, vastauksesi ovat tallessa")).to_be_visible()
    page.get_by_label("Etunimi").fill("Reino")
    page.get_by_role("button", name="Liity mukaan").click()
    write(page, "Reinon idea")
    expect(note(page, "Reinon idea")).to_contain_text("Lähetetty klo")
    expect(note(page, "Eilan idea")).to_have_count(0)
    page.get_by_role("link", name="Seuraava henkilö").click()
    page.get_by_label("Oma koodisi").fill("k7m4px")
    page.get_by_role("button", name="Jatka").click()
    expect(page.get_by_role("alert")).to_contain_text("ei löytynyt ketään")
    page.get_by_label("Oma koodisi").fill(code.lower())
    page.get_by_role("button", name="Jatka").click()
    expect(note(page, "Eilan idea")).to_contain_text("Lähetetty klo")
    other = open_page(house.url, java_script_enabled=False)
    other.get_by_role("link", name="Olin jo mukana").click()
    other.get_by_label("Oma koodisi").fill(code)
    other.get_by_role("button", name="Jatka").click()
    expect(note(other, "Eilan idea")).to_contain_text("Lähetetty klo")
    assert [idea.author for idea in house.tool(step).ideas.values()] == [1, 2]
    house.do(moderation.mute(1))
    write(other, "Tämä ei lähde")
    expect(other.get_by_role("alert")).to_contain_text("Ohjaaja on hiljentänyt tämän puhelimen")
    expect(other.locator("#text")).to_have_value("Tämä ei lähde")
    house.do(moderation.remove_person(1))
    other.get_by_role("link", name="Päivitä").click()
    expect(other.get_by_role("heading", name="Tämä puhelin on poistettu työpajasta")).to_be_visible()
    expect(other.get_by_text("kerro ohjaajalle")).to_be_visible()
