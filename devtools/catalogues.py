"""The translations: collects texts from the code into `translations/*.po`, checks them, compiles them.

Finnish is the source and complete by itself; its catalogue is written all the same, for tools that expect one.
Texts are compared exactly: a changed Finnish text is a new text, and its old translation is printed for reuse
rather than kept as a guess.
"""

import io
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from devtools.texts import Text, fields, in_tree
from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.paths import translations_dir, write_atomically

ROOT = Path(__file__).resolve().parent.parent
# Written by hand so that a file changes only when its texts do.
_HEADER = """\
# Fasilitaattori: what people read. The msgids are the Finnish texts themselves.
# python3 dev.py translate brings this file up to date with the code; the msgstr lines are yours to write.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


def update() -> int:
    """Bring every catalogue up to date with the code; print what is still to be translated."""
    texts = in_tree(ROOT).texts
    for language in LANGUAGES:
        old = _read(language)
        new = _catalogue(language, texts, old)
        for message in old:
            if message.id and new.get(_key(message)[0], message.context) is None:
                print(f"{language}: no longer used: {message.id!r} = {message.string!r}")
        buffer = io.BytesIO()
        write_po(buffer, new, width=120, sort_output=True, omit_header=True, include_lineno=False)
        content = _HEADER.format(language=language).encode() + buffer.getvalue()
        if not _path(language).exists() or _path(language).read_bytes() != content:
            write_atomically(_path(language), content)
        missing = sum(not all(_forms(message)) for message in new if message.id)
        print(f"{language}: {len(new)} texts, {missing} to be translated")
    return 0


def check(texts: list[Text]) -> list[str]:
    """Everything that is wrong with the catalogues of these texts, in words."""
    wanted = {(text.one, text.context): text for text in texts}
    wrong = [f"two plurals of {one!r}: {sorted(many)}" for one, many in _clashes(texts)]
    for language in LANGUAGES:
        catalogue = _read(language)
        present = {_key(message): message for message in catalogue if message.id}
        wrong += [f"{language}: not in the catalogue: {one!r}" for one, _ in wanted.keys() - present.keys()]
        wrong += [f"{language}: no longer used: {one!r}" for one, _ in present.keys() - wanted.keys()]
        wrong += [f"{language}: obsolete: {message.id!r}" for message in catalogue.obsolete.values()]
        for key in wanted.keys() & present.keys():
            wrong += [f"{language}: {key[0]!r}: {fault}" for fault in _faults(language, wanted[key], present[key])]
    return sorted(wrong)


def compile_all() -> int:
    """Write the .mo beside each .po. A folder that cannot be written is no trouble: the .po is read instead."""
    for language in LANGUAGES:
        buffer = io.BytesIO()
        write_mo(buffer, _read(language))
        try:
            write_atomically(_path(language).with_suffix(".mo"), buffer.getvalue())
        except PermissionError as error:
            print(f"translations stay uncompiled: {error}", file=sys.stderr)
    return 0


def _path(language: str) -> Path:
    return translations_dir() / f"{language}.po"


def _read(language: str) -> Catalog:
    if not _path(language).exists():
        return Catalog(locale=language)
    with _path(language).open("rb") as file:
        return read_po(file, locale=language)


def _key(message: Message) -> tuple[str, str]:
    """What tells one text from another: the singular and the context."""
    one = message.id[0] if isinstance(message.id, (tuple, list)) else message.id
    return str(one), str(message.context or "")


def _forms(message: Message) -> tuple[str, ...]:
    """The translation's forms: one, or as many as the language has plurals."""
    strings = message.string if isinstance(message.string, (tuple, list)) else (message.string,)
    return tuple(str(string or "") for string in strings)


def _catalogue(language: str, texts: list[Text], old: Catalog) -> Catalog:
    new = Catalog(locale=language, charset="utf-8", fuzzy=False)
    for text in sorted(texts):
        known = old.get(text.one, text.context or None)
        forms = _forms(known) if known is not None and not known.fuzzy else ("",)
        if language == "fi":
            forms = (text.one, text.many) if text.many else (text.one,)
        elif len(forms) != (2 if text.many else 1):
            forms = ("", "") if text.many else ("",)
        new.add(
            (text.one, text.many) if text.many else text.one,
            forms if text.many else forms[0],
            locations=[(text.file, 0)],
            context=text.context or None,
        )
    return new


def _clashes(texts: list[Text]) -> Iterator[tuple[str, set[str]]]:
    plurals: dict[tuple[str, str], set[str]] = defaultdict(set)
    for text in texts:
        plurals[text.one, text.context].add(text.many)
    yield from ((one, many) for (one, _), many in plurals.items() if len(many) > 1)


def _faults(language: str, text: Text, message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    forms = _forms(message)
    if message.fuzzy:
        yield "fuzzy"
    if len(forms) != (2 if text.many else 1):
        yield "wrong number of plural forms"
    elif not all(form.strip() for form in forms):
        yield "not translated"
    elif language == "fi" and forms != ((text.one, text.many) if text.many else (text.one,)):
        yield "the Finnish catalogue repeats the source; change the text in the code"
    else:
        wanted = fields(text.many or text.one)
        for number, form in enumerate(forms):
            try:
                found = fields(form)
            except ValueError as error:
                yield f"{form!r}: {error}"
                continue
            # "One note" may leave out its number.
            if not (found == wanted or (text.many and number == 0 and found == wanted - {"n"})):
                yield f"other params than the source: {', '.join(sorted(found ^ wanted))}"


if __name__ == "__main__":
    sys.exit({"update": update, "compile": compile_all}[sys.argv[1]]())
