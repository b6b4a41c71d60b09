"""Texts, dates and numbers in the reader's language.

Several languages are live at once (the desk in Finnish, a phone in Swedish), so a language is passed along as a
translator and never installed globally. The msgids are the Finnish texts themselves: Finnish needs no catalogue,
and a start in Finnish reads no file. The few words that dates need stand here, so that showing a clock never
waits for a large library.
"""

import datetime as dt
import functools
import gettext
import io
import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from fasilitaattori.paths import in_checkout, translations_dir

LANGUAGES = ("fi", "sv", "en")
LANGUAGE_NAMES = {"fi": "suomi", "sv": "svenska", "en": "English"}  # each in its own language, as choosers show them

_WEEKDAYS = {
    "fi": ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),  # untranslated: it is Swedish
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_AND = {"fi": "ja", "sv": "och", "en": "and"}  # untranslated: the words themselves
_SHORT_WEEKDAY = {"fi": 2, "sv": 2, "en": 3}  # letters
_ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_LIKE = {"æ": "ä", "ø": "ö", "õ": "o", "ü": "y", "ß": "ss", "þ": "th", "ð": "d", "đ": "d", "ł": "l"}  # untranslated: letters
_NBSP = "\u00a0"


class Translator:
    """One language. Immutable, so every thread may share it."""

    def __init__(self, language: str, catalogue: gettext.NullTranslations) -> None:
        self.language = language
        self._catalogue = catalogue

    def __call__(self, text: str, /, **params: object) -> str:
        """The Finnish `text` in this language; `{name}` in it is filled from `params`."""
        shown = self._catalogue.gettext(text) if text else ""
        return shown.format(**params) if params else shown

    def n(self, one: str, many: str, n: int, /, **params: object) -> str:
        """`one` or `many` according to `n`, which fills `{n}`."""
        return self._catalogue.ngettext(one, many, n).format(n=n, **params)

    def c(self, context: str, text: str, /, **params: object) -> str:
        """As calling, for a Finnish text that means two things: `context` (Finnish, for translators) tells which."""
        shown = self._catalogue.pgettext(context, text) if text else ""
        return shown.format(**params) if params else shown

    def time(self, at: dt.datetime | dt.time) -> str:
        """Hours and minutes: 9.05, 18.47; in English 09:05, 18:47."""
        return f"{at.hour:02d}:{at.minute:02d}" if self.language == "en" else f"{at.hour}.{at.minute:02d}"

    def times(self, start: dt.datetime | dt.time, end: dt.datetime | dt.time) -> str:
        """A range of clock times: 18.00–20.30."""
        return f"{self.time(start)}–{self.time(end)}"

    def date(self, day: dt.date, *, year: bool = True, short: bool = False) -> str:
        """12.3.2026, in English 12 March 2026. Without the year: 12.3., in Swedish 12.3, 12 March; short in English: 12 Mar."""
        if self.language == "en":
            month = _ENGLISH_MONTHS[day.month - 1]
            return f"{day.day} {month[:3] if short else month}" + (f" {day.year}" if year else "")
        if year:
            return f"{day.day}.{day.month}.{day.year}"
        return f"{day.day}.{day.month}" + ("." if self.language == "fi" else "")

    def weekday(self, day: dt.date, *, short: bool = False) -> str:
        """The day's name as it stands inside a sentence (torstai, torsdag, Thursday); short: to, to, Thu."""
        name = _WEEKDAYS[self.language][day.weekday()]
        return name[: _SHORT_WEEKDAY[self.language]] if short else name

    def number(self, value: float, digits: int = 0) -> str:
        """With `digits` decimals: 1 234,50 (in English 1,234.50); spaces do not break, a minus is a real minus."""
        shown = f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "−")  # + 0.0: never "−0"
        if self.language != "en":
            shown = shown.replace(",", _NBSP).replace(".", ",")
        return shown

    def quoted(self, text: str) -> str:
        """In the quotation marks of the language."""
        return f"“{text}”" if self.language == "en" else f"”{text}”"

    def listed(self, items: Iterable[str]) -> str:
        """One after another, the last joined with a word: "kahvila, verstas ja pihapiiri"."""
        *first, last = items
        return f"{', '.join(first)} {_AND[self.language]} {last}" if first else last

    def sort_key(self, text: str) -> tuple[list[tuple[int, int, str]], str]:
        """Names in the order of this language's alphabet: å, ä and ö after z in Finnish and Swedish, as a and o in English;
        other marks and case only tell equals apart, and 9 comes before 10 (SFS 4600, Svenska Akademiens ordlista)."""
        plain = text.strip().casefold()
        return [self._sort_part(part) for part in re.findall(r"\d+|\D", plain)], plain

    def _sort_part(self, part: str) -> tuple[int, int, str]:
        """Signs and spaces first, then numbers, then letters."""
        if part.isdecimal():
            return 1, int(part), ""
        letter = _LIKE.get(part, part)
        last = "" if self.language == "en" else "åäö"  # untranslated: letters
        if letter in last and letter:
            return 3, last.index(letter), ""
        bare = "".join(each for each in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(each))
        return (2 if letter.isalpha() else 0), 0, bare


def language_for(wanted: Iterable[str]) -> str:
    """The first of these tags ("sv-FI", "en_GB", …; the system's, in its order) that is one of ours. Whoever wants others reads
    English best; a machine that wants none at all ("C") gets Finnish."""
    parts = [re.split("[-_.]", tag)[0].casefold() for tag in wanted]
    known = [part for part in parts if len(part) in (2, 3)]
    return next((part for part in known if part in LANGUAGES), "en" if known else LANGUAGES[0])


@functools.cache
def translator(language: str) -> Translator:
    """The translator of "fi", "sv" or "en"; any other language is a ValueError."""
    if language not in LANGUAGES:
        raise ValueError(f"unknown language: {language}")
    if language == "fi":
        return Translator(language, gettext.NullTranslations())
    return Translator(language, _read(translations_dir() / f"{language}.po"))


def _read(source: Path) -> gettext.GNUTranslations:
    """The compiled catalogue, or the readable one when it has not been compiled since it changed."""
    compiled = source.with_suffix(".mo")
    if compiled.is_file() and (not in_checkout() or compiled.stat().st_mtime >= source.stat().st_mtime):
        with compiled.open("rb") as file:
            return gettext.GNUTranslations(file)
    # Imported here because a checkout alone ever needs it, and it costs 60 ms.
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    buffer = io.BytesIO()
    with source.open("rb") as file:
        write_mo(buffer, read_po(file, locale=source.stem))
    buffer.seek(0)
    return gettext.GNUTranslations(buffer)
