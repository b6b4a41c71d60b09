"""The hall's HTTP as OpenAPI 3.1, made from the table of addresses: for whoever writes a program that takes part, and for the
tests that throw everything at the server. Nothing is started for it."""

import re
from typing import Any

import msgspec

import fasilitaattori
from fasilitaattori.phones import http
from fasilitaattori.phones.api import shapes
from fasilitaattori.phones.api.described import HTML, JSON, PATH_PARTS, Address, Answer, Field
from fasilitaattori.phones.api.routes import TABLE
from fasilitaattori.phones.gate.guests import PROBES, Probe
from fasilitaattori.phones.sending import BESIDE_STEPS
from fasilitaattori.workshop.state import Models

_REF = "#/components/schemas/{name}"
_FORM = "application/x-www-form-urlencoded"
_TROUBLE = {
    400: "no Host header, or two",
    403: "another site's page is behind it",
    404: "there is no such address",
    409: "a rule says no",
    410: "the address was somebody's, who was removed or erased",
    413: f"the body is over {http.MAX_BODY // 1024} kB",
    421: "the Host header names somebody else",
    422: "not understood",
    429: "too many requests; again after Retry-After seconds",
    503: "cannot save just now; again after Retry-After seconds",
}
_MAY_MEET_ANYBODY = (400, 421, 429, 503)
_AS_JSON, _AS_PAGE = "refused-{}", "page-{}"


def describe(models: Models) -> dict[str, Any]:
    """The document. `models` are the tools, whose messages a phone may send."""
    kinds: dict[str, type[msgspec.Struct]] = {kind: send.body for tool in models.values() for kind, send in tool.sends.items()}
    kinds.update(BESIDE_STEPS)
    answers = {answer.shape for address in TABLE for answer in address.answers if answer.shape}
    bodies = {address.json for address in TABLE if address.json} - {shapes.Posted}  # which has room for any tool's message
    types = sorted({*answers, *bodies, *kinds.values(), shapes.Refused}, key=lambda shape: (shape.__module__, shape.__name__))
    described, components = msgspec.json.schema_components(types, ref_template=_REF)
    refs: dict[Any, dict[str, Any]] = dict(zip(types, described, strict=True))
    refs[shapes.Posted] = {"$ref": _REF.format(name="Posted")}
    components["Posted"] = {
        "description": "`id` is the sender's own random UUID: the same again is saved once.",
        "oneOf": [
            _message(kind, refs[body], needs_body=any(field.required for field in msgspec.structs.fields(body)))
            for kind, body in sorted(kinds.items(), key=lambda item: item[0])
        ],
    }
    paths: dict[str, dict[str, Any]] = {}
    for address in TABLE:
        paths.setdefault(written(address.path), {})[address.method.lower()] = _operation(address, refs)
    for path, probe in PROBES.items():
        paths[path] = {"get": _of_probe(path, probe)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Fasilitaattori: the phones of a hall",
            "version": fasilitaattori.__version__,
            "license": {"name": "MIT", "identifier": "MIT"},
            "description": "Plain HTTP on the laptop's own address. What things mean is told in docs/phone-api.md.",
        },
        "servers": [
            {"url": "http://{host}:{port}", "variables": {"host": {"default": "127.0.0.1"}, "port": {"default": "8080"}}}
        ],
        "security": [],
        "paths": paths,
        "components": {"schemas": components, "responses": _told_troubles(refs), "headers": _HEADERS},
    }


def printed(models: Models) -> str:
    """The document as text."""
    return msgspec.json.format(msgspec.json.encode(describe(models)), indent=2).decode()


def written(path: str) -> str:
    """A path of the table as OpenAPI writes it: without Starlette's converters."""
    return re.sub(r":\w+}", "}", path)


def _message(kind: str, body: dict[str, Any], *, needs_body: bool) -> dict[str, Any]:
    properties = {"id": {"type": "string", "format": "uuid"}, "step": {"type": "string"}, "kind": {"const": kind}, "body": body}
    required = ["id", "step", "kind", *(["body"] if needs_body else [])]
    return {"type": "object", "title": kind, "properties": properties, "required": required}


