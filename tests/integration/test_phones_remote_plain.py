"""The facilitator's remote without scripts, in languages, and whose it is: over real HTTP."""

import json
import re

import httpx

from fasilitaattori.workshop import agenda, floor, people, record, running, show
from fasilitaattori.workshop.agenda import change_step
from tests.unit.phones.house import House
from tests.unit.phones.remotes import Remote, on

# --- without scripts ---


def test_a_plain_form_steers_and_asks_once_on_the_button(house: House, remote: Remote) -> None:
    house.go("talk")
    asks = remote.press("next")
    assert asks.status_code == 303
    page = remote.page("?" + asks.headers["location"].partition("?")[2])
    assert ">Paina uudelleen: siirry<" in page
    assert on(house) == "Tervetuloa"
    assert remote.press("next", page).status_code == 303
    assert on(house) == "Pelisäännöt"
    assert ">Paina uudelleen" not in remote.page()


def test_with_little_time_left_the_plain_form_goes_on_at_once(house: House, remote: Remote) -> None:
    step = house.go("talk")
    house.do(running.adjust(-9 * 60 - 30))
    assert remote.press("next").status_code == 303
    assert house.state.run.current != step


def test_pressed_twice_on_the_same_page_is_done_once(house: House, remote: Remote) -> None:
    step = house.go("talk")
    page = remote.page()
    for _ in range(2):
        assert remote.press("more", page).status_code == 303
    assert house.state.run.adjusted[step] == 60
    remote.press("more")
    assert house.state.run.adjusted[step] == 120


def test_a_page_that_shows_an_old_step_moves_nothing(house: House, remote: Remote) -> None:
    house.go("talk")
    page = remote.page()
    house.do(running.next_step())
    late = remote.press("next", page, sure=house.steps["talk"])
    assert late.status_code == 409
    assert "Vaihe on jo vaihtunut." in late.text
    assert "Pelisäännöt" in late.text  # the page itself shows how things stand
    assert on(house) == "Pelisäännöt"


def test_a_half_written_decision_comes_along_with_whatever_is_pressed(house: House, remote: Remote) -> None:
    house.go("talk")
    draft = 'Talkoot <lauantaina> & "ehkä"'
    answer = None
    for command in ("pause", "resume", "screen:qr", "more", "next", ""):
        answer = remote.press(command, text=draft, entry="note")
        assert answer.status_code == 200, command
        assert "Talkoot &lt;lauantaina&gt; &amp; &#34;ehkä&#34;</textarea>" in answer.text, command
        assert 'value="note" checked' in answer.text
    assert not house.state.record.entries
    assert on(house) == "Tervetuloa"
    assert answer is not None
    assert remote.press("next", answer.text, text=draft, sure=house.steps["talk"]).status_code == 200
    assert on(house) == "Pelisäännöt"
    saved = remote.press("record", text=draft, entry="note")
    assert saved.status_code == 303
    assert "Huomio on kirjattu." in remote.page("?" + saved.headers["location"].partition("?")[2])
    assert [(e.kind, e.text) for e in house.state.record.entries] == [(record.NOTE, draft)]


def test_the_language_is_chosen_on_the_page_and_stays(house: House, remote: Remote) -> None:
    house.go("talk")
    fields = "language=fi&text=&language=sv"  # the hidden field, then the button
    plain = {"content-type": "application/x-www-form-urlencoded"}
    chosen = remote.client.post(remote.base + "/form", content=fields, headers=plain)
    assert chosen.headers["location"] == f"{remote.base}?language=sv"
    page = remote.page("?language=sv")
    assert '<html lang="sv"' in page
    assert remote.press("pause", page).headers["location"] == f"{remote.base}?language=sv"
    assert '<html lang="fi"' in remote.page()  # the workshop's own


def test_the_status_frame_alone_refreshes_and_tells_of_a_new_step(house: House, remote: Remote) -> None:
    house.go("talk")
    mark = re.search(r'status\?mark=([^&"]+)', remote.page())
    assert mark is not None
    frame = remote.client.get(f"{remote.base}/status?mark={mark[1]}")
    assert 'http-equiv="refresh"' in frame.text
    assert "10 min jäljellä" in frame.text
    assert "_top" not in frame.text
    assert frame.headers["x-frame-options"] == "SAMEORIGIN"
    house.do(running.next_step())
    assert "_top" in remote.client.get(f"{remote.base}/status?mark={mark[1]}").text


# --- whose it is ---


def test_a_wrong_address_opens_nothing(house: House, client: httpx.Client) -> None:
    house.go("talk")
    for path in ("", "/state", "/live", "/stream", "/status"):
        assert client.get("/r/wrong" + path).status_code == 404
    assert client.post("/r/wrong", json={"command": "end"}).status_code == 404
    assert client.post("/r/wrong/form", data={"command": "end"}).status_code == 404
    assert client.post(f"/r/{house.remote}x", json={"command": "end"}).status_code == 404
    assert house.state.run.phase == "running"
    assert client.get("/r/wrong").headers["content-type"].startswith("text/html")
    assert client.get("/r/wrong/state").json()["error"] == "no_page"


def test_the_page_is_guarded_and_tells_no_participant_of_it(house: House, remote: Remote) -> None:
    answer = remote.client.get(remote.base)
    assert "script-src 'self'" in answer.headers["content-security-policy"]
    assert (answer.headers["referrer-policy"], answer.headers["x-frame-options"]) == ("no-referrer", "DENY")
    assert answer.headers["cache-control"] == "no-store"
    phone = house.join("Helmi")
    for text in (phone.page(), phone.client.get("/").text, json.dumps(phone.state())):
        assert house.remote not in text
        assert "remote.js" not in text


def test_hostile_titles_and_names_stay_texts(house: House, remote: Remote) -> None:
    evil = '<img src=x onerror="alert(1)">'
    step = house.go("talking")
    house.do(change_step(step, title=evil))
    house.do(floor.ask(house.add(evil)))
    message = remote.client.get(remote.base + "/live").json()
    assert all("<img" not in part for part in message["parts"].values())
    assert "<img" not in remote.page()


def test_an_evening_without_steps_or_over_has_a_page_too(house: House, remote: Remote) -> None:
    house.do(running.start())
    house.do(running.end())
    assert "Ilta on päättynyt" in remote.page()
    assert remote.state()["step"] is None
    for step in house.state.plan.steps():
        house.do(agenda.remove_step(step.id))
    assert remote.state()["next"] is None
    assert remote.page()


def test_the_screen_says_what_else_it_shows(house: House, remote: Remote) -> None:
    house.go("talk")
    house.do(show.show("message", "Tauko"))
    assert "Nyt näkyy viesti." in remote.page()
    house.do(people.add_person("Helmi"))
    assert remote.state()["screen"] == "message"


def test_every_picture_of_the_page_is_there(house: House, remote: Remote) -> None:
    house.go("dots")
    house.do(floor.ask(house.add("Helmi")))
    page = remote.page()
    there = set(re.findall(r'<symbol id="i-([a-z-]+)"', page))
    script = re.search(r'src="(/a/[^"]+remote\.js)"', page)
    assert script is not None
    wanted = {
        *re.findall(r"#i-([a-z-]+)", page),
        *re.findall(r'"(wifi-[a-z]+|hourglass-[a-z]+)"', remote.client.get(script[1]).text),
    }
    assert {"arrow-right", "wifi-slash", "hourglass-medium"} <= wanted <= there
