"""Real browsers as phones: following, sending once, losing the connection, half-filled fields, no scripts, axe."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import floor, people, running
from fasilitaattori.workshop.agenda import change_step
from tests.unit.phones.house import PLAN, House

LATER = 15_000  # ms to wait for something the page does by itself


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    made = House(tmp_path)
    made.open()
    yield made
    made.close()


class Wire:
    """A cable between browser and server that can be cut: a plain forwarder on a port of its own."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._pairs: list[socket.socket] = []
        self._cut = False
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = self._server.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._server.accept()
                if self._cut:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self._port))
                self._pairs += [near, far]
                for a, b in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(a, b), daemon=True).start()

    def _carry(self, a: socket.socket, b: socket.socket) -> None:
        with suppress(OSError):
            while data := a.recv(65536):
                b.sendall(data)
        for end in (a, b):
            end.close()

    def cut(self) -> None:
        """No more: what was open breaks, what is tried fails."""
        self._cut = True
        for end in self._pairs:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self._pairs.clear()

    def mend(self) -> None:
        self._cut = False

    def close(self) -> None:
        self.cut()
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()


@pytest.fixture
def wire(house: House) -> Iterator[Wire]:
    laid = Wire(house.server.port)
    yield laid
    laid.close()


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages that fail the test when their script fails or something is refused by the policy."""
    contexts = []
    troubles: list[str] = []

    def said(message: Any) -> None:
        if message.type in ("error", "warning") and "net::ERR" not in message.text and "status of" not in message.text:
            troubles.append(message.text)

    def make(url: str, width: int = 360, **more: Any) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 740}, **{"locale": "fi-FI", "reduced_motion": "reduce", **more}
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("console", said)
        page.goto(url)
        return page

    yield make
    for context in contexts:
        context.close()
    assert not troubles


def join(page: Page, name: str = "Helmi") -> Page:
    page.get_by_label(re.compile("Etunimi|Förnamn|First name")).fill(name)
    page.locator("#join button.pri").click()
    expect(page.locator("#main")).to_be_visible()
    return page


def write(page: Page, text: str) -> None:
    page.get_by_role("textbox", name="Ideasi").fill(text)
    page.get_by_role("button", name="Lähetä idea").click()


def note(page: Page, text: str) -> Locator:
    return page.locator("li.card", has_text=text)


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
    expect(page.get_by_text("0 pistettä jäljellä")).to_be_visible()
    expect(plus).to_be_disabled()
    page.get_by_role("button", name="Lähetä äänet").click()
    expect(page.locator("#main, #notices").get_by_text("Äänesi on tallessa").first).to_be_visible()
    house.do(running.close_step())
    expect(page.get_by_text("Äänestys on suljettu")).to_be_visible()
    house.go("survey")
    page.get_by_label("5 – täysin").check(force=True)
    page.get_by_role("button", name="Seuraava").click()
    page.get_by_role("button", name="Seuraava").click()
    expect(page.get_by_text("Valitse ensin vastaus")).to_be_visible()  # this one is not optional
    page.get_by_label("Jokseenkin samaa mieltä").check(force=True)
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


def test_what_is_written_offline_is_saved_exactly_once(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    step = house.go("ideas")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    write(page, "Ensimmäinen")
    expect(note(page, "Ensimmäinen")).to_contain_text("Lähetetty klo")
    wire.cut()
    for text in ("Toinen", "Kolmas", "Neljäs"):
        write(page, text)
        expect(note(page, text)).to_contain_text("Odottaa yhteyttä – tallessa puhelimessa")
    expect(page.locator("#net")).to_contain_text("Yhteys poikki", timeout=LATER)
    page.get_by_role("button", name="Mitä nyt?").click()
    expect(page.get_by_role("heading", name="Yhteys katkesi")).to_be_visible()
    expect(page.get_by_text("3 asiaa tallessa puhelimessa")).to_be_visible()
    expect(page.get_by_text("Idea: Kolmas")).to_be_visible()
    wire.mend()
    page.get_by_role("button", name="Yritä nyt").click()
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
    page.wait_for_timeout(400)  # the draft is put by a quarter of a second after the last key
    page.unroute("**/events")
    page.reload()
    expect(note(page, "Kerran vain").first).to_contain_text("Lähetetty klo", timeout=LATER)
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


def test_where_streams_are_cut_the_page_asks_instead(house: House, open_page: Callable[..., Page]) -> None:
    page = open_page("about:blank")
    page.route("**/stream*", lambda route: route.abort())
    page.goto(house.url)
    join(page)
    house.go("ideas")
    expect(page).to_have_title(re.compile("Ideaseinä"), timeout=LATER)
    house.go("pause")
    expect(page).to_have_title(re.compile("Kahvitauko"), timeout=LATER)
    expect(page.locator("#net")).to_contain_text("Yhteys kunnossa")


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
    expect(page.get_by_text("Ryhmä siirtyi vaiheeseen Kahvitauko")).to_be_visible()
    expect(field).to_have_value("Avantouinti")
    page.get_by_role("button", name="Siirry mukaan").click()
    expect(page.get_by_role("heading", name="Kahvitauko")).to_be_visible()
    expect(page.locator("#notices")).to_contain_text("Avantouinti")  # what was left unsent is shown, not lost
    house.go("ideas")
    expect(page.get_by_role("textbox", name="Ideasi")).to_have_value("Avantouinti")


def test_a_late_answer_is_told_honestly(house: House, wire: Wire, open_page: Callable[..., Page]) -> None:
    house.go("dots")
    page = join(open_page(f"http://127.0.0.1:{wire.port}/"))
    page.get_by_role("button", name="Anna piste: Kuntosali ja jumppa").click()
    wire.cut()
    page.get_by_role("button", name="Lähetä äänet").click()
    expect(page.get_by_text("se lähtee, jos äänestys on vielä auki")).to_be_visible()
    house.do(running.close_step())
    wire.mend()
    expect(page.locator("#notices")).to_contain_text("ennen kuin äänesi tuli perille", timeout=LATER)
    expect(page.get_by_text("Äänestys on suljettu")).to_be_visible(timeout=LATER)


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
    expect(page.get_by_text("Nyt on sinun vuorosi").first).to_be_visible()
    house.do(floor.end_turn())
    expect(page.get_by_role("button", name="Pyydä puheenvuoro")).to_be_visible()
    wire.cut()
    page.get_by_role("button", name="Pyydä puheenvuoro").click()
    expect(page.get_by_text("Yhteys ei nyt toimi. Nosta käsi")).to_be_visible(timeout=LATER)
    wire.mend()
    expect(page.locator("#net")).to_contain_text("Yhteys kunnossa", timeout=LATER)
    assert house.state.floor.queue(house.steps["talking"]) == []  # a raised hand is for now, not for later


def test_a_round_and_the_ground_rules(house: House, open_page: Callable[..., Page]) -> None:
    from fasilitaattori.tools.discussion.model import start_round

    step = house.go("rules")
    page = join(open_page(house.url))
    with page.expect_response("**/events"):
        page.get_by_role("button", name="Hyväksyn pelisäännöt").click()
    expect(page.get_by_text("Hyväksyit pelisäännöt").first).to_be_visible()
    expect(page.get_by_role("button", name="Hyväksyn pelisäännöt")).to_be_hidden()
    house.go("talking")
    house.do(start_round(house.steps["talking"]))
    expect(page.get_by_text("Nyt on sinun vuorosi")).to_be_visible()
    page.get_by_role("button", name="Ohita vuoroni").click()
    expect(page.get_by_role("button", name="Pyydä puheenvuoro")).to_be_visible()
    assert house.tool(step).accepted == {1}


def test_what_became_of_ones_own_idea(house: House, open_page: Callable[..., Page]) -> None:
    step = house.go("swot")
    page = join(open_page(house.url))
    page.get_by_label("Uhat").check(force=True)
    write(page, "Väki vähenee")
    expect(note(page, "Väki vähenee").last).to_contain_text("ohjaaja tarkistaa", timeout=LATER)
    idea = next(iter(house.tool(step).ideas))
    house.do(ideas.show(step, [idea]))
    expect(note(page, "Väki vähenee").last).not_to_contain_text("tarkistaa", timeout=LATER)
    house.do(ideas.hide(step, [idea]))
    expect(note(page, "Väki vähenee").last).to_contain_text("Ohjaaja otti pois seinältä", timeout=LATER)
    house.do(ideas.correct(step, idea, "Väki vähenee täällä"))
    expect(note(page, "Väki vähenee täällä").last).to_contain_text("Ohjaaja korjasi kirjoitusasua", timeout=LATER)
    page.get_by_role("button", name="Peru lappu").click()
    expect(page.get_by_text("Et ole vielä lähettänyt ideaa.")).to_be_visible(timeout=LATER)
    assert house.tool(step).ideas[idea].withdrawn


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
        page.get_by_role("button", name="Tekstin koko").click()
    assert sizes == [18, 22, 26, 18]
    expect(page.locator("html")).to_have_class(re.compile("size-1"))
    page.reload()
    expect(page.locator("html")).to_have_class(re.compile("size-1"))


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


def test_an_erased_person_can_still_copy_what_was_unsent(house: House, open_page: Callable[..., Page]) -> None:
    house.go("ideas")
    page = join(open_page(house.url))
    page.route("**/events", lambda route: route.abort())
    write(page, "En ehtinyt")
    expect(note(page, "En ehtinyt")).to_contain_text("Odottaa yhteyttä")
    page.unroute("**/events")
    house.do(people.erase_person(1))
    expect(page.get_by_role("heading", name="Tämä sivu ei ole enää voimassa")).to_be_visible(timeout=LATER)
    expect(page.locator("#main")).to_contain_text("En ehtinyt")
    page.get_by_role("link", name="Liity mukaan").click()
    expect(page.get_by_label("Etunimi")).to_be_visible()


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
    page.get_by_label("Täysin samaa mieltä").check(force=True)
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


@pytest.mark.parametrize(
    ("language", "more"),
    [("fi", {}), ("sv", {}), ("en", {}), ("fi", {"color_scheme": "dark"}), ("fi", {"forced_colors": "active"})],
    ids=["fi", "sv", "en", "dark", "forced colours"],
)
def test_axe_finds_nothing_and_nothing_is_wider_than_the_screen(
    house: House, open_page: Callable[..., Page], language: str, more: dict[str, str]
) -> None:
    axe, forced = Axe(), "forced_colors" in more  # the system's colours are then not in the page's own styles
    page = open_page(house.url, 320, locale={"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}[language], **more)

    def look(where: str) -> None:
        found = axe.run(page, options={"rules": {"color-contrast": {"enabled": not forced}}})
        assert found.violations_count == 0, where + "\n" + found.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, where

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
    page.get_by_role("button", name="Mitä nyt?").click(timeout=LATER)
    expect(page.locator("#cut-title")).to_be_focused()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
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


def test_the_first_load_is_light_and_comes_from_the_laptop_alone(house: House, open_page: Callable[..., Page]) -> None:
    house.go("dots")
    base = house.join("Helmi").base
    sizes: dict[str, int] = {}
    page = open_page("about:blank")
    page.on(
        "requestfinished",
        lambda request: sizes.update(
            {request.url: sum(request.sizes()[k] for k in ("responseBodySize", "responseHeadersSize"))}
        ),
    )
    page.goto(house.url + base)
    expect(page.locator("html.js")).to_have_count(1)
    page.wait_for_load_state("load")
    fonts = {url for url in sizes if url.endswith(".woff2")}
    assert sum(size for url, size in sizes.items() if url not in fonts) < 60_000
    assert all(url.startswith(house.url) for url in sizes)
