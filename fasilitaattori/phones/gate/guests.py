"""Who is let to the door at all: under which name the laptop is asked for, from which page a form comes, and what phones ask to
find out whether there is an internet.

**Names.** A page of the internet whose name is turned to the laptop's address (DNS rebinding) would be one and the same site
with ours to the visitor's browser. Its requests carry the foreign name in Host, so only addresses in numbers, `localhost` and
the names the laptop itself has announced are answered; anything else is told where to go, without a link to the foreign name.

**Forms.** A POST that says where it comes from (Origin) must come from our own page. `Origin: null` needs care: our pages tell
no referrer, and browsers then send `null` with every plain form, our own too (scripts' requests carry the true one). On the
laptop itself Sec-Fetch-Site tells whose form it is, but browsers send that only to addresses they trust, not over plain HTTP to
192.168.x.x. So `null` passes unless Sec-Fetch-Site says that another site is behind it. What could come in that way does no
harm: everything but joining needs a capability, which another site does not have, and whoever another site lets join is
somebody nobody ever uses.

**Probes.** docs/decisions/006-probes.md.
"""

import ipaddress
from collections.abc import Iterable, Mapping
from html import escape
from http import HTTPStatus
from typing import NamedTuple

from fasilitaattori.errors import N_
from fasilitaattori.i18n import Translator
from fasilitaattori.phones.http import NO_STORE, SECURITY, Headers, Scope, Send, send_raw
from fasilitaattori.phones.sending import NOT_UNDERSTOOD, Problem

FOREIGN = N_("Tämä tuli toisen sivuston kautta. Avaa huoneen sivu omassa selaimessasi ja yritä uudelleen.")
ELSEWHERE = N_("Huoneen sivu on osoitteessa {address}. Kirjoita se selaimen osoiteriville.")
_MOST = 512  # spellings of Host that are remembered, and devices that are counted

_PAGE = (
    '<!doctype html><html lang="{language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">{again}'
    "<title>{title}</title><h1>{title}</h1><p>{text}</p>{link}</html>"
)
_AGAIN = '<meta http-equiv="refresh" content="{}">'
_LINK = '<p><a href="{0}">{0}</a></p>'


class Elsewhere(Problem):
    """421: the laptop was asked for under a name that is not its own. `address` is where it can be asked."""

    def __init__(self, address: str) -> None:
        super().__init__(421, "wrong_name", ELSEWHERE, address=address)
        self.address = address


def small_page(tr: Translator, problem: Problem, again: int = 0) -> bytes:
    """A page that needs nothing else from here, where nothing else would be given. `again`: seconds until it asks anew by
    itself (0 = never)."""
    address = problem.address if isinstance(problem, Elsewhere) else ""
    return _PAGE.format(
        language=tr.language,
        again=_AGAIN.format(again) if again else "",
        title=escape(tr("Väärä osoite") if address else tr("Hetkinen")),
        text=escape(problem.text(tr)),
        link=_LINK.format(escape(address)) if address else "",
    ).encode()


