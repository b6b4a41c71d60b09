"""Finds the texts that people read: those that go through the translator (to be collected into the catalogues) and
those that bypass it (to be mended).

    tr("…")  self._tr("…", name=x)    a text with its params
    tr.n("{n} lappu", "{n} lappua", n)    one and many
    tr.c("verbi", "Avaa")    a text that means two things
    N_("…")    a constant, translated where it is shown

Python files are read as syntax trees, Jinja templates by Jinja itself.
"""

import ast
import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment, nodes

TRANSLATORS = ("tr", "_tr")
# A line, or the first line of a statement, that ends so holds a text on purpose; the reason follows the colon.
EXCUSE = "# untranslated:"

_QT_TEXTS = frozenset(
    """QLabel QPushButton QToolButton QCheckBox QRadioButton QGroupBox QAction QLineEdit QMessageBox QProgressDialog
    setText setPlainText setHtml setToolTip setStatusTip setWhatsThis setWindowTitle setTitle setPlaceholderText
    setLabelText setAccessibleName setAccessibleDescription setPrefix setSuffix setHeaderLabels setInformativeText
    setDetailedText setHorizontalHeaderLabels setVerticalHeaderLabels setNameFilter setItemText setTabText setButtonText
    setCancelButtonText addTab addItem addItems addAction addMenu addRow addButton insertItem insertTab drawText
    drawStaticText showMessage information warning critical question getText getItem getOpenFileName getSaveFileName
    getExistingDirectory""".split()
)
_QT_MODULES = ("kit", "desktop", "console", "screen")
_LETTERS = re.compile(r"[^\W\d_]{2}")
_FINNISH = re.compile("[äöåÄÖÅ]")
_PLACES = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True, order=True)
class Text:
    """One text for the catalogues. `many` is "" unless it has a plural, `context` is "" unless it has one."""

    one: str
    many: str
    context: str
    file: str


@dataclass(frozen=True, order=True)
class Fault:
    """Something to mend, in words."""

    file: str
    line: int
    what: str


@dataclass
class Found:
    texts: list[Text]
    faults: list[Fault]


