"""Whatever a phone, a broken phone or a stranger sends gets a clear answer in words, and loses nothing."""

import json
import uuid
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fasilitaattori.tools import MODELS
from tests.unit.phones.house import House, Phone

KINDS = sorted({kind for tool in MODELS.values() for kind in tool.sends})
fuzz = settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
plain_json: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=8,
)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"))
    made.open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def phone(house: House) -> Phone:
    return house.join("Helmi")


def post(phone: Phone, content: bytes) -> Any:
    return phone.client.post(f"{phone.base}/events", content=content)


def check_refused(answer: Any, *statuses: int) -> dict[str, Any]:
    assert answer.status_code in statuses, answer.text
    content: dict[str, Any] = answer.json()
    assert content["ok"] is False
    assert content["error"]
    assert content["message"].endswith(".")
    return content


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"{", b"null", b"[]", b"\xff\xfe", b'{"id": 1}', b'"text"', b"{}", b"nan", b"[" * 5000),
        b'{"id": "x", "step": "s", "kind": "ideas.added", "body": {}}',
        b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000001", "step": null, "kind": "ideas.added", "body": {"text": "x"}}',
        b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000001", "step": "s", "kind": "ideas.added", "body": []}',
        b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000001", "step": "s", "kind": "ideas.added", "body": {"text": 5}}',
        b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000001", "step": "s", "kind": "ideas.added", "body": {"text": "\\ud800"}}',
        b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000001", "step": "s", "kind": "run.ended", "body": {}}',
        b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000001", "step": "s", "kind": "", "body": {}}',
    ],
)
def test_what_cannot_be_understood_is_422(phone: Phone, content: bytes) -> None:
    check_refused(post(phone, content), 422)


@pytest.mark.parametrize("body", [b"[" * 20_000 + b"]" * 20_000, b'{"text": "x", "more": ' + b"[" * 9000 + b"]" * 9000 + b"}"])
def test_brackets_within_brackets_are_422(phone: Phone, body: bytes) -> None:
    head = b'{"id": "5b0e4f0e-6f0d-4c39-8a3f-000000000002", "step": "s", "kind": "ideas.added", "body": '
    check_refused(post(phone, head + body + b"}"), 422)
    assert phone.client.post(f"/r/{phone.house.remote}", content=b'{"command": ' + body + b"}").status_code == 422


def test_unknown_kind_wrong_step_and_no_step(house: House, phone: Phone) -> None:
    here = house.go("ideas")
    assert check_refused(phone.send("ideas.deleted", step=here), 422)["error"] == "unknown_kind"
    assert check_refused(phone.send("vote.cast", step=here, choices={}), 409)["error"] == "wrong_step"
    assert check_refused(phone.send("ideas.added", step=house.steps["swot"], text="x"), 409)["error"] == "wrong_step"
    assert check_refused(phone.send("floor.asked", step=house.steps["talking"]), 409)["error"] == "wrong_step"
    assert check_refused(phone.send("ideas.added", step=str(uuid.uuid4()), text="x"), 409)["error"] == "no_step"


@pytest.mark.parametrize("size", [65_000, 70_000, 1_000_000, 5_000_000])
def test_a_body_too_large_is_413_in_plain_words(house: House, phone: Phone, size: int) -> None:
    step = house.go("ideas")
    message = {"id": str(uuid.uuid4()), "step": step, "kind": "ideas.added", "body": {"text": "x" * size}}
    content = json.dumps(message).encode()
    answer = phone.client.post(f"{phone.base}/events", content=content)
    check_refused(answer, 413 if len(content) > 65_536 else 409)
    chunks = (content[i : i + 20_000] for i in range(0, len(content), 20_000))  # without saying how long it is
    check_refused(phone.client.post(f"{phone.base}/events", content=chunks), 413 if len(content) > 65_536 else 409)
    form = phone.client.post(f"{phone.base}/form", data={"step": step, "kind": "ideas.added", "text": "x" * size})
    assert form.status_code == (413 if size + 100 > 65_536 else 409)
    assert "<html" in form.text


def test_ten_thousand_characters_are_told_to_be_too_many(house: House, phone: Phone) -> None:
    house.go("ideas")
    refused = check_refused(phone.send("ideas.added", text="ö" * 10_000), 409)
    assert (refused["error"], refused["message"]) == ("too_long", "Teksti on liian pitkä. Enintään 140 merkkiä.")


