"""What the windows may ask of the rest of the program. `app` fills this in; the windows know nothing of servers or papers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from fasilitaattori.document.pages import Pages
from fasilitaattori.kit.awake import Awake
from fasilitaattori.kit.background import Background
from fasilitaattori.kit.bridge import DoorLike
from fasilitaattori.settings import Settings
from fasilitaattori.workshop.clock import Clock
from fasilitaattori.workshop.state import Models, Workshop
from fasilitaattori.workshop.summary import Summary

if TYPE_CHECKING:
    from fasilitaattori.kit.slides.spoken import Spoken
    from fasilitaattori.methods.library import Library
    from fasilitaattori.methods.model import LocalMethod
    from fasilitaattori.workshop.letterhead import Letterhead


@dataclass(frozen=True, slots=True)
class Reachable:
    """An address phones may reach. `why` is a msgid: why it stands where it stands in the ranking; `kind` is "hotspot" (the
    laptop shares its own network), "wifi", "wired" or "other"."""

    address: str
    interface: str
    why: str
    likely: bool
    kind: str = "other"


class PhoneState(Protocol):
    """How one participant's phone is. `state`: "here"; "away", its page is hidden; "lost", nothing has been heard of it for
    `seconds`. `scripts`: does its page have its script? One without refreshes itself and is here all the same."""

    @property
    def state(self) -> str: ...

    @property
    def seconds(self) -> int: ...

    @property
    def scripts(self) -> bool: ...


class OtherScreens(Protocol):
    """The big screen in other devices' browsers. Any thread may ask, offer and renew."""

    @property
    def url(self) -> str:
        """What they open, e.g. http://192.168.8.2:8080/screen ."""

    @property
    def code(self) -> str:
        """The six digits they are asked for."""

    @property
    def watching(self) -> int:
        """How many show the screen now."""

    @property
    def kinds(self) -> frozenset[str]:
        """The content types in which the picture is wanted; empty = nobody is looking."""

    def offer(self, version: str, images: Mapping[str, bytes], language: str, told: "Spoken") -> None:
        """What the room sees now: the picture by content type, and the same in words. `version` tells pictures apart."""

    def renew(self) -> None:
        """Another code; whoever looks is sent away."""


class Room(Protocol):
    """The hall's web server while a workshop is open. Read from the Qt thread; all of it is cheap."""

    @property
    def url(self) -> str:
        """What phones open, e.g. http://192.168.8.2:8080/ ."""

    @property
    def port(self) -> int: ...

    def presence(self) -> Mapping[int, PhoneState]:
        """How the phones are, by the number of their participant. Everybody who has joined is there, also from before."""

    @property
    def screens(self) -> OtherScreens | None:
        """The big screen on other devices; None where there is no picture to show."""

    @property
    def remote(self) -> str:
        """The facilitator's private address: whoever has it steers the evening. Never for the big screen."""

    @property
    def remotes(self) -> int:
        """How many phones have the remote open now."""

    def renew_remote(self) -> str:
        """Another private address, which it gives; the one before is refused at once."""

    def visitors(self, address: str) -> int:
        """Other devices that have opened the page at this address of the laptop since the room opened."""

    def posted(self, address: str) -> int:
        """Those of them that have sent something: the way works in both directions."""

    @property
    def reachable(self) -> bool:
        """Is the laptop in a network that phones could be in? While it is not, `url` is where they found it last."""

    @property
    def named(self) -> str:
        """The same as `url` with a name that some phones find, "" = none is announced."""

    def look_again(self) -> None:
        """Ask the machine where phones find the room now; `url`, `reachable` and `named` tell from then on. Takes a while: for
        the background."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which paper and how. Papers: "minutes", "poster", "agenda", "ground_rules", "run_sheet". `public` leaves names
    out of the minutes; `size` is "a4" or "a3", for what hangs on a wall; `version` is the number of approved minutes, 0 = as
    they stand."""

    paper: str
    public: bool = True
    size: str = "a4"
    version: int = 0


