"""The facilitator's remote in a real browser: one thumb, a dark hall, a network that goes, several hands on the wheel."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from fasilitaattori.workshop import floor, record, running, show
from tests.e2e.looking import axe
from tests.e2e.pages import LATER, Wire, by_keyboard, choose
from tests.unit.phones.house import House
from tests.unit.phones.remotes import on

Open = Callable[..., Page]


def remote_at(house: House, port: int = 0) -> str:
    return f"http://127.0.0.1:{port or house.server.port}/r/{house.remote}"


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


def short(house: House) -> None:
    """Under a minute left of the step that is on."""
    step = house.state.current
    assert step is not None
    house.do(running.adjust(-step.minutes * 60 + 30))


def test_an_evening_is_steered_with_one_thumb(house: House, open_page: Open) -> None:
    page = open_page(remote_at(house), lingers=True)
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    press(page, "Aloita: Tervetuloa")
    expect(page.get_by_role("heading", name="Tervetuloa")).to_be_visible()
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^(10:00|9:\d\d)$"))
    page.get_by_role("button", name="Seuraava: Pelisäännöt").dblclick()  # a trembling thumb presses once
    expect(page.locator("#next")).to_have_text("Paina uudelleen: siirry")
    assert on(house) == "Tervetuloa"
    page.locator("#next[data-ready]").click()
    expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible()
    expect(page).to_have_title("Pelisäännöt")
    page.locator("#next").dblclick()  # a slip of the thumb just after moving on
    assert on(house) == "Pelisäännöt"
    expect(page.locator("#next")).to_have_text("Seuraava: Yhteinen keskustelu", timeout=LATER)
    page.get_by_role("button", name="Pysäytä", exact=True).click()
    expect(page.locator("[data-left-said]")).to_have_text("kello pysäytetty")
    press(page, "Jatka")
    expect(page.locator("[data-left-said]")).to_have_text("jäljellä")
    press(page, "1 min lisää")
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^5:\d\d$"))
    press(page, "Edellinen")
    expect(page.get_by_role("heading", name="Tervetuloa")).to_be_visible()
    expect(page.get_by_role("button", name="Edellinen")).to_be_disabled()
    assert not loads


def test_the_button_asks_once_and_calms_down_by_itself(house: House, open_page: Open) -> None:
    house.do(running.start())
    page = open_page(remote_at(house), lingers=True)
    page.locator("#next").click()
    expect(page.locator("#next")).to_have_text("Paina uudelleen: siirry")
    expect(page.locator("#next")).to_have_text("Seuraava: Pelisäännöt", timeout=LATER)
    assert on(house) == "Tervetuloa"
    short(house)
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^\+?0:\d\d$"))
    page.locator("#next").click()
    expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible()


def test_the_big_screen_obeys_and_the_page_says_what_it_shows(house: House, open_page: Open) -> None:
    house.do(running.start())
    page = open_page(remote_at(house))
    for name, view in (("QR-koodit", "qr"), ("Pysäytä kuva", "still"), ("Pimeä", "black"), ("Vaihe", "step")):
        button = page.get_by_role("button", name=name, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        assert house.state.screen.view == view
    house.do(show.show("black"))  # at the desk
    expect(page.get_by_role("button", name="Pimeä")).to_have_attribute("aria-pressed", "true")
    house.do(show.show("message", "Tauko"))
    expect(page.get_by_text("Nyt näkyy viesti.")).to_be_visible()


def test_the_speaker_queue_is_led(house: House, open_page: Open) -> None:
    house.go("talking")
    page = open_page(remote_at(house))
    expect(page.get_by_role("button", name="Seuraava puhuja")).to_be_disabled()
    for name in ("Helmi", "Reino"):
        house.do(floor.ask(house.add(name)))
    expect(page.locator(".queue li")).to_have_text([re.compile("Helmi"), re.compile("Reino")])
    press(page, "Seuraava puhuja")
    expect(page.locator(".speaker")).to_contain_text("Helmi")
    expect(page.locator("[data-since]")).to_have_text(re.compile(r"^0:\d\d$"))
    press(page, "Päätä puheenvuoro")
    expect(page.locator(".speaker")).to_have_count(0)
    house.go("pause")
    expect(page.get_by_role("heading", name="Puheenvuorot")).to_be_hidden()


def test_a_decision_is_written_with_enter_and_survives_every_change_of_the_page(house: House, open_page: Open) -> None:
    house.go("talk")
    page = open_page(remote_at(house), lingers=True)
    field = page.get_by_role("textbox", name="Teksti")
    field.fill("Talkoot lau")
    house.go("talking")
    house.do(floor.ask(house.add("Helmi")))
    expect(page.get_by_role("heading", name="Yhteinen keskustelu")).to_be_visible()
    expect(page.locator(".queue li")).to_have_count(1)
    expect(field).to_have_value("Talkoot lau")
    expect(field).to_be_focused()
    page.reload()
    expect(field).to_have_value("Talkoot lau")
    page.locator("nav.links button", has_text="Svenska").click()  # a page in another language keeps it too
    field = page.locator("#text")
    expect(page.locator("html.js")).to_have_attribute("lang", "sv")
    expect(field).to_have_value("Talkoot lau")
    page.locator("nav.links button", has_text="Suomi").click()
    expect(page.locator("html.js")).to_have_attribute("lang", "fi")
    field.focus()
    field.press("End")
    field.press_sequentially("antaina")
    field.press("Shift+Enter")
    field.press_sequentially("klo 10")
    field.press("Enter")
    expect(page.get_by_text("Päätös on kirjattu.")).to_be_visible()
    expect(field).to_have_value("")
    page.get_by_text("Huomio", exact=True).click()
    field.fill("Takana ei kuulu")
    press(page, "Kirjaa")
    expect(page.get_by_text("Huomio on kirjattu.")).to_be_visible()
    told = [(entry.kind, entry.text) for entry in house.state.record.entries]
    assert told == [(record.DECISION, "Talkoot lauantaina\nklo 10"), (record.NOTE, "Takana ei kuulu")]


def test_without_a_connection_a_decision_is_kept_and_an_order_is_told_as_not_sent(
    house: House, wire: Wire, open_page: Open
) -> None:
    house.go("talk")
    short(house)
    page = open_page(remote_at(house, wire.port), lingers=True)
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^\+?0:\d\d$"))
    wire.cut()
    expect(page.get_by_text("Yhteys poikki, yritetään uudelleen. Ilta jatkuu koneella.")).to_be_visible(timeout=LATER)
    page.locator("#next").click()
    expect(page.get_by_text("Käsky ei mennyt perille.")).to_be_visible(timeout=LATER)
    page.locator("#text").fill("Sovittiin talkoista")
    page.locator("#text").press("Enter")
    expect(page.get_by_text("Odottaa yhteyttä – tallessa puhelimessa")).to_be_visible()
    page.locator("#text").fill("Toinen, kesken")
    assert not house.state.record.entries
    wire.mend()
    expect(page.get_by_text("Päätös on kirjattu.")).to_be_visible(timeout=LATER)
    expect(page.locator("#lost")).to_be_hidden()
    assert [entry.text for entry in house.state.record.entries] == ["Sovittiin talkoista"]
    expect(page.locator("#text")).to_have_value("Toinen, kesken")
    assert on(house) == "Tervetuloa"  # the order of a moment that is gone is not carried out later


def test_an_answer_lost_on_the_way_makes_no_second_decision(house: House, open_page: Open) -> None:
    """The server saved it, the phone never heard: the same id goes out again, also after the page was opened anew."""
    house.go("talk")
    page = open_page(remote_at(house), lingers=True)
    swallowed: list[str] = []

    def swallow(route: object) -> None:
        request = route.request  # type: ignore[attr-defined]
        if request.method == "POST" and "decide" in (request.post_data or "") and len(swallowed) < 2:
            swallowed.append(request.post_data)
            route.fetch()  # type: ignore[attr-defined]
            route.abort()  # type: ignore[attr-defined]
        else:
            route.continue_()  # type: ignore[attr-defined]

    page.route("**/r/*", swallow)
    page.route("**/r/*?*", swallow)
    page.locator("#text").fill("Kerran vain")
    page.locator("#text").press("Enter")
    expect(page.get_by_text("Odottaa yhteyttä – tallessa puhelimessa")).to_be_visible(timeout=LATER)
    page.reload()
    expect(page.get_by_text("Päätös on kirjattu.")).to_be_visible(timeout=LATER)
    assert swallowed
    assert [entry.text for entry in house.state.record.entries] == ["Kerran vain"]


def test_where_streams_are_cut_the_page_asks_instead(house: House, open_page: Open) -> None:
    house.go("talk")
    page = open_page("about:blank")
    page.route("**/stream?*", lambda route: route.abort())
    page.goto(remote_at(house))
    house.do(running.next_step())
    expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible(timeout=LATER)
    house.do(running.next_step())
    expect(page.get_by_role("heading", name="Yhteinen keskustelu")).to_be_visible(timeout=LATER)


def test_next_on_two_remotes_and_at_the_desk_moves_one_step(house: House, open_page: Open) -> None:
    house.go("talk")
    short(house)
    pages = [open_page(remote_at(house)) for _ in "ab"]
    for page in pages:
        expect(page.get_by_role("button", name="Seuraava: Pelisäännöt")).to_be_enabled()
        expect(page.locator("[data-left]")).to_have_text(re.compile(r"^\+?0:\d\d$"))
    for page in pages:
        page.evaluate("document.getElementById('next').click()")
    for page in pages:
        expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible()
    assert on(house) == "Pelisäännöt"


def test_a_renewed_address_ends_the_old_page_in_words_and_leaves_the_text(house: House, open_page: Open) -> None:
    house.go("talk")
    page = open_page(remote_at(house))
    page.locator("#text").fill("Kesken jäänyt")
    house.server.renew_remote()
    expect(page.get_by_role("heading", name="Tämä kauko-ohjain ei ole enää voimassa")).to_be_visible()
    expect(page.get_by_text("Kesken jäänyt")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Seuraava"))).to_have_count(0)


def test_a_restarted_server_finds_its_remotes_again(house: House, open_page: Open) -> None:
    house.go("talk")
    page = open_page(remote_at(house))
    port = house.server.port
    house.server.stop()
    expect(page.locator("#lost")).to_be_visible(timeout=LATER)
    house.do(running.next_step())
    house.server.start("127.0.0.1", port)
    expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible(timeout=LATER)
    expect(page.locator("#lost")).to_be_hidden()


def test_everything_works_without_scripts(house: House, open_page: Open) -> None:
    page = open_page(remote_at(house), java_script_enabled=False)
    press(page, "Aloita: Tervetuloa")
    choose(page.get_by_role("radio", name="Huomio"))
    page.get_by_role("textbox", name="Teksti").fill("Puolikas huo")
    press(page, "Seuraava: Pelisäännöt")
    expect(page.locator("#next")).to_have_text("Paina uudelleen: siirry")
    press(page, "Paina uudelleen: siirry")
    expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible()
    field = page.get_by_role("textbox", name="Teksti")
    expect(field).to_have_value("Puolikas huo")
    field.fill("Kokonainen huomio")
    page.get_by_role("radio", name="Huomio").press("Enter")  # the first button must not be what Enter presses
    expect(page.get_by_role("heading", name="Pelisäännöt")).to_be_visible()
    page.get_by_role("button", name="Kirjaa").click()
    expect(page.get_by_text("Huomio on kirjattu.")).to_be_visible()
    assert [(entry.kind, entry.text) for entry in house.state.record.entries] == [(record.NOTE, "Kokonainen huomio")]
    house.do(running.next_step())
    frame = page.frame_locator("iframe")
    frame.get_by_role("link", name="Tilanne on muuttunut: päivitä").click(timeout=LATER)
    expect(page.get_by_role("heading", name="Yhteinen keskustelu")).to_be_visible()


@pytest.mark.parametrize(
    ("language", "more"),
    [("fi", {}), ("sv", {}), ("en", {}), ("fi", {"color_scheme": "dark"}), ("fi", {"forced_colors": "active"})],
    ids=["fi", "sv", "en", "dark", "forced colours"],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    house: House, open_page: Open, language: str, more: dict[str, str]
) -> None:
    forced = "forced_colors" in more
    page = open_page(f"{remote_at(house)}?language={language}", 320, **more)

    def look(where: str) -> None:
        found = axe(page, color_contrast=not forced)
        assert not found, where + "\n" + found
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, where
        small = page.evaluate(
            "[...document.querySelectorAll('button,.opt .face')].filter(e => e.offsetParent && e.offsetHeight < 48)"
            ".map(e => e.textContent)"
        )
        assert not small, where

    look("waiting")
    house.go("talking")
    for name in ("Helmi", "Reino"):
        house.do(floor.ask(house.add(name)))
    house.do(floor.next_speaker())
    expect(page.locator(".speaker")).to_contain_text("Helmi")
    look("speaking")
    page.locator("#next").click()
    look("asking")
    house.go("dots")
    expect(page).to_have_title("Pisteet")
    look("vote")
    house.go("survey")
    expect(page).to_have_title("Palaute")
    look("last step")
    house.do(running.end())
    expect(page.locator(".steer")).to_be_hidden()
    look("ended")
    house.server.renew_remote()
    expect(page.locator("#remote section")).to_have_count(0)
    look("gone")


def test_the_keyboard_is_enough_and_what_has_the_focus_is_never_hidden(house: House, open_page: Open) -> None:
    house.go("talking")
    house.do(floor.ask(house.add("Helmi")))
    page = open_page(remote_at(house))
    expect(page.locator(".queue li")).to_have_count(1)
    reached = []
    for _ in range(30):
        page.keyboard.press("Tab")
        seen = page.evaluate(
            """() => { const e = document.activeElement, r = e.getBoundingClientRect(), s = document.querySelector('.steer');
            if (e === document.body) return null;
            const under = !s.contains(e) && r.bottom > s.getBoundingClientRect().top && r.top >= s.getBoundingClientRect().top;
            return [e.value || e.id || e.className, under]; }"""
        )
        if seen is None:
            break
        assert not seen[1], seen
        reached.append(seen[0])
    assert {"previous", "pause", "more", "next", "screen:qr", "speaker", "record"} <= set(reached)
    by_keyboard(page.get_by_role("button", name="Pysäytä", exact=True))
    expect(page.get_by_role("button", name="Jatka")).to_be_focused()


@pytest.mark.parametrize("scripts", [True, False])
def test_a_vote_is_counted_and_its_results_come_on_the_screen(house: House, open_page: Open, scripts: bool) -> None:
    step = house.go("one")
    phone = house.join("Helmi")
    assert phone.send("vote.cast", step=step, choices={"option-0": 1}).status_code == 201
    page = open_page(remote_at(house), java_script_enabled=scripts)
    expect(page.get_by_role("button", name="Sulje ja laske")).to_be_hidden()  # not under a thumb that slips
    page.get_by_text("Tulokset kankaalle").click()
    assert not axe(page) if scripts else True
    press(page, "Sulje ja laske")
    expect(page.get_by_text("Tulokset kankaalle")).to_be_hidden()
    assert house.tool(step).result.totals["option-0"] == 1
    house.go("ideas")
    if scripts:
        expect(page.get_by_role("heading", name="Ideaseinä")).to_be_visible()
    expect(page.get_by_text("Tulokset kankaalle")).to_be_hidden()