@pytest.mark.parametrize(
    "text",
    [
        "🏊‍♀️ avanto 👩🏽‍🌾",
        "שלום עולם",
        "مرحبا بالعالم",
        "a\u202eb",
        "rivi\nrivi",
        "ǧ ŋ ŧ ž",
        "𝕏\u0301",
        "x\u0000y",
        "'; DROP TABLE event; --",
    ],
)
def test_every_script_is_kept_as_it_was_written(house: House, phone: Phone, text: str) -> None:
    house.go("ideas")
    assert phone.send("ideas.added", text=text).status_code == 201
    assert phone.state()["mine"]["ideas"][0]["text"] == text.replace("\u0000", "")
    assert phone.page().count("<textarea") == 1


@pytest.mark.parametrize("where", ["", "/state", "/stream", "/live", "/status", "/privacy"])
def test_an_unknown_address_leads_nowhere(house: House, phone: Phone, where: str) -> None:
    for token in ("", "x", "A" * 22, "../../etc", "ä" * 10, phone.base.removeprefix("/o/")[:-1]):
        answer = phone.client.get(f"/o/{token}{where}")
        assert answer.status_code == 404
        assert "Helmi" not in answer.text


@pytest.mark.parametrize("where", ["/events", "/form", "/language", "/size"])
def test_an_unknown_address_takes_nothing(house: House, phone: Phone, where: str) -> None:
    assert phone.client.post(f"/o/{'A' * 22}{where}", content=b"{}").status_code == 404


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
def test_other_methods_are_refused(house: House, phone: Phone, method: str) -> None:
    for path in ("/", phone.base, f"{phone.base}/events", f"{phone.base}/stream", "/join"):
        assert phone.client.request(method, path).status_code == 405


@fuzz
@given(content=st.binary(max_size=300) | plain_json.map(lambda value: json.dumps(value).encode()))
def test_no_bytes_break_the_server(phone: Phone, content: bytes) -> None:
    check_refused(post(phone, content), 422)


@fuzz
@given(
    kind=st.sampled_from(KINDS) | st.text(max_size=20),
    body=plain_json
    | st.fixed_dictionaries({"text": st.text(max_size=200)})
    | st.dictionaries(st.text(max_size=10), plain_json),
    key=st.sampled_from(["ideas", "dots", "several", "scale", "survey", "talking", "rules", "cards", "talk", "nowhere"]),
)
def test_no_message_breaks_the_server(house: House, phone: Phone, kind: str, body: Any, key: str) -> None:
    message = {"id": str(uuid.uuid4()), "step": house.steps.get(key, key), "kind": kind, "body": body}
    answer = phone.client.post(f"{phone.base}/events", json=message)
    if answer.status_code != 201:
        check_refused(answer, 409, 422)


@fuzz
@given(
    choices=st.dictionaries(st.sampled_from(["option-0", "option-1", "0", "5"]) | st.text(max_size=9), st.integers()),
    key=st.sampled_from(["dots", "one", "several", "scale"]),
)
def test_no_ballot_is_worth_more_than_allowed(house: House, phone: Phone, choices: dict[str, int], key: str) -> None:
    if phone.state()["step"] is None or phone.state()["step"]["id"] != house.steps[key]:
        house.go(key)
    answer = phone.send("vote.cast", choices=choices)
    assert answer.status_code in (201, 409, 422)
    if answer.status_code == 201:
        kept = phone.state()["mine"]["choice"]
        assert all(points > 0 for points in kept.values())
        assert sum(kept.values()) <= {"dots": 3, "one": 1, "several": 2, "scale": 1}[key]


@fuzz
@given(
    fields=st.dictionaries(
        st.sampled_from(["kind", "step", "form", "text", "theme", "choice", "points.x"]) | st.text(), st.text()
    )
)
def test_no_form_breaks_the_server(house: House, phone: Phone, fields: dict[str, str]) -> None:
    for path in (f"{phone.base}/form", f"{phone.base}/language", f"{phone.base}/size", "/join"):
        answer = phone.client.post(path, data=fields)
        assert answer.status_code in (200, 303, 409, 422), answer.text
        assert b"script>alert" not in answer.content


@fuzz
@given(path=st.text(max_size=30), query=st.text(max_size=30))
def test_no_address_breaks_the_server(phone: Phone, path: str, query: str) -> None:
    assert phone.client.get("/" + quote(path), params={query: query}).status_code in (200, 404, 405)
    assert phone.client.get(phone.base, params={"said": query, "key": query}).status_code == 200


def test_after_all_of_that_an_answer_is_still_saved(house: House, phone: Phone) -> None:
    house.go("ideas")
    assert phone.send("ideas.added", text="Sauna lämpiää").status_code == 201
