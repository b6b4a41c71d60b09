"""Methods of one's own: made of a workshop's plan, kept as files of the same kind as the program's own, shared as such a file.

A file from elsewhere is checked exactly as the others are before anything of it is kept.
"""

import json
import re
import tomllib
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import msgspec

from fasilitaattori.errors import N_, FasilitaattoriError, StorageError
from fasilitaattori.methods.library import Check, Library, read_method
from fasilitaattori.methods.model import Group, LocalMethod, Method, Minutes, Purpose, SideGroup, StepTemplate
from fasilitaattori.methods.problems import Problem, Wrong
from fasilitaattori.workshop.agenda import MAX_MINUTES, StepPlan
from fasilitaattori.workshop.groups import read_groups

LARGEST = 1_000_000  # bytes: a method with hundreds of cards is a tenth of this
SUFFIX = ".toml"
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TOOL_PURPOSES: dict[str, Purpose] = {
    "ideas": "ideointi",
    "vote": "valinta",
    "discussion": "ymmartaminen",
    "cards": "tutustuminen",
    "survey": "arviointi",
}
_PHONES = frozenset({"survey"})


class NotTakenIn(FasilitaattoriError):
    """A file could not be taken in as a method; `text` tells where in it and why."""

    def __init__(self, path: Path, what: str, params: dict[str, Any], line: int | None = None, item: int = 0) -> None:
        super().__init__(what, **params)
        self._problem = Problem(path, what, params, line, item, N_("Mitään ei tuotu. Pyydä tiedosto uudelleen sen tekijältä."))

    def text(self, tr: Callable[..., str]) -> str:
        """One plain sentence and what to do, translated."""
        return self._problem.text(tr)


def purposes_of(plans: Sequence[StepPlan]) -> tuple[Purpose, ...]:
    """What a plan seems to be for, by its ways of working; planning when nothing tells."""
    found = dict.fromkeys(_TOOL_PURPOSES[plan.tool] for plan in plans if plan.tool in _TOOL_PURPOSES)
    return tuple(found) or ("suunnittelu",)


