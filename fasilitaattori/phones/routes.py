"""Every address of the hall in one table: who answers it, what it takes, what it may answer.

The server routes by this table and `fasilitaattori phones openapi` prints it, so an address without a description cannot be.
What any address may answer (a wrong method, too many requests …) is said once, in openapi.py.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from fasilitaattori.i18n import LANGUAGES
from fasilitaattori.phones import shapes
from fasilitaattori.phones.http import Receive, Scope, Send

if TYPE_CHECKING:
    from fasilitaattori.phones.coming import Coming
    from fasilitaattori.phones.forms import Forms
    from fasilitaattori.phones.pages import Pages
    from fasilitaattori.phones.remote import Remote
    from fasilitaattori.phones.screens import Screens

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

TABLE: tuple[Address, ...] = (
    Address("GET", "/", lambda p: p.coming.join_page, "The join page", (page("the page"),), query=(LANGUAGE, SIZE)),
    Address(
        "POST",
        "/join",
        lambda p: p.coming.join,
        "Come in: makes a participant",
        (Answer(303, "Joined; Location is the new participant's own address"), page("the form again, in another language")),
        form=(
            LANGUAGE,
            SIZE,
            SWITCH,
            *NEWCOMER,
            FORM,
        ),
        refuses=(409,),
    ),
    Address(
        "GET",
        "/back",
        lambda p: p.coming.back_page,
        "Asks for one's code",
        (page("the page"),),
        query=(LANGUAGE, SIZE),
    ),
    Address(
        "POST",
        "/back",
        lambda p: p.coming.back,
        "Come back on another phone or at another address, by one's code",
        (Answer(303, "Location is a new address of the same participant"), page("the form again, in another language")),
        form=(LANGUAGE, SIZE, SWITCH, CODE, FORM),
        refuses=(404, 409, 410, 422),
    ),
    Address(
        "GET", "/privacy", lambda p: p.pages.privacy, "What is stored and why", (page("the page"),), query=(LANGUAGE, SIZE)
    ),
    Address("GET", "/o/{token}", lambda p: p.pages.room, "A participant's page", (page("the page"),), query=SAID),
    Address(
        "GET",
        "/o/{token}/state",
        lambda p: p.pages.state,
        "What is on, and what this phone may send",
        (reply(shapes.State, "as it is now"),),
        scripts=True,
    ),
    Address(
        "GET",
        "/o/{token}/live",
        lambda p: p.pages.live,
        "For the page's script: what has changed since a drawing, and what is this participant's own",
        (reply(shapes.Live, "as it is now"),),
        query=(KEY,),
        scripts=True,
    ),
    Address(
        "GET",
        "/o/{token}/status",
        lambda p: p.pages.status,
        "A small frame that refreshes by itself, for browsers without scripts",
        (page("the frame"),),
        query=(KEY, PAGE),
    ),
    Address(
        "POST",
        "/o/{token}/here",
        lambda p: p.pages.here,
        "A page is there, and is it hidden",
        (Answer(204, "noted, until the server ends"),),
        json=shapes.Sign,
        refuses=(422,),
        scripts=True,
    ),
    Address(
        "GET",
        "/o/{token}/next",
        lambda p: p.coming.next_page,
        "Between two people who share a phone",
        (page("the page"),),
        query=(PAGE,),
    ),
    Address(
        "POST",
        "/o/{token}/next",
        lambda p: p.coming.next,
        "Give the phone to the next one, who is new or has a code",
        (Answer(303, "Location is their own address"), page("the form again, in another language")),
        form=(
            LANGUAGE,
            SWITCH,
            Field("who", "a new participant, or one known by the code", ("new", "known")),
            *NEWCOMER,
            CODE,
            FORM,
        ),
        refuses=(404, 409, 410, 422),
    ),
    Address("GET", "/o/{token}/privacy", lambda p: p.pages.privacy, "What is stored and why", (page("the page"),)),
    Address(
        "GET",
        "/o/{token}/stream",
        None,
        "Changes as they come (Server-Sent Events)",
        (Answer(200, "the stream; it has no end", EVENTS),),
        query=(KEY,),
        scripts=True,
    ),
    Address(
        "POST",
        "/o/{token}/events",
        None,
        "Answer something; the same id again is saved once",
        (reply(shapes.Saved, "saved: it is on disk", 201), reply(shapes.Saved, "was saved before, nothing added")),
        json=shapes.Posted,
        refuses=(409, 422),
        scripts=True,
    ),
    Address(
        "POST",
        "/o/{token}/form",
        lambda p: p.forms.send,
        "Answer something with a plain form",
        (BACK,),
        form=(
            Field("kind", "what is sent, as in events"),
            Field("step", "in this step"),
            Field("form", "an id; the same form twice is saved once"),
            Field("text", "an idea"),
            Field("theme", "its column"),
            Field("idea", "an idea to withdraw"),
            Field("choice", "a candidate", many=True),
            Field("points.*", "points of a candidate"),
            Field("blank", "1 = a blank ballot"),
            Field("scale.*", "an answer on a scale, from 1"),
            Field("one.*", "the option chosen, from 0"),
            Field("many.*", "the options chosen, from 0", many=True),
            Field("text.*", "an answer in words"),
            Field("reply", "1 = a short reply to the one speaking"),
        ),
        refuses=(409, 422),
    ),
    Address(
        "POST",
        "/o/{token}/language",
        lambda p: p.forms.language,
        "Choose the page's language",
        (BACK,),
        form=(Field("language", "the language", LANGUAGES, needed=True),),
        refuses=(422,),
    ),
    Address("POST", "/o/{token}/size", lambda p: p.forms.size, "Choose the page's text size", (BACK,), form=(SIZE,)),
    Address(
        "GET",
        "/a/{version}/{name:path}",
        lambda p: p.pages.file,
        "Style sheet, script, fonts, mark",
        (Answer(200, "the file; may be kept for good", "*/*"),),
    ),
    Address(
        "GET",
        "/screen",
        lambda p: p.screens.ask,
        "The big screen on another device: asks for the code",
        (page("the page"),),
        query=(LANGUAGE, SIZE),
        refuses=(404,),
    ),
    Address(
        "POST",
        "/screen",
        lambda p: p.screens.enter,
        "Give the code",
        (Answer(303, "the right one; Location is the screen's own address"), Answer(403, "a wrong one: the page again", HTML)),
        query=(LANGUAGE,),
        form=(Field("code", "six digits, spaces do not matter"),),
        refuses=(404,),
    ),
    Address(
        "GET",
        "/s/{screen}",
        lambda p: p.screens.page,
        "The big screen",
        (page("the page"),),
        query=(LANGUAGE, VIEWER, Field("text", "1 = the words instead of the picture", ("1",))),
    ),
    Address(
        "GET",
        "/s/{screen}/picture",
        lambda p: p.screens.image,
        "What the room sees now, as a picture",
        (Answer(200, "the picture: WebP, or PNG where the browser does not ask for WebP", "image/*"), Answer(304, "the same")),
        query=(VIEWER, Field("v", "makes the address differ from picture to picture")),
        scripts=True,
    ),
    Address(
        "GET",
        "/s/{screen}/text",
        lambda p: p.screens.text,
        "What the room sees now, in words",
        (page("a piece of the page"),),
        query=(VIEWER,),
        scripts=True,
    ),
    Address(
        "GET",
        "/s/{screen}/now",
        lambda p: p.screens.now,
        "Which picture there is now, and which words",
        (reply(shapes.Shown, "as it is now"),),
        query=(VIEWER,),
        scripts=True,
    ),
    Address(
        "GET",
        "/s/{screen}/stream",
        lambda p: p.screens.stream,
        "The same whenever it changes (Server-Sent Events)",
        (Answer(200, "the stream; it has no end", EVENTS),),
        query=(VIEWER,),
        scripts=True,
    ),
    Address("GET", "/r/{capability}", lambda p: p.remote.page, "The facilitator's remote", (page("the page"),), query=REMOTE),
    Address(
        "POST",
        "/r/{capability}",
        lambda p: p.remote.post,
        "Steer the evening; the same id again is carried out once",
        (reply(shapes.Standing, "done; how things stand now"),),
        json=shapes.Order,
        refuses=(409, 422),
        scripts=True,
    ),
    Address(
        "GET",
        "/r/{capability}/state",
        lambda p: p.remote.state,
        "How the evening stands",
        (reply(shapes.StandingNow, "as it is now"),),
        scripts=True,
    ),
    Address(
        "GET",
        "/r/{capability}/live",
        lambda p: p.remote.live,
        "For the remote's script: how things stand, drawn",
        (reply(shapes.RemoteLive, "as it is now"),),
        query=(LANGUAGE,),
        scripts=True,
    ),
    Address(
        "GET",
        "/r/{capability}/stream",
        lambda p: p.remote.stream,
        "Changes as they come, for the remote (Server-Sent Events)",
        (Answer(200, "the stream; it has no end", EVENTS),),
        query=(LANGUAGE,),
        scripts=True,
    ),
    Address(
        "GET",
        "/r/{capability}/status",
        lambda p: p.remote.status,
        "A small frame that refreshes by itself, for a remote without scripts",
        (page("the frame"),),
        query=(LANGUAGE, Field("mark", "what the page around it shows")),
    ),
    Address(
        "POST",
        "/r/{capability}/form",
        lambda p: p.remote.form,
        "Steer the evening with a plain form; whatever is pressed, a text being written comes along",
        (BACK, page("the page, with the text still in its field")),
        form=(
            LANGUAGE,
            Field("command", "an order as in POST /r/{capability}, screen:<view>, or record"),
            Field("form", "an id; the same form twice is carried out once"),
            Field("step", "the step that was on"),
            Field("turn", "whose turn it was"),
            Field("sure", "the step to leave although much time is left"),
            Field("entry", "what record writes", ("decide", "note")),
            Field("text", "the decision or note"),
        ),
        refuses=(409, 422),
    ),
)
