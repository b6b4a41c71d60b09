"""The contact sheet: every picture on one page, each moment with its languages, themes and sizes side by side."""

from collections import defaultdict
from html import escape
from pathlib import Path

_HEAD = """<!doctype html><meta charset="utf-8"><title>Fasilitaattori</title><style>
body { font: 15px/1.4 sans-serif; margin: 24px; background: #e9ede4; color: #14221d }
section { margin: 0 0 28px } h2 { font-size: 17px; margin: 0 0 8px } div { display: flex; flex-wrap: wrap; gap: 12px }
figure { margin: 0 } img { width: 300px; height: auto; display: block; border: 1px solid #5f6d63 }
nav { columns: 5; margin-bottom: 24px } nav a { display: block }</style>
"""


def write(out: Path) -> Path:
    """Write index.html of all pictures that are in `out`, also of earlier rounds; gives its path."""
    moments: dict[tuple[str, str], dict[tuple[str, str], list[Path]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted(out.glob("*/*.png")):
        name, language, theme, _ = file.stem.rsplit("_", 3)
        moments[file.parent.name, name][language, theme].append(file)
    parts = [_HEAD, f"<h1>{len(moments)} × Fasilitaattori</h1><nav>"]
    parts += [f'<a href="#{escape(kind)}-{escape(name)}">{escape(kind)}: {escape(name)}</a>' for kind, name in moments]
    parts.append("</nav>")
    for (kind, name), looks in moments.items():
        parts.append(f'<section id="{escape(kind)}-{escape(name)}"><h2>{escape(kind)}: {escape(name)}</h2><div>')
        parts += [_figure(out, language, theme, files) for (language, theme), files in looks.items()]
        parts.append("</div></section>")
    page = out / "index.html"
    page.write_text("\n".join(parts), encoding="utf-8")
    return page


def _figure(out: Path, language: str, theme: str, files: list[Path]) -> str:
    """One look: the smallest picture, and ways to all sizes."""
    sized = sorted(files, key=lambda file: int(file.stem.rsplit("_", 1)[1].split("x")[0]))
    links = [(file.relative_to(out).as_posix(), file.stem.rsplit("_", 1)[1]) for file in sized]
    ways = " ".join(f'<a href="{escape(address)}">{escape(size)}</a>' for address, size in links)
    words = f"{escape(language)} {escape(theme)}"
    picture = f'<img loading="lazy" src="{escape(links[0][0])}" alt="{words}">'
    return f"<figure>{picture}<figcaption>{words} {ways}</figcaption></figure>"