class Hosts:
    """The names under which the laptop answers. `tell` from any thread."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._known: tuple[frozenset[str], dict[bytes, bool]]
        self.tell(names)

    def tell(self, names: Iterable[str]) -> None:
        """From now on the laptop has these names, beside its addresses in numbers."""
        self._known = (frozenset({"localhost", *(name.lower().rstrip(".") for name in names)}), {})

    def check(self, scope: Scope, head: Mapping[bytes, bytes]) -> None:
        """Problem(400) without a Host or with two, Elsewhere under a foreign name."""
        host = head.get(b"host", b"")
        names, known = self._known
        ours = known.get(host)
        if ours is None:
            ours = _is_ours(host, names)
            if len(known) < _MOST:
                known[host] = ours
        if ours and len(head) == len(scope["headers"]):
            return
        if not host or sum(name == b"host" for name, _ in scope["headers"]) > 1:
            raise Problem(400, "bad_input", NOT_UNDERSTOOD)
        if not ours:
            raise Elsewhere(own_address(scope))


def _is_ours(host: bytes, names: frozenset[str]) -> bool:
    text = host.decode("latin-1").lower()
    name, colon, port = text.rpartition(":")
    if not colon or text.endswith("]"):
        name = text
    elif not port.isdecimal():
        return False
    if name.rstrip(".") in names:
        return True
    try:
        ipaddress.ip_address(name[1:-1] if name.startswith("[") and name.endswith("]") else name)
    except ValueError:
        return False
    return True


def own_address(scope: Scope) -> str:
    """The address at which this request reached us."""
    here, port = scope["server"]
    return f"http://{here}:{port}/"


def check_origin(head: Mapping[bytes, bytes]) -> None:
    """Of a POST. Problem(403) when another site is behind it."""
    origin, site = head.get(b"origin"), head.get(b"sec-fetch-site", b"none")
    if site in (b"same-origin", b"none") and origin in (None, b"null", b"http://" + head[b"host"]):
        return
    raise Problem(403, "foreign", FOREIGN)


class Visits:
    """Which other devices have come, and which of them have posted something that was taken, by address of ours. This machine
    itself has the same address at both ends and is not noted. Kept in memory only while the room is open; any thread may ask.
    """

    def __init__(self) -> None:
        self._came: set[tuple[str, str]] = set()
        self._posted: set[tuple[str, str]] = set()

    def came(self, scope: Scope) -> None:
        """Somebody asks."""
        _note(scope, self._came)

    def posted(self, scope: Scope) -> None:
        """What somebody posted was taken."""
        _note(scope, self._posted)

    def count(self, address: str, posted: bool = False) -> int:
        """How many other devices have come to this address of ours, or posted to it."""
        return sum(1 for here, _ in tuple(self._posted if posted else self._came) if here == address)


def _note(scope: Scope, noted: set[tuple[str, str]]) -> None:
    here, there = scope["server"], scope["client"]
    if here and there and here[0] != there[0] and len(noted) < 8 * _MOST:
        noted.add((here[0], there[0]))


# --- is there an internet? ---


class Probe(NamedTuple):
    """What an operating system expects to hear where there is an internet."""

    status: int
    content_type: bytes = b"text/plain"
    body: bytes = b""


_NOTHING = Probe(204)
_APPLE = Probe(200, b"text/html", b"<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>")
_NETWORK_MANAGER = Probe(200, body=b"NetworkManager is online\n")
_KINDLE = Probe(200, b"text/html", b"<html><body>81ce4465-7167-4dcb-835b-dcc9e44c112a</body></html>")
_FIREFOX = b'<meta http-equiv="refresh" content="0;url=https://support.mozilla.org/kb/captive-portal"/>'
_WINDOWS_OPENS = "/redirect"  # what Windows shows in a browser when it believes in a captive portal

PROBES: dict[str, Probe] = {
    "/generate_204": _NOTHING,  # Android, Chrome, and most makers' own
    "/gen_204": _NOTHING,
    "/captiveportal/generate_204": _NOTHING,  # Edge
    "/mobile/status.php": _NOTHING,  # Facebook's applications
    "/hotspot-detect.html": _APPLE,
    "/library/test/success.html": _APPLE,
    "/connecttest.txt": Probe(200, body=b"Microsoft Connect Test"),
    "/ncsi.txt": Probe(200, body=b"Microsoft NCSI"),  # Windows 7 and 8
    _WINDOWS_OPENS: Probe(302),
    "/success.txt": Probe(200, body=b"success\n"),  # Firefox
    "/canonical.html": Probe(200, b"text/html", _FIREFOX),
    "/check_network_status.txt": _NETWORK_MANAGER,  # GNOME
    "/nm": _NETWORK_MANAGER,  # Debian
    "/nm-check.txt": _NETWORK_MANAGER,  # Arch
    "/static/hotspot.txt": Probe(200, body=b"OK"),  # Fedora
    "/kindle-wifi/wifistub.html": _KINDLE,
    "/kindle-wifi/wifistub-eink.html": _KINDLE,
}


async def answer_probe(scope: Scope, send: Send, probe: Probe) -> None:
    """Whatever the Host: a phone asks under the name of its maker."""
    await send_raw(send, probe.status, probe.body, _headers_of(probe, own_address(scope)))


def probe_answer(path: str, address: str) -> bytes | None:
    """The same as the bytes of a whole answer, for whoever stands in for the server while no room is open; None for any other
    path. `address`: what people open."""
    probe = PROBES.get(path)
    if probe is None:
        return None
    headers = [*_headers_of(probe, address), (b"content-length", b"%d" % len(probe.body)), (b"connection", b"close")]
    status = b"HTTP/1.1 %d %s" % (probe.status, HTTPStatus(probe.status).phrase.encode())
    return b"\r\n".join([status, *(b"%s: %s" % header for header in headers), b"", probe.body])


def _headers_of(probe: Probe, address: str) -> Headers:
    headers: Headers = [NO_STORE, *SECURITY]
    if probe.status == 200:
        headers.append((b"content-type", probe.content_type))
    if probe.status == 302:
        headers.append((b"location", address.encode()))
    return headers
