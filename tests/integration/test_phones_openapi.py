"""The description that the program prints of its addresses: well-formed, whole, and true of the running server."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis

from fasilitaattori.phones.api.openapi import describe, written
from fasilitaattori.phones.gate.guests import PROBES
from fasilitaattori.phones.sending import BESIDE_STEPS
from fasilitaattori.tools import MODELS
from tests.unit.phones.house import House

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    made = House(tmp_path_factory.mktemp("house"))
    made.open()
    yield made
    made.close()


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    made: dict[str, Any] = json.loads(json.dumps(describe(MODELS)))
    return made


def operations(document: dict[str, Any]) -> list[tuple[str, str, dict[str, Any]]]:
    return [(method.upper(), path, said) for path, item in document["paths"].items() for method, said in item.items()]


def test_the_program_prints_it_without_a_window_a_room_or_a_folder(tmp_path: Path, document: dict[str, Any]) -> None:
    look = (
        "import sys\nfrom fasilitaattori.cli import main\n"
        f"assert main(['--data', {str(tmp_path / 'data')!r}, 'phones', 'openapi']) == 0\n"
        "loaded = {'PySide6', 'uvicorn', 'sqlalchemy', 'typst'} & set(sys.modules)\n"
        "assert not loaded, loaded\n"
    )
    ran = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, encoding="utf-8")
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout) == document
    assert list(tmp_path.iterdir()) == []


def test_it_is_a_valid_openapi_document(document: dict[str, Any]) -> None:
    schemathesis.openapi.from_dict(document).validate()
    broken = {**document, "paths": {"/": {"get": {"responses": "none"}}}}
    with pytest.raises(Exception, match="none"):
        schemathesis.openapi.from_dict(broken).validate()


def test_every_reference_leads_somewhere(document: dict[str, Any]) -> None:
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(document)):
        found: Any = document
        for part in reference.split("/"):
            found = found[part]


def test_it_names_exactly_the_addresses_of_the_server(house: House, document: dict[str, Any]) -> None:
    assert house.server._app is not None
    routes: list[Any] = house.server._app._router.routes
    served = {(method, written(route.path)) for route in routes for method in route.methods if method != "HEAD"}
    served |= {("GET", path) for path in PROBES}
    assert served == {(method, path) for method, path, _ in operations(document)}


def test_probes_are_answered_as_it_says(house: House, document: dict[str, Any]) -> None:
    with house.client() as client:
        for path in PROBES:
            ((status, said),) = document["paths"][path]["get"]["responses"].items()
            answer = client.get(path, headers={"host": "connectivity.example"})
            assert answer.status_code == int(status)
            assert {name.lower() for name in said["headers"]} <= set(answer.headers)
            for content_type, content in said.get("content", {}).items():
                assert answer.headers["content-type"].startswith(content_type)
                assert answer.text == content["schema"]["const"]


def test_every_address_takes_the_methods_it_is_said_to_take_and_no_other(house: House, document: dict[str, Any]) -> None:
    described = {(method, path) for method, path, _ in operations(document)}
    with house.client() as client:
        for path in document["paths"]:
            real = re.sub(r"{\w+}", "x", path)
            for method in METHODS:
                refused = client.request(method, real).status_code in ((404, 405) if path in PROBES else (405,))
                assert refused == ((method, path) not in described), (method, path)


def test_every_address_is_told_in_words_and_has_a_name_of_its_own(document: dict[str, Any]) -> None:
    ids = [said["operationId"] for *_, said in operations(document)]
    assert len(set(ids)) == len(ids)
    for method, path, said in operations(document):
        assert said["summary"], (method, path)
        assert re.findall(r"{(\w+)}", path) == [p["name"] for p in said["parameters"] if p["in"] == "path"]


def test_it_tells_every_message_that_a_phone_may_send(document: dict[str, Any]) -> None:
    kinds = {kind for tool in MODELS.values() for kind in tool.sends} | BESIDE_STEPS.keys()
    messages = document["components"]["schemas"]["Posted"]["oneOf"]
    assert {message["properties"]["kind"]["const"] for message in messages} == kinds
    needing = {message["title"] for message in messages if "body" in message["required"]}
    assert {"ideas.added", "vote.cast"} <= needing
    assert "floor.withdrawn" not in needing