def _operation(address: Address, refs: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    names = re.findall(r"{(\w+)", address.path)
    parameters = [_parameter(name, PATH_PARTS[name], {"type": "string", "minLength": 1}, "path") for name in names]
    parameters += [_parameter(field.name, field.text, _values(field), "query") for field in address.query]
    said: dict[str, Any] = {"summary": address.summary, "operationId": _operation_id(address), "parameters": parameters}
    if address.json is not None:
        said["requestBody"] = {"required": True, "content": {JSON: {"schema": refs[address.json]}}}
    elif address.form:
        said["requestBody"] = {"content": {_FORM: {"schema": _form(address.form)}}}
    responses: dict[str, Any] = {}
    for answer in address.answers:
        _add(responses, answer, refs)
    for status in _troubles(address, names):
        told = (
            Answer(status, _TROUBLE[status], JSON, shapes.Refused)
            if address.scripts
            else Answer(status, _TROUBLE[status], HTML)
        )
        _add(responses, told, refs)
    said["responses"] = dict(sorted(responses.items()))
    return said


def _of_probe(path: str, probe: Probe) -> dict[str, Any]:
    """What phones' operating systems ask, under whatever Host."""
    text = "what the maker's own server would say" if probe.status == 200 else "there is an internet"
    if probe.status == 302:
        text = "Windows opens a browser: on to the room"
    told: dict[str, Any] = {"description": text, "headers": _headers_of(Answer(probe.status, text, HTML))}
    if probe.status == 200:
        told["content"] = {probe.content_type.decode(): {"schema": {"const": probe.body.decode()}}}
    return {
        "summary": "Is there an internet? (asked by operating systems and browsers)",
        "operationId": "-".join(["get", *re.findall(r"\w+", path)]),
        "parameters": [],
        "responses": {str(probe.status): told},
    }


def _operation_id(address: Address) -> str:
    """Such as post-o-token-events: the table's own key, in letters that every generator takes."""
    return "-".join([address.method.lower(), *re.findall(r"\w+", written(address.path))])


def _troubles(address: Address, names: list[str]) -> list[int]:
    """What may go wrong: its own, what follows from the path and the body, and what anybody may meet."""
    own = set(address.refuses) | set(_MAY_MEET_ANYBODY)
    if names:
        own.add(404)
    if "token" in names:
        own.add(410)
    if address.method == "POST":
        own.update((403, 413, 422))
    return sorted(own)


def _told_troubles(refs: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    """Every trouble, as JSON and as a page."""
    told: dict[str, Any] = {}
    for status, text in _TROUBLE.items():
        told[_AS_JSON.format(status)] = _told(Answer(status, text, JSON, shapes.Refused), refs)
        told[_AS_PAGE.format(status)] = _told(Answer(status, text, HTML), refs)
    return told


def _parameter(name: str, text: str, schema: dict[str, Any], where: str) -> dict[str, Any]:
    return {"name": name, "in": where, "required": where == "path", "description": text, "schema": schema}


def _values(field: Field) -> dict[str, Any]:
    one: dict[str, Any] = {"type": "string", "enum": list(field.one_of)} if field.one_of else {"type": "string"}
    return {"type": "array", "items": one} if field.many else one


def _form(fields: tuple[Field, ...]) -> dict[str, Any]:
    """A plain form: other fields are not looked at."""
    schema: dict[str, Any] = {"type": "object", "properties": {}, "patternProperties": {}}
    for field in fields:
        described = {"description": field.text, **_values(field)}
        if field.name.endswith(".*"):
            schema["patternProperties"][f"^{re.escape(field.name[:-1])}"] = described
        else:
            schema["properties"][field.name] = described
    schema["required"] = [field.name for field in fields if field.needed]
    return {key: value for key, value in schema.items() if value}


def _add(responses: dict[str, Any], answer: Answer, refs: dict[Any, dict[str, Any]]) -> None:
    """Put the answer among the others; two of the same status are told together."""
    told = _told(answer, refs)
    before = responses.setdefault(str(answer.status), told)
    if before is not told:
        before["description"] += f"; or {answer.text}"
        before["content"] |= told.get("content", {})


def _told(answer: Answer, refs: dict[Any, dict[str, Any]]) -> dict[str, Any]:
    told: dict[str, Any] = {"description": answer.text, "headers": _headers_of(answer)}
    if answer.content:
        told["content"] = {answer.content: {"schema": refs[answer.shape] if answer.shape else {}}}
    return told


def _headers_of(answer: Answer) -> dict[str, Any]:
    names = ["X-Content-Type-Options", "Content-Security-Policy", "Referrer-Policy", "Cross-Origin-Resource-Policy"]
    if answer.content != JSON:  # whose policy says it
        names.append("X-Frame-Options")
    if answer.status in (302, 303):
        names.append("Location")
    if answer.status in (429, 503):
        names.append("Retry-After")
    return {name: {"$ref": f"#/components/headers/{name}"} for name in names}


def _header(text: str, *, needed: bool = True, **schema: Any) -> dict[str, Any]:
    return {"description": text, "required": needed, "schema": {"type": "string", **schema}}


_HEADERS = {
    "X-Content-Type-Options": _header("The type is what it says", const="nosniff"),
    "Content-Security-Policy": _header("Nothing but the laptop's own files, no inline script"),
    "Referrer-Policy": _header("The private address goes nowhere", const="no-referrer"),
    "Cross-Origin-Resource-Policy": _header("No other site's page may load it", const="same-origin"),
    "X-Frame-Options": _header("Only the page's own status frame", enum=["DENY", "SAMEORIGIN"]),
    "Location": _header("Where to go"),
    "Retry-After": _header("Seconds", needed=False, pattern="^[0-9]+$"),
}
