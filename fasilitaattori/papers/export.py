"""The one way papers leave the program: made in memory, then written whole or not at all."""

import errno
import unicodedata
from collections.abc import Callable, Mapping
from pathlib import Path

from fasilitaattori.document.blocks import Document
from fasilitaattori.errors import N_, StorageError
from fasilitaattori.papers.forms import markdown, opendocument, plaintext, typesetting, webpage, word
from fasilitaattori.paths import write_atomically

FORMS: Mapping[str, Callable[[Document], bytes]] = {
    "pdf": typesetting.pdf,
    "docx": word.word,
    "odt": opendocument.opendocument,
    "html": lambda document: webpage.webpage(document).encode(),
    "md": lambda document: markdown.markdown(document).encode(),
    "txt": lambda document: plaintext.plain_text(document).encode(),
}

_ELSEWHERE = N_("Valitse toinen kansio. Muistion teksti on tallessa.")
_REASONS = {
    errno.ENOSPC: (N_("Tiedostoa {name} ei voitu tallentaa: levy on täynnä."), _ELSEWHERE),
    errno.EDQUOT: (N_("Tiedostoa {name} ei voitu tallentaa: levy on täynnä."), _ELSEWHERE),
    errno.EROFS: (N_("Tiedostoa {name} ei voitu tallentaa: kansioon ei saa kirjoittaa."), _ELSEWHERE),
    errno.EACCES: (
        N_("Tiedostoa {name} ei voitu tallentaa: kansioon ei saa kirjoittaa, tai tiedosto on auki toisessa ohjelmassa."),
        N_("Sulje tiedosto tai valitse toinen kansio. Muistion teksti on tallessa."),
    ),
    errno.ENAMETOOLONG: (N_("Tiedostoa ei voitu tallentaa: nimi on liian pitkä."), N_("Anna lyhyempi nimi.")),
}
_LETTERS, _BYTES = 80, 200  # of a file's name; systems take 255 bytes, and a file being written has a longer name
_DEVICES = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10)),
}  # untranslated: Windows'
_REASONS[errno.EPERM] = _REASONS[errno.EACCES]
_OTHERWISE = (N_("Tiedostoa {name} ei voitu tallentaa."), _ELSEWHERE)


def export(document: Document, form: str, path: Path) -> None:
    """Write the document in one of FORMS. ValueError for another form; StorageError when it cannot be written: then nothing
    is left behind, and a file that was there before is as it was."""
    if form not in FORMS:
        raise ValueError(f"unknown form: {form}")
    save(FORMS[form](document), path)


def save(data: bytes, path: Path) -> None:
    """Write a finished paper whole or not at all. StorageError says in plain words why not and what to do."""
    try:
        write_atomically(path, data)
    except OSError as error:
        message, hint = _REASONS.get(error.errno or 0, _OTHERWISE)
        raise StorageError(message, hint, name=path.name) from error


def file_name(title: str, form: str) -> str:
    """A file name every system takes, from the title of a paper: "Muistio Kyläkoulun uusi elämä.pdf"."""
    kept = ""
    for char in unicodedata.normalize("NFC", title):
        if char.isalnum() or char in " -_.,()'’" or (_is_mark(char) and kept[-1:].strip()):
            kept += char
        elif unicodedata.category(char) not in ("Cf", "Mn", "Me"):  # what only joins, turns or marks leaves no gap
            kept += " "
    name = " ".join(kept.split()).strip(". ")[:_LETTERS].encode()[:_BYTES].decode(errors="ignore").strip(". ")
    reserved = name.partition(".")[0].upper() in _DEVICES
    return f"{name or 'muistio'}{'_' if reserved else ''}.{form}"


def _is_mark(char: str) -> bool:
    """Is it a vowel or the like that is written onto the letter before? A form of emoji is not."""
    return unicodedata.category(char) in ("Mn", "Mc") and not "\ufe00" <= char <= "\ufe0f"
