"""Bodies with a limit, forms, languages, the files of the pages and how little they weigh."""

import asyncio
import gzip
import json
import re
from typing import Any

import pytest

from fasilitaattori.paths import resource
from fasilitaattori.phones import http
from fasilitaattori.phones.assets import Assets
from fasilitaattori.phones.sending import Problem
from fasilitaattori.phones.words import words

ASSETS = Assets()


def reading(*chunks: bytes, length: str = "") -> Any:
    """A request whose body comes in these chunks."""
    messages = [{"type": "http.request", "body": chunk, "more_body": i < len(chunks) - 1} for i, chunk in enumerate(chunks)]

    async def receive() -> Any:
        return messages.pop(0) if messages else {"type": "http.disconnect"}

    scope = {"headers": [(b"content-length", length.encode())] if length else []}
    return scope, receive


@pytest.mark.parametrize("chunks", [(b"ab", b"cd", b""), (b"abcd",)])
def test_a_body_comes_whole(chunks: tuple[bytes, ...]) -> None:
    assert asyncio.run(http.read_body(*reading(*chunks))) == b"abcd"


@pytest.mark.parametrize(
    ("chunks", "length"),
    [((b"",), "1000000"), ((b"x" * 70_000,), ""), (tuple([b"x" * 1000] * 100), ""), ((b"x" * 40_000, b"x" * 40_000), "10")],
)
def test_too_much_is_refused_however_it_is_sent(chunks: tuple[bytes, ...], length: str) -> None:
    with pytest.raises(Problem) as refused:
        asyncio.run(http.read_body(*reading(*chunks, length=length)))
    assert refused.value.status == 413


def test_a_sender_who_leaves_is_no_bug() -> None:
    async def receive() -> Any:
        return {"type": "http.disconnect"}

    with pytest.raises(Problem) as gone:
        asyncio.run(http.read_body({"headers": []}, receive))
    assert gone.value.status == 400


def test_a_form_is_read() -> None:
    fields = asyncio.run(http.read_form(*reading(b"text=%C3%A4iti+%26+is%C3%A4&choice=a&choice=b&empty=")))
    assert fields == {"text": ["äiti & isä"], "choice": ["a", "b"], "empty": [""]}


@pytest.mark.parametrize("raw", ["ä=1".encode(), b"&".join(b"a=1" for _ in range(600))])
def test_a_form_that_is_none(raw: bytes) -> None:
    with pytest.raises(Problem) as refused:
        asyncio.run(http.read_form(*reading(raw)))
    assert refused.value.status == 422


@pytest.mark.parametrize(
    ("accepts", "language"),
    [
        ("sv-FI,sv;q=0.9,fi;q=0.8", "sv"),
        ("de-DE,de;q=0.9,en;q=0.5", "en"),
        ("de", "fi"),
        ("", "fi"),
        ("en;q=0.1,fi;q=0.2", "fi"),
        ("sv;q=x,en", "en"),
        ("*;q=0.5", "fi"),
    ],
)
def test_the_first_language_the_reader_has_in_common_with_us(accepts: str, language: str) -> None:
    assert http.wanted_language({"headers": [(b"accept-language", accepts.encode())]}, "fi") == language


def test_the_first_load_is_light() -> None:
    """LOOK: 60 kB until the page can be used; fonts come after."""
    style, script = ASSETS.get("phone.css"), ASSETS.get("phone.js")
    assert style is not None
    assert script is not None
    assert style.packed is not None
    assert script.packed is not None
    page = gzip.compress((resource("web", "room.html").read_text(encoding="utf-8") + words("fi")).encode())
    assert len(style.packed) + len(script.packed) + len(page) < 30_000
    assert len(style.raw) + len(script.raw) < 90_000


def test_files_have_an_address_that_changes_with_them() -> None:
    assert ASSETS.address("phone.css") == f"/a/{ASSETS.version}/phone.css"
    assert ASSETS.version == Assets().version
    with pytest.raises(KeyError):
        ASSETS.address("nothing.css")


def test_colours_come_from_the_tokens_alone() -> None:
    tokens = json.loads(resource("look", "tokens.json").read_text(encoding="utf-8"))
    style = ASSETS.get("phone.css")
    assert style is not None
    text = style.raw.decode()
    for theme in tokens.values():
        for token, value in theme.items():
            assert f"--{token}:{value};" in text
    written = resource("web", "phone.css").read_text(encoding="utf-8")
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?=[;}])|\brgba?\(|\bhsla?\(", written)
    used = set(re.findall(r"var\(--([\w-]+)", written)) - {"net", "foot", "sum"}
    assert used <= tokens["paiva"].keys()


def test_old_browsers_are_not_given_what_they_do_not_know() -> None:
    style = re.sub(r"/\*.*?\*/", "", resource("web", "phone.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not re.search(r"(?<!grid-)\bgap:|\bclamp\(|\bmin\(|\bmax\(|\binset:|:is\(|:where\(|aspect-ratio", style)
    for path in resource("web", "js").glob("*.js"):
        script = re.sub(r"/\*.*?\*/|//.*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
        for new in (
            r"\?\.",
            r"\?\?",
            r"\.replaceChildren",
            r"\.at\(",
            r"\.flat\(",
            r"structuredClone",
            r"\.replaceAll\(",
            r"\{\s*\.\.\.",
        ):
            assert not re.search(new, script), (path.name, new)
        assert "randomUUID(" not in script  # only secure pages have it
