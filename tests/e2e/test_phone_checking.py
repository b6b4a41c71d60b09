"""A real phone checks the summary: right or to be mended with a word, offline too, and the minutes tell what became of it."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.i18n import translator
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.minutes import minutes
from fasilitaattori.workshop import closing, moderation, record, running, settling
from fasilitaattori.workshop.checking import Check, tally
from fasilitaattori.workshop.checkingfacts import Point
from fasilitaattori.workshop.summing import offers
from tests.e2e.looking import check as look
from tests.e2e.pages import LATER, Wire, choose, join, stay, try_now
from tests.unit.phones.house import House

TR = translator("fi")


@pytest.fixture
def house(house: House) -> House:
    """An evening with a decision and an action."""
    house.go("talk")
    house.do(record.decide("Talo avataan arkisin."))
    house.do(record.act("Kysytään lämmityskulut", "Kyläyhdistys", "31.3."))
    return house


def put_up(house: House) -> Check:
    house.do(settling.put_up([offer.point for offer in offers(house.state, TR) if offer.usual]))
    return check_of(house)


def check_of(house: House) -> Check:
    found = house.state.checking.last
    assert found is not None
    return found


def mend(page: Page, number: int, words: str) -> None:
    point = page.locator("[data-point]").nth(number - 1)
    choose(point.get_by_role("radio", name="Korjattava"))
    point.get_by_role("textbox", name="Mikä on korjattava?").fill(words)


def right(page: Page, number: int) -> None:
    choose(page.locator("[data-point]").nth(number - 1).get_by_role("radio", name="Oikein"))


def send(page: Page) -> None:
    page.get_by_role("button", name="Lähetä merkinnät").click()


def saved(page: Page) -> None:
    expect(page.locator("[data-state]").get_by_text("Merkintäsi ovat tallessa")).to_be_visible(timeout=LATER)


def test_a_correction_reaches_the_minutes(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    house.do(running.end())
    put_up(house)
    expect(page.get_by_role("heading", name="Onko yhteenveto oikein?")).to_be_visible(timeout=LATER)
    expect(page.get_by_role("textbox", name="Mikä on korjattava?").first).to_be_hidden()
    right(page, 1)
    mend(page, 2, "Kunta kysyy")
    send(page)
    saved(page)
    (wanted,) = check_of(house).corrections.values()
    assert wanted.words == "Kunta kysyy"
    house.do(settling.mend(wanted.point, "Kunta kysyy lämmityskulut", "Kunta", "31.3.", [wanted.id]))
    second = page.locator("[data-point]").nth(1)
    expect(second).to_contain_text("Kunta kysyy lämmityskulut")
    expect(second).to_contain_text("Korjattu salin ehdotuksesta")
    expect(second.get_by_text("Merkitse uudelleen.")).to_be_visible()
    expect(second.get_by_role("radio", name="Oikein")).not_to_be_checked()
    expect(page.locator("[data-point]").first.get_by_role("radio", name="Oikein")).to_be_checked()
    page.get_by_role("button", name="Kaikki on oikein").click()
    saved(page)
    expect(second.get_by_text("Merkitse uudelleen.")).to_be_hidden()
    assert tally(house.state, check_of(house)).wholly == 1
    house.do(settling.count_hands(9))
    house.do(settling.end())
    expect(page.get_by_role("heading", name="Työpaja on päättynyt")).to_be_visible(timeout=LATER)
    house.do(closing.approve("Helmi Korpela"))
    told = markdown(minutes(house.state, TR))
    assert "Kantaa otti 10 henkilöä, puhelimella 1 ja kättä nostamalla 9." in told
    assert "Korjauksia ehdotettiin 1. Tekstiin niistä vietiin 1." in told
    assert "| 2 | Kunta kysyy | Teksti korjattiin. |" in told


def test_a_word_is_asked_for_and_marks_can_be_changed(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    put_up(house)
    send(page)
    expect(page.locator("#notices").get_by_text("Merkitse ensin ainakin yksi kohta.")).to_be_visible()
    mend(page, 1, "")
    send(page)
    expect(page.get_by_text("Kirjoita, mikä on korjattava.")).to_be_visible()
    expect(page.get_by_role("textbox", name="Mikä on korjattava?").first).to_be_focused()
    page.keyboard.type("Myös lauantaisin")
    send(page)
    saved(page)
    page.reload()
    expect(page.get_by_role("textbox", name="Mikä on korjattava?").first).to_have_value("Myös lauantaisin")
    right(page, 1)
    send(page)
    saved(page)
    expect(page.get_by_text("1 on merkinnyt.")).to_be_visible(timeout=LATER)
    assert not check_of(house).corrections


def test_a_silenced_phone_hears_that_its_words_do_not_leave(house: House, open_page: Callable[..., Page]) -> None:
    page = join(open_page(house.url))
    put_up(house)
    expect(page.get_by_role("heading", name="Onko yhteenveto oikein?")).to_be_visible(timeout=LATER)
    house.do(moderation.mute(1))
    mend(page, 1, "Hävytön ehdotus")
    send(page)
    notices = page.locator("#notices")
    expect(notices).to_contain_text("Ohjaaja on hiljentänyt tämän puhelimen, joten korjausehdotus ei lähde.")
    expect(notices).to_contain_text("Hävytön ehdotus")
    assert not check_of(house).answered
    page.get_by_role("button", name="Kaikki on oikein").click()
    saved(page)
    assert tally(house.state, check_of(house)).wholly == 1


def test_without_a_connection_the_last_marks_wait_and_leave_once(
    house: House, wire: Wire, open_page: Callable[..., Page]
) -> None:
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    put_up(house)
    expect(page.get_by_role("heading", name="Onko yhteenveto oikein?")).to_be_visible(timeout=LATER)
    wire.cut()
    stay(page)
    mend(page, 1, "Ensin näin")
    send(page)
    expect(page.locator("[data-state]")).to_contain_text("odottavat yhteyttä")
    mend(page, 1, "Sitten näin")
    send(page)
    wire.mend()
    try_now(page)
    saved(page)
    assert [each.words for each in check_of(house).corrections.values()] == ["Sitten näin"]


def test_marks_that_come_too_late_are_told_with_their_words(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    put_up(house)
    expect(page.get_by_role("heading", name="Onko yhteenveto oikein?")).to_be_visible(timeout=LATER)
    wire.cut()
    stay(page)
    mend(page, 1, "Myös lauantaisin")
    send(page)
    house.do(settling.end())
    wire.mend()
    try_now(page)
    expect(page.locator("#notices")).to_contain_text("Tarkistus ehdittiin päättää", timeout=LATER)
    expect(page.locator("#notices")).to_contain_text("Myös lauantaisin")


@pytest.mark.parametrize(("language", "size"), [("fi", 0), ("sv", 0), ("en", 2)])
def test_everybody_can_use_the_page(house: House, open_page: Callable[..., Page], language: str, size: int) -> None:
    locale = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language]
    page = join(open_page(house.url, 320, locale=locale))
    for _ in range(size):
        page.locator("#aa").click()
    house.do(
        settling.put_up([Point("Kuikkaperänkylänkirjastonnoutopisteenpihakeinu " * 3), Point("Talkoot", "Martat", "16.5.")])
    )
    expect(page.locator("[data-point]")).to_have_count(2, timeout=LATER)
    look(page, "checking", language, forced=False)
    page.locator("label.opt").nth(1).click()  # the words around the hidden button: waits until nothing moves
    look(page, "to be mended", language, forced=False)
