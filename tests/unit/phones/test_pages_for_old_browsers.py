"""The pages' scripts and styles run in browsers from 2018: nothing that came to the languages later.

A list of what came later, because a parser of those years is not maintained any more. What the list forbids is found even where
a browser would only stumble over it when it gets there.
"""

import re
from pathlib import Path

import pytest

from fasilitaattori.paths import resource

WEB = resource("web")
SCRIPTS = sorted([*(WEB / "js").glob("*.js"), *WEB.glob("*.js")])
STYLES = sorted(WEB.glob("*.css"))
PAGES = sorted([*WEB.glob("*.html"), *Path(resource("web")).parents[1].glob("fasilitaattori/tools/*/phone.html")])

# What stands in scripts but is not code, so that words and patterns are not taken for it.
_COMMENT, _TEXT = r"/\*[\s\S]*?\*/|(?<![:\\])//[^\n]*", r"\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`"
_PATTERN = r"(?<=[(,=:\[!&|?{};\n])\s*/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+/[a-z]*"

LATER_SYNTAX = {
    "optional chaining (2020)": r"\?\.(?!\d)",
    "?? (2020)": r"\?\?",
    "logical assignment (2021)": r"(?:\|\||&&|\?\?)=",
    "catch without a name (2019)": r"\bcatch\s*\{",
    "object rest and spread (2018)": r"[{,]\s*\.\.\.\s*[\w(]+(?=[^()\[\]]*\})",
    "for await, async iteration (2018)": r"\bfor\s+await\b|\basync\s*\*|\basync\s+function\s*\*",
    "import, export": r"\bimport\b|\bexport\b",
    "big numbers, separators (2020, 2021)": r"\b\d[\d_]*n\b|\d_\d",
    "class fields, private names (2022)": r"[\s;{.]#[a-z]\w*|\bstatic\s+\w+\s*=",
    "await outside a function (2022)": r"^await\b",
}
LATER_NAMES = (
    *("flat", "flatMap", "matchAll", "replaceAll", "at", "findLast", "findLastIndex", "toSorted", "toReversed", "with"),
    *(
        "trimStart",
        "trimEnd",
        "fromEntries",
        "hasOwn",
        "allSettled",
        "any",
        "finally",
        "groupBy",
        "randomUUID",
        "replaceChildren",
    ),
    *("toggleAttribute", "checkVisibility", "showModal", "showPopover", "requestSubmit", "withResolvers", "arrayBuffer"),
)
LATER_OBJECTS = (
    *("globalThis", "structuredClone", "queueMicrotask", "ResizeObserver", "BroadcastChannel", "WeakRef", "BigInt"),
    *("AggregateError", "DecompressionStream", "CompressionStream", "navigator.locks", "navigator.clipboard"),
)
LATER_STYLE = {
    "selectors (2020 on)": r":(?:is|where|has|not\([^)]*[ ,>][^)]*\))\(",
    "gap between flex items (2021)": r"(?<!grid-)\b(?:row-|column-)?gap\s*:",
    "inset (2021)": r"\binset(?:-\w+)*\s*:",
    "min, max, clamp (2020)": r"[:\s,(](?:min|max|clamp)\(",
    "aspect-ratio (2021)": r"(?<![\w-])aspect-ratio\s*:",
    "layers, nesting, containers (2022 on)": r"@layer|@container|^\s*&",
    "colours with spaces, mixing (2022 on)": r"color-mix\(|oklch\(|rgb\(\d+ ",
    "logical margins (2020)": r"\b(?:margin|padding)-(?:inline|block)(?:-\w+)?\s*:",
    "place-items (2019)": r"\bplace-(?:items|content|self)\s*:",
}


def code(script: str) -> str:
    """The script without its comments, texts and patterns."""
    pattern = re.compile(f"({_COMMENT})|({_TEXT})|({_PATTERN})")
    return pattern.sub(lambda m: '""' if m[2] else " " if m[1] else " /x/", script)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_of_2017(path: Path) -> None:
    script = code(path.read_text(encoding="utf-8"))
    for what, pattern in LATER_SYNTAX.items():
        found = re.search(pattern, script, re.MULTILINE)
        assert found is None, f"{what}: {script[max(0, found.start() - 40) : found.end() + 40]!r}"
    found = re.search(rf"\.(?:{'|'.join(LATER_NAMES)})\s*\(", script)
    assert found is None, found
    for name in LATER_OBJECTS:
        found = re.search(rf"(?<![\w.]){re.escape(name)}\b(?!\s*===?\s*\"\")", script)
        assert found is None, found


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_are_of_2018(path: Path) -> None:
    style = re.sub(r"/\*[\s\S]*?\*/", " ", path.read_text(encoding="utf-8"))
    style = re.sub(r"@supports[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}", " ", style)  # asked for before it is used
    for what, pattern in LATER_STYLE.items():
        found = re.search(pattern, style, re.MULTILINE)
        assert found is None, f"{what}: {style[max(0, found.start() - 40) : found.end() + 40]!r}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_pages_hold_no_script_of_their_own(path: Path) -> None:
    """The policy would refuse it; and a handler in an attribute is easily written by mistake."""
    page = path.read_text(encoding="utf-8")
    assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+\s*=|javascript:|\sstyle\s*=", page)


@pytest.mark.parametrize(
    "line",
    [
        "const a = b?.c;",
        "const a = b ?? c;",
        "try { a(); } catch { b(); }",
        "const a = { ...b };",
        "const a = { c: 1, ...b };",
        "a ||= b;",
        "const a = 10n;",
        "const a = 1_000;",
        "class A { #b = 1; }",
        "for await (const a of b) c();",
        "a.flat();",
        "a.replaceAll('b', 'c');",
        "new ResizeObserver(a);",
        "navigator.clipboard.readText();",
    ],
)
def test_the_list_finds_what_came_later(line: str) -> None:
    script = code(line)
    names = rf"\.(?:{'|'.join(LATER_NAMES)})\s*\(|(?<![\w.])(?:{'|'.join(map(re.escape, LATER_OBJECTS))})\b"
    assert any(re.search(pattern, script, re.MULTILINE) for pattern in [*LATER_SYNTAX.values(), names])


@pytest.mark.parametrize(
    "line",
    [
        "const a = b ? .5 : 1;",
        "call(...list);",
        "const a = [...b];",
        "try { a(); } catch (refused) { b(); }",
        'say("a?.b ?? c, {...d}");',
        "/* a?.b */ // catch {",
        "const a = /b?.c/.exec(d);",
        "f(...args, { a: 1 });",
        "Object.assign({}, a, b);",
    ],
)
def test_the_list_leaves_what_was_there(line: str) -> None:
    script = code(line)
    assert not any(re.search(pattern, script, re.MULTILINE) for pattern in LATER_SYNTAX.values())