@dataclass(frozen=True, slots=True)
class PosterFacts:
    """What a poster made now would tell: the address phones open and the network's name ("" = none). `mark` is short and
    differs when address, network or password differ. `reachable`: can phones reach the address at all?"""

    address: str
    network: str
    mark: str
    reachable: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the minutes. `key` is stable; `title` and `count` ("14 kohtaa") are for the list, `text` what a person may
    edit: the `generated` text or, when `edited`, their own. `state`: "ok", "empty" (nothing to tell) or "missing" (`ask` says
    what). `step`: the step of the plan it tells of, "" = none."""

    key: str
    title: str
    text: str
    generated: str = ""
    count: str = ""
    ask: str = ""
    state: str = "ok"
    edited: bool = False
    left_out: bool = False
    mandatory: bool = False
    since: tuple[tuple[str, bool], ...] = ()  # what came (True) and went (False) in the generated text since it was edited
    step: str = ""


@dataclass(frozen=True, slots=True)
class Letterheads:
    """`default` is the one of the settings. `example` draws the first page of a paper with one, for an organiser, as PNG at
    that many pixels an inch; `logo` reads one from a file, both in the background. FasilitaattoriError: no such picture."""

    default: "Callable[[], Letterhead]"
    example: "Callable[[Letterhead, str, float], bytes]"
    logo: Callable[[Path], bytes]


@dataclass(frozen=True, slots=True)
class Sending:
    """Papers given out together; all but the names is for the background. `listed` tells what a packet would hold, as folders
    and file names; `save_packet` writes it and gives its papers and forms; `save_draft` writes an e-mail draft with these
    papers and gives its text and size in bytes. Both tell how much is done (0–1), and stop when what they tell raises."""

    listed: Callable[[Workshop, bool], list[tuple[str, str]]]
    save_packet: Callable[[Workshop, bool, Path, Callable[[float], object]], list[tuple[str, str]]]
    save_draft: Callable[[Workshop, Sequence[tuple[Wish, str]], Path, Callable[[float], object]], tuple[str, int]]
    packet_name: Callable[[Workshop, bool], str]
    draft_name: Callable[[Workshop, int], str]


@dataclass(frozen=True, slots=True)
class Papers:
    """Making papers; everything here but `file_name` is slow and belongs into the background pool.

    `preview` gives the pages as PNG at that many pixels an inch, and the signs that cannot be printed; `save` writes a paper
    (into a folder: under its own name) and gives where it is; `text` is the minutes as "txt" or "md". Forms: "pdf", "docx",
    "md", "txt" (minutes and programme), "pdf" alone for the others. FasilitaattoriError says what went wrong. `sections`
    lists the minutes' sections, those left out too.
    """

    preview: Callable[[Workshop, Wish, float], Pages]
    save: Callable[[Workshop, Wish, str, Path], Path]
    text: Callable[[Workshop, Wish, str], str]
    file_name: Callable[[Workshop, Wish, str], str]
    sections: Callable[[Workshop], Sequence[Section]]
    poster: Callable[[], PosterFacts]
    guide: "Callable[[LocalMethod, Path], Path]"  # how a method is led, as a PDF in the desk's language
    letterheads: Letterheads
    sending: Sending


@dataclass(slots=True)
class Services:
    """Everything the windows are handed."""

    door: DoorLike
    models: Models
    clock: Clock
    settings: Settings
    background: Background
    methods: "Callable[[], Library]"
    renew_methods: Callable[[], object]  # the files of methods changed: `methods` reads them anew
    summaries: Callable[[], list[Summary]]
    minutes_numbers: Callable[[str], list[str]]  # of the library's minutes but those of this workshop; for the background
    forget: Callable[[str], object]  # takes a whole workshop off the disk; blocks until it is gone: call in the background
    open_room: Callable[[str], Room]  # FasilitaattoriError when the port is taken; blocks briefly: call in the background
    close_room: Callable[[], None]
    addresses: Callable[[], list[Reachable]]
    wifi_text: Callable[[], str]  # what the Wi-Fi QR says; "" when no network is set
    papers: Papers
    rehearse: Callable[[str], Callable[[], None]]  # start simulated people in a workshop; gives how to stop them
    copy_of: Callable[[str], str]  # a fresh copy of a workshop's plan (nothing else), gives its stream
    data_dir: Path
    awake: Awake = field(default_factory=Awake)  # keeps the machine from falling asleep
    probed: Callable[[str, str], bytes | None] = lambda path, address: None
    """What a phone's operating system is answered when it asks at this path whether there is an internet, as the bytes of a
    whole answer; None = it asks nothing of the kind. `address`: what people open."""