def method_of(
    plans: Sequence[StepPlan],
    *,
    method_id: str,
    name: str,
    summary: str,
    people: int,
    materials: Sequence[str],
    words: dict[str, str],
    base: LocalMethod | None = None,
) -> LocalMethod:
    """A method of these steps. What a plan does not tell comes from the method it began with (`base`), else from `words`:
    purpose, setting, record, origin, in the workshop's language. `people` expected, 0 = not known."""
    total = sum(plan.minutes for plan in plans)
    least = sum(plan.minutes if plan.flex == "fixed" else max(1, plan.minutes // 2) for plan in plans)
    known = Group(max(1, people // 2), max(1, people), max(4, 2 * people)) if people else Group(2, 12, 60)
    return LocalMethod(
        id=method_id,
        name=name,
        summary=summary,
        purpose=base.purpose if base else words["purpose"],
        purposes=purposes_of(plans),
        group=base.group if base else known,
        minutes=Minutes(least, total, max(total, min(2 * total, MAX_MINUTES))),
        works_without_phones=base.works_without_phones if base else all(plan.tool not in _PHONES for plan in plans),
        needs_tables=base.needs_tables if base else any(plan.mode == "ryhma" for plan in plans),
        setting=base.setting if base else words["setting"],
        materials=tuple(materials),
        cautions=base.cautions if base else (),
        record=base.record if base else (words["record"],),
        origin=words["origin"],
        steps=tuple(_template(plan) for plan in plans),
    )


def _template(plan: StepPlan) -> StepTemplate:
    return msgspec.convert(
        {
            "title": plan.title,
            "tool": plan.tool,
            "minutes": plan.minutes,
            "mode": plan.mode,
            "settings": plan.settings,
            "hint": plan.hint,
            "notes": plan.notes,
            "scale": plan.flex,
            "groups": _groups(plan),
        },
        StepTemplate,
    )


def _groups(plan: StepPlan) -> list[dict[str, str]]:
    """The groups of a step without those who lead them: names of people do not travel with a method."""
    groups = (SideGroup(group.name, group.topic, group.place) for group in read_groups(plan.groups))
    return [written for group in groups if (written := group.written())]


def free_id(name: str, library: Library) -> str:
    """An id made of a name that no method has yet: "kylailta-2"."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    base = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")[:50].strip("-") or "menetelma"
    number, found = 1, base
    while library.method(found) is not None:
        number += 1
        found = f"{base}-{number}"
    return found


class OwnMethods:
    """The folder of the user's own methods."""

    def __init__(self, data: Path) -> None:
        self.folder = data / "methods"

    def keep(self, method: LocalMethod, language: str) -> Path:
        """Write it down. StorageError when that does not work."""
        raw = {"languages": [language], **_filled(msgspec.to_builtins(method))}
        return self._write(self.folder / f"{method.id}{SUFFIX}", to_toml(raw))

    def take_in(self, path: Path, library: Library, check: Check) -> Method:
        """Check a file from elsewhere and keep a copy of it, under another id when its own is taken. NotTakenIn,
        StorageError."""
        if path.is_file() and path.stat().st_size > LARGEST:
            raise NotTakenIn(path, N_("Tiedosto on liian suuri menetelmäksi."), {})
        try:
            method, raw = read_method(path, check, library.decks)
        except Wrong as wrong:
            raise NotTakenIn(path, wrong.message, wrong.params, wrong.line, wrong.item) from wrong
        method_id = free_id(method.id, library)
        raw["id"] = method_id
        self._write(self.folder / f"{method_id}{SUFFIX}", to_toml(raw))
        return msgspec.structs.replace(
            method, versions={key: msgspec.structs.replace(one, id=method_id) for key, one in method.versions.items()}
        )

    def rename(self, method_id: str, name: str, language: str) -> None:
        """Give it another name in this language (a file of one language has but one name)."""
        path = self.path_of(method_id)
        raw = tomllib.loads(_read(path))
        if isinstance(raw["name"], dict):
            raw["name"] = {**raw["name"], language: name}
        else:
            raw["name"] = name
        self._write(path, to_toml(raw))

    def remove(self, method_id: str) -> tuple[Path, str]:
        """Take it away; gives where it was and what it said, so that it can be put back."""
        path = self.path_of(method_id)
        text = _read(path)
        try:
            path.unlink()
        except OSError as error:
            raise _unwritable(path, error) from error
        return path, text

    def put_back(self, path: Path, text: str) -> None:
        """What `remove` took away."""
        self._write(path, text)

    def share(self, method_id: str, target: Path) -> Path:
        """A copy of its file for others."""
        return self._write(target, _read(self.path_of(method_id)))

    def path_of(self, method_id: str) -> Path:
        """The file of a method. StorageError when there is none any more."""
        for path in sorted(self.folder.glob(f"*{SUFFIX}")):
            try:
                if tomllib.loads(path.read_text("utf-8-sig")).get("id") == method_id:
                    return path
            except (OSError, ValueError):
                continue  # a broken file is told of on the page of methods
        raise _unwritable(self.folder / f"{method_id}{SUFFIX}", FileNotFoundError(2, "not there"))

    def _write(self, path: Path, text: str) -> Path:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            whole = path.with_name(f".{path.name}.new")
            whole.write_text(text, encoding="utf-8")
            whole.replace(path)
        except OSError as error:
            raise _unwritable(path, error) from error
        return path


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> StorageError:
    return StorageError(
        N_("Menetelmän tiedostoa {file} ei voi käyttää ({why})."),
        N_("Tarkista, että levyllä on tilaa ja kansio on olemassa."),
        file=str(path),
        why=error.strerror or str(error),
    )


def _filled(value: dict[str, Any]) -> dict[str, Any]:
    return {key: part for key, part in value.items() if part is not None}


# --- writing TOML ----------------------------------------------------------------------------------------------------


def to_toml(raw: dict[str, Any]) -> str:
    """The TOML of what `tomllib.loads` gives (texts, numbers, truths, lists, tables); the steps as tables of their own."""
    lines = [f"{_key(key)} = {_value(part)}" for key, part in raw.items() if key != "steps"]
    for step in raw.get("steps", []):
        lines += ["", "[[steps]]", *(f"{_key(key)} = {_value(part)}" for key, part in step.items())]
    return "\n".join(lines) + "\n"


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _text(key)


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, dict):
        return "{ " + ", ".join(f"{_key(key)} = {_value(part)}" for key, part in value.items() if part is not None) + " }"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_value(part) for part in value) + "]"
    return repr(value)


def _text(text: str) -> str:
    """A basic string; JSON escapes all that TOML wants escaped but DEL. Halves of signs that cannot be written are left out."""
    whole = text.encode("utf-8", "ignore").decode("utf-8")
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007F")
