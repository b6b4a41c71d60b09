"""What the trial page says, in the phone's own language. No Qt here but the colours."""

from html import escape

from fasilitaattori.i18n import LANGUAGES, Translator
from fasilitaattori.kit.theme import load_theme

_PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="application-name" content="Fasilitaattori"><title>{title}</title><style>
body{{font:18px/1.5 sans-serif;max-width:30em;margin:2em auto;padding:0 1.2em;background:{ground};color:{ink}}}
h1{{font-size:1.45em;line-height:1.2}}
button{{font:bold 1.06em sans-serif;width:100%;min-height:64px;padding:.5em 1em;border:0;border-radius:8px;background:{act};
color:{words};cursor:pointer}}
button:focus-visible{{outline:3px solid {focus};outline-offset:3px}}
</style></head><body><main><h1>{title}</h1>{rest}</main></body></html>"""
_FORM = '<p>{text}</p><form method="post" action="/"><button type="submit">{verb}</button></form>'


def language_of(head: bytes) -> str:
    """The first of our languages that a request's Accept-Language names; Finnish when it names none."""
    for line in head.decode("latin-1").split("\r\n")[1:]:
        name, _, value = line.partition(":")
        if name.strip().lower() == "accept-language":
            wanted = (part.split(";")[0].strip().lower().split("-")[0] for part in value.split(","))
            return next((language for language in wanted if language in LANGUAGES), LANGUAGES[0])
    return LANGUAGES[0]


def page(tr: Translator, sent: bool) -> str:
    """The page: its button, or, once that was pressed (`sent`), that the connection works."""
    theme = load_theme("paiva")
    if sent:
        title = tr("Yhteys toimii molempiin suuntiin")
        text = tr("Kone sai viestin tältä puhelimelta. Voit sulkea tämän sivun.")
        rest = f'<p role="status">{escape(text)}</p>'
    else:
        title = tr("Puhelin löysi koneen")
        text = tr("Paina vielä painiketta. Sillä selviää, pääseekö viesti takaisin koneelle.")
        rest = _FORM.format(text=escape(text), verb=escape(tr("Kokeile yhteyttä")))
    return _PAGE.format(
        lang=tr.language,
        title=escape(title),
        rest=rest,
        ground=theme["ground"].name(),
        ink=theme["ink"].name(),
        act=theme["kuusi"].name(),
        words=theme["on-kuusi"].name(),
        focus=theme["focus"].name(),
    )
