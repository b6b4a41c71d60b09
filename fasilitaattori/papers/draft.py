"""An e-mail that is not sent yet: text and papers in one file that the system's mail program opens for going on writing.

Why a file, and not a call of the mail program: docs/decisions/012-mail-as-a-file.md.
"""

from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP

import msgspec

from fasilitaattori.document.text import one_line
from fasilitaattori.i18n import Translator
from fasilitaattori.workshop.state import Workshop

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "odt": "application/vnd.oasis.opendocument.text",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "json": "application/json",
    "html": "text/html",
    "md": "text/markdown",
    "txt": "text/plain",
    "csv": "text/csv",
    "zip": "application/zip",
}


class Attached(msgspec.Struct, frozen=True):
    """A file to go with the message."""

    name: str
    data: bytes


def subject_of(state: Workshop, tr: Translator, count: int, *, public: bool) -> str:
    """What the message with so many papers is about; one with internal papers says so."""
    mark = "" if public else tr("sisäinen")
    title = one_line(state.info.title) or tr("Työpaja")
    return tr.n("{title}: tuloste", "{title}: tulosteet", count, title=title) + (f" ({mark})" if mark else "")


def text_of(state: Workshop, names: Sequence[str], tr: Translator) -> str:
    """A few words to begin with; the sender goes on from here."""
    title, count = one_line(state.info.title), len(names)
    from_it = tr.n(
        "Hei! Tässä on tuloste tilaisuudesta {title}.", "Hei! Tässä ovat tulosteet tilaisuudesta {title}.", count, title=title
    )
    first = from_it if title else tr.n("Hei! Tässä on tuloste.", "Hei! Tässä ovat tulosteet.", count)
    lines = [first, "", tr.n("Liite:", "Liitteet:", count), *(f"- {name}" for name in names), "", tr("Terveisin")]
    lines += [line for line in (one_line(state.info.facilitator), one_line(state.info.organiser)) if line]
    return "\n".join(lines) + "\n"


def draft(subject: str, text: str, attached: Sequence[Attached]) -> bytes:
    """The message as an .eml file. X-Unsent tells mail programs to open it for writing."""
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(subject)
    message["X-Unsent"] = "1"
    message.set_content(text)
    for each in attached:
        kind, _, part = TYPES.get(each.name.rpartition(".")[2].lower(), "application/octet-stream").partition("/")
        message.add_attachment(each.data, maintype=kind, subtype=part, filename=each.name)
    return message.as_bytes()
