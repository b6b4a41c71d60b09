"""Texts in several languages inside one file: a table whose keys are languages stands for one text (or list, or number).

    title.fi = "Pelisäännöt"
    title.sv = "Spelregler"
    title.en = "Ground rules"

A file for one language alone says `languages = ["fi"]` and may then write its texts plainly.
"""

from typing import Any

from fasilitaattori.errors import N_
from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.methods.problems import Wrong

TEXTS = {
    "name", "summary", "purpose", "setting", "materials", "cautions", "record", "origin", "title", "hint", "notes",
    "question", "deeper", "theme", "organiser", "place", "goal", "topic",
}  # fmt: skip


def declared(raw: dict[str, Any]) -> tuple[str, ...]:
    """The languages of the file: those it names, else all of ours. Wrong when it names something else."""
    named = raw.get("languages", list(LANGUAGES))
    if not isinstance(named, list) or not named or any(language not in LANGUAGES for language in named):
        raise Wrong(N_("Kielten luettelo ”languages” ei kelpaa. Kielet ovat fi, sv ja en."), key="languages")
    return tuple(named)


def in_language(value: Any, language: str) -> Any:
    """The value with every table of languages replaced by what it holds for this one."""
    if _is_table(value):
        return in_language(value.get(language), language)
    if isinstance(value, dict):
        return {key: in_language(part, language) for key, part in value.items()}
    if isinstance(value, list):
        return [in_language(part, language) for part in value]
    return value


def check(value: Any, languages: tuple[str, ...], key: str = "", item: int = 0) -> None:
    """Wrong unless every text is there in every language, and lists are equally long in all of them."""
    if _is_table(value):
        _check_table(value, languages, key, item)
    elif isinstance(value, dict):
        for name, part in value.items():
            check(part, languages, name, item)
    elif isinstance(value, list):
        _check_plain(value, languages, key, item)
        for number, part in enumerate(value, 1):
            check(part, languages, key, number if key in ("steps", "cards") and not item else item)
    else:
        _check_plain(value, languages, key, item)


def _is_table(value: Any) -> bool:
    return isinstance(value, dict) and bool(value) and all(key in LANGUAGES for key in value)


def _check_table(table: dict[str, Any], languages: tuple[str, ...], key: str, item: int) -> None:
    for language in languages:
        if table.get(language) in (None, "", []):
            raise Wrong(N_("Tekstistä ”{name}” puuttuu kieli ”{language}”."), key=key, item=item, name=key, language=language)
    shapes = {_shape(table[language]) for language in languages}
    if len(shapes) > 1:
        raise Wrong(
            N_("Tieto ”{name}” on eri kielillä eri mittainen. Kirjoita jokaiseen yhtä monta kohtaa."),
            key=key,
            item=item,
            name=key,
        )


def _check_plain(value: Any, languages: tuple[str, ...], key: str, item: int) -> None:
    """A text that needs translating but stands there in one language only."""
    texts = value if isinstance(value, list) else [value]
    if len(languages) > 1 and key in TEXTS and any(isinstance(text, str) and text for text in texts):
        raise Wrong(
            N_("Teksti ”{name}” on vain yhdellä kielellä. Kirjoita se kaikilla tai lisää alkuun esimerkiksi: {example}"),
            key=key,
            item=item,
            name=key,
            example='languages = ["fi"]',
        )


def _shape(value: Any) -> str:
    """A text describing lists and tables with their sizes, the same for values built alike."""
    if isinstance(value, list):
        return "[" + ",".join(_shape(part) for part in value) + "]"
    if isinstance(value, dict):
        return "{" + ",".join(f"{key}:{_shape(value[key])}" for key in sorted(value)) + "}"
    return type(value).__name__