def fields(text: str) -> frozenset[str]:
    """The names of the `{params}` in a text. Raises ValueError if its braces do not match."""
    return frozenset(name.partition(".")[0] for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def in_python(source: str, file: str) -> Found:
    """The texts of one Python file and what is wrong with them."""
    tree = ast.parse(source)
    found = Found([], [])
    translated: set[ast.AST] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and (kind := _call_kind(node.func)):
            literals = _literals(node.args[: {"n": 2, "c": 2}.get(kind, 1)])
            translated.update(literals)
            names = None if any(k.arg is None for k in node.keywords) else {k.arg or "" for k in node.keywords}
            _collect(found, file, node.lineno, kind, [str(n.value) for n in literals], names)
            if kind != "N_" and any(isinstance(a, (ast.JoinedStr, ast.BinOp, ast.Dict)) for a in node.args[:1]):
                found.faults.append(Fault(file, node.lineno, "a text put together before it is translated: use params"))
    excuses = {number for number, line in enumerate(source.splitlines(), 1) if EXCUSE in line}
    statements = (n for n in ast.walk(tree) if isinstance(n, ast.stmt) and n.lineno in excuses)
    excused = excuses.union(*(range(n.lineno, (n.end_lineno or n.lineno) + 1) for n in statements))
    found.faults += [f for f in _bare(tree, file, translated) if f.line not in excused]
    return found


def in_template(source: str, file: str) -> Found:
    """The texts of one Jinja template and what is wrong with them."""
    found = Found([], [])
    for node in Environment().parse(source).find_all(nodes.Call):
        kind = _template_call_kind(node.node)
        if not kind:
            continue
        values: list[str] = []
        for argument in node.args[: {"n": 2, "c": 2}.get(kind, 1)]:
            branches = [argument.expr1, argument.expr2] if isinstance(argument, nodes.CondExpr) else [argument]
            values += [n.value for n in branches if isinstance(n, nodes.Const) and isinstance(n.value, str)]
        names = None if node.dyn_kwargs else {k.key for k in node.kwargs}
        _collect(found, file, node.lineno, kind, values, names)
    found.faults += _bare_html(source, file)
    return found


def in_script(source: str, file: str) -> Found:
    """A script of the phones' pages gets its texts from the page: any Finnish letter in it is a fault."""
    faults = [
        Fault(file, number, f"a bare text: {line.strip()[:80]}")
        for number, line in enumerate(source.splitlines(), 1)
        if _FINNISH.search(re.sub(r"//.*|/\*.*?\*/", "", line)) and not line.lstrip().startswith("*")
    ]
    return Found([], faults)


def in_tree(root: Path) -> Found:
    """Every text of the program that stands in the checkout `root`."""
    everything = Found([], [])
    readers = {".py": in_python, ".html": in_template, ".js": in_script}
    for top in (root / "fasilitaattori", root / "resources" / "web"):
        for path in sorted(p for p in top.rglob("*") if p.suffix in readers):
            found = readers[path.suffix](path.read_text(encoding="utf-8"), path.relative_to(root).as_posix())
            everything.texts += found.texts
            everything.faults += found.faults
    return everything


def _collect(found: Found, file: str, line: int, kind: str, values: list[str], names: set[str] | None) -> None:
    """Take over the literal texts of one call; `names`: the params it gives, None when they cannot be seen."""
    if not values or not any(values):
        return
    if kind in ("n", "c") and len(values) != 2:
        found.faults.append(Fault(file, line, f"tr.{kind}() needs both its texts as plain strings"))
        return
    texts = {"n": lambda: [Text(values[0], values[1], "", file)], "c": lambda: [Text(values[1], "", values[0], file)]}
    new = texts.get(kind, lambda: [Text(value, "", "", file) for value in values if value])()
    found.texts += new
    for text in new:
        try:
            wanted = (fields(text.one) | fields(text.many)) - ({"n"} if kind == "n" else set())
        except ValueError as error:
            found.faults.append(Fault(file, line, f"{text.one!r}: {error}"))
            continue
        if kind != "N_" and names is not None and wanted != names:
            odd = ", ".join(sorted(wanted ^ names))
            found.faults.append(Fault(file, line, f"{text.one!r} and its params do not match: {odd}"))


def _call_kind(func: ast.expr) -> str:
    """How a call translates: "tr", "n", "c", "N_", or "" when it does not."""
    name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
    if name in TRANSLATORS:
        return "tr"
    if isinstance(func, ast.Attribute) and name in ("n", "c") and _call_kind(func.value) == "tr":
        return name
    return "N_" if name == "N_" else ""


def _template_call_kind(func: nodes.Node) -> str:
    if isinstance(func, nodes.Name):
        return "tr" if func.name in TRANSLATORS else ""
    if isinstance(func, nodes.Getattr):
        return func.attr if func.attr in ("n", "c") and _template_call_kind(func.node) == "tr" else ""
    return ""


def _literals(arguments: list[ast.expr]) -> list[ast.Constant]:
    """The plain strings among arguments; of `a if x else b` both."""
    found: list[ast.Constant] = []
    for argument in arguments:
        if isinstance(argument, ast.IfExp):
            found += _literals([argument.body, argument.orelse])
        elif isinstance(argument, ast.Constant) and isinstance(argument.value, str):
            found.append(argument)
    return found


def _bare(tree: ast.Module, file: str, translated: set[ast.AST]) -> Iterator[Fault]:
    """Texts that bypass the translator: Finnish anywhere, anything with letters where Qt shows it."""
    shown = any(part in _QT_MODULES for part in Path(file).with_suffix("").parts)
    said = {n.body[0].value for n in ast.walk(tree) if isinstance(n, _PLACES) and n.body and isinstance(n.body[0], ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and shown:
            func = node.func
            name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""
            for part in (n for a in node.args if name in _QT_TEXTS for n in _shown_strings(a)):
                if part not in translated and _LETTERS.search(str(part.value)) and not _FINNISH.search(str(part.value)):
                    yield Fault(file, part.lineno, f"a bare text in {name}(): {str(part.value)[:60]!r}")
        if isinstance(node, ast.Constant) and node not in said | translated and _FINNISH.search(str(node.value)):
            yield Fault(file, node.lineno, f"a bare text: {str(node.value)[:60]!r}")


def _shown_strings(argument: ast.expr) -> Iterator[ast.Constant]:
    """The literal parts of an argument that would be seen as they are."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument
    elif isinstance(argument, (ast.JoinedStr, ast.List, ast.Tuple)):
        for part in argument.values if isinstance(argument, ast.JoinedStr) else argument.elts:
            yield from _shown_strings(part)
    elif isinstance(argument, ast.BinOp):
        yield from _shown_strings(argument.left)
        yield from _shown_strings(argument.right)
    elif isinstance(argument, ast.IfExp):
        yield from _shown_strings(argument.body)
        yield from _shown_strings(argument.orelse)


class _Page(HTMLParser):
    """Collects what a reader (or a screen reader) of a template would meet as it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.bare: list[tuple[int, str]] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._silent += tag in ("script", "style")
        for name, value in attrs:
            if name in ("alt", "title", "aria-label", "placeholder") and value and _LETTERS.search(value):
                self.bare.append((self.getpos()[0], value))

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._silent and _LETTERS.search(data):
            self.bare.append((self.getpos()[0], data.strip()))


def _bare_html(source: str, file: str) -> Iterator[Fault]:
    blanked = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", lambda m: "\n" * m[0].count("\n"), source, flags=re.DOTALL)
    page = _Page()
    page.feed(blanked)
    for line, text in page.bare:
        yield Fault(file, line, f"a bare text: {text[:60]!r}")
