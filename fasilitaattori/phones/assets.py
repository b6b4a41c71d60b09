"""The files the pages are made of: style sheet, script, fonts, mark. Built once at start, held in memory, and served under an
address that changes with their content, so that a phone may keep them for good.

The style sheet gets its colours from tokens.json; the script is the files of resources/web/js one after another, the remote's
those of resources/web/remote after the few that it shares with the phones.
"""

import gzip
import hashlib
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from fasilitaattori.paths import resource

_FONTS = ("atkinson-400.woff2", "atkinson-700.woff2", "besley-600.woff2", "besley-700.woff2")
ICONS = (
    *("arrow-clockwise", "arrow-left", "arrow-right", "arrow-u-up-left", "check", "check-circle-fill", "device-mobile"),
    *("eye-slash", "hand-palm", "hourglass-medium", "microphone-fill", "minus", "paper-plane-right", "plus", "text-aa"),
    *("warning-circle", "wifi-high", "wifi-slash", "x"),
)
REMOTE_ICONS = (
    *("arrow-left", "arrow-right", "check-circle-fill", "clock", "eye-slash", "hourglass-medium", "microphone-fill", "pause"),
    *("play", "plus", "projector-screen", "qr-code", "users-three", "warning-circle", "wifi-high", "wifi-slash", "x"),
)
_COMMENT = re.compile(rb"^[ \t]*/\*.*?\*/[ \t]*\n", re.MULTILINE | re.DOTALL)
_SHARED_WITH_REMOTE = ("10-base.js", "40-clock.js")


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent; `packed` = gzip, None where that does not pay."""

    content_type: str
    raw: bytes
    packed: bytes | None


class Assets:
    """All of them. `version` is in every address: `/a/<version>/<name>`."""

    def __init__(self) -> None:
        web = resource("web")
        script = b"\n".join(_script(path) for path in sorted((web / "js").glob("*.js")))
        remote = b"\n".join(_script(path) for path in _remote_scripts(web))
        style = _colours() + _text(web / "phone.css")
        self._files = {
            "phone.css": _asset("text/css; charset=utf-8", style.encode()),
            "fonts.css": _asset("text/css; charset=utf-8", (web / "fonts.css").read_bytes()),
            "phone.js": _asset("text/javascript; charset=utf-8", script),
            "plain.js": _asset("text/javascript; charset=utf-8", (web / "plain.js").read_bytes()),
            "remote.css": _asset("text/css; charset=utf-8", (web / "remote.css").read_bytes()),
            "remote.js": _asset("text/javascript; charset=utf-8", remote),
            "screen.css": _asset("text/css; charset=utf-8", (_colours() + _text(web / "screen.css")).encode()),
            "screen.js": _asset("text/javascript; charset=utf-8", (web / "screen.js").read_bytes()),
            "mark.svg": _asset("image/svg+xml", mark("#F3F6EF", "#F2B632", board="#17392F").encode()),
        }
        for name in _FONTS:
            self._files[f"fonts/{name}"] = Asset("font/woff2", (web / "fonts" / name).read_bytes(), None)
        whole = hashlib.blake2b(digest_size=6)
        for name, file in self._files.items():
            whole.update(name.encode() + file.raw)
        self.version = whole.hexdigest()

    def address(self, name: str) -> str:
        """Where the page finds it. KeyError for an unknown name."""
        self._files[name]
        return f"/a/{self.version}/{name}"

    def get(self, name: str) -> Asset | None:
        """The file, or None."""
        return self._files.get(name)


def _asset(content_type: str, raw: bytes) -> Asset:
    return Asset(content_type, raw, gzip.compress(raw, 9, mtime=0))


def _remote_scripts(web: Path) -> list[Path]:
    return [*(web / "js" / name for name in _SHARED_WITH_REMOTE), *sorted((web / "remote").glob("*.js"))]


def _script(path: Path) -> bytes:
    """Without the comments that have lines of their own: they are for us, and weigh on the hall's air."""
    return _COMMENT.sub(b"", path.read_bytes())


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _colours() -> str:
    """The tokens as variables: light, dark where the phone asks for it, contrast where the person does."""
    themes: dict[str, dict[str, str]] = json.loads(resource("look", "tokens.json").read_text(encoding="utf-8"))

    def block(theme: str) -> str:
        return ":root{" + "".join(f"--{token}:{value};" for token, value in themes[theme].items()) + "}"

    return (
        f"{block('paiva')}\n@media (prefers-color-scheme:dark){{{block('ilta')}}}\n"
        f"@media (prefers-contrast:more){{{block('kontrasti')}.card,.list,.notice{{border:2px solid var(--line)}}}}\n"
    )


def mark(seats: str = "currentColor", now: str = "", board: str = "") -> str:
    """The product's mark as SVG: eight chairs in a ring, one of them taken now (`now` "" = the style sheet colours it)."""
    back = f'<rect x="-18" y="-18" width="36" height="36" rx="7" fill="{board}"/>' if board else ""
    chair = '<rect x="-3.1" y="-17.4" width="6.2" height="6.2" rx="1.6" transform="rotate({})" {}/>'
    taken = f'fill="{now}"' if now else 'class="now"'
    chairs = "".join(chair.format(45 * i, taken if i == 1 else f'fill="{seats}"') for i in range(8))
    inner = f'<g transform="scale(.8)">{chairs}</g>' if board else chairs
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="mark" viewBox="-18 -18 36 36" aria-hidden="true">{back}{inner}</svg>'
    )


def sprite(icons: Iterable[str] = ICONS) -> str:
    """All icons of a page in one hidden drawing; `<use xlink:href="#i-name">` shows one."""
    symbol = '<symbol id="i-{}" viewBox="0 0 256 256">{}</symbol>'
    symbols = "".join(symbol.format(name, _paths(resource("icons", f"{name}.svg"))) for name in icons)
    return f'<svg class="away" aria-hidden="true">{symbols}</svg>'


def _paths(path: Path) -> str:
    """What stands inside the outermost element of an icon file."""
    text = path.read_text(encoding="utf-8")
    return text[text.index(">") + 1 : text.rindex("</svg>")].strip()
