"""How an address of the hall is described: the words of the table in routes.py."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.phones.http import Receive, Scope, Send

if TYPE_CHECKING:
    from fasilitaattori.phones.coming import Coming
    from fasilitaattori.phones.forms import Forms
    from fasilitaattori.phones.pages import Pages
    from fasilitaattori.phones.remote.serving import Remote
    from fasilitaattori.phones.screen.serving import Screens

Endpoint = Callable[[Scope, Receive, Send], Awaitable[None]]
HTML, JSON, EVENTS = "text/html", "application/json", "text/event-stream"


class Parts(NamedTuple):
    """Who answers."""

    pages: "Pages"
    forms: "Forms"
    remote: "Remote"
    screens: "Screens"
    coming: "Coming"


@dataclass(frozen=True, slots=True)
class Answer:
    """One way of answering. `content` "" = no body; `shape` of a JSON answer."""

    status: int
    text: str
    content: str = ""
    shape: type[msgspec.Struct] | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a query or a plain form. `one_of` = nothing else is understood; a name ending in ".*" stands for many."""

    name: str
    text: str
    one_of: tuple[str, ...] = ()
    needed: bool = False
    many: bool = False


@dataclass(frozen=True, slots=True)
class Address:
    """One row. `endpoint` None = answered before the table is asked, because it is hot.

    `refuses` are the statuses of trouble that not every address has; `scripts` = trouble is told as JSON, not as a page;
    `json` is the shape of the body.
    """

    method: str
    path: str
    endpoint: Callable[[Parts], Endpoint] | None
    summary: str
    answers: tuple[Answer, ...]
    query: tuple[Field, ...] = ()
    form: tuple[Field, ...] = ()
    json: Any = None
    refuses: tuple[int, ...] = ()
    scripts: bool = False


def page(text: str) -> Answer:
    """200 with a page."""
    return Answer(200, text, HTML)


def reply(shape: type[msgspec.Struct], text: str, status: int = 200) -> Answer:
    """JSON of this shape."""
    return Answer(status, text, JSON, shape)


BACK = Answer(303, "Done; see the page named by Location")
LANGUAGE = Field("language", "the page's language; otherwise the browser's", LANGUAGES)
SIZE = Field("aa", "text size: 0, 1 or 2", ("0", "1", "2"))
VIEWER = Field("w", "the name that a screen's page was given: one viewer, however much it asks")
KEY = Field("key", "the drawing that is shown already, so that it is not sent again")
SWITCH = Field("switch", "only show the form in this language", LANGUAGES)
FORM = Field("form", "an id; the same form twice is one person")
CODE = Field("code", "the short code of a participant")
PAGE = Field("page", "the id of the page that was sent last, at most 32 characters")
NEWCOMER = (
    Field("name", "at most 60 characters, may be empty"),
    Field("show_name", "1 = the name may stand in the minutes"),
)
REMOTE = (LANGUAGE, Field("said", "what a form has just written"), Field("sure", "1 = next asks", ("1",)))
SAID = (Field("said", "the kind that a form has just sent"), Field("step", "in this step"))

PATH_PARTS = {
    "token": "A participant's capability: 128 random bits. Whoever has it is that participant.",
    "capability": "The facilitator's capability: 128 random bits.",
    "screen": "The capability of the big screen: 128 random bits. Whoever has it sees what the room sees.",
    "version": "Changes with the files.",
    "name": "The file.",
}
