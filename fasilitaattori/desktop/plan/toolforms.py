"""What can be set in a step, tool by tool. A test compares the keys of FORMS with the tools there are."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from fasilitaattori.desktop.plan.cardsform import CardsEditor
from fasilitaattori.desktop.plan.form import Form
from fasilitaattori.desktop.plan.questions import QuestionsEditor
from fasilitaattori.desktop.plan.scalelabels import ScaleLabels
from fasilitaattori.kit.buttons import Button
from fasilitaattori.kit.labels import Label
from fasilitaattori.methods.library import Library

SECONDS_STEP = 30


def _talk(form: Form, library: Library, language: str) -> None:
    tr = form.look.tr
    form.text("prompt", tr("Mitä huone näkee"), hint=tr("Esimerkiksi: Illan kulku ja esittely"))
    form.line("speaker", tr("Kuka puhuu"), tr("Voi jäädä tyhjäksi"))


def _pause(form: Form, library: Library, language: str) -> None:
    tr = form.look.tr
    form.text("text", tr("Teksti kellon alla"), hint=tr("Esimerkiksi: Kahvia ja pullaa keittiössä"))


def _discussion(form: Form, library: Library, language: str) -> None:
    tr = form.look.tr
    form.items("prompts", tr("Kysymykset"), tr("Lisää kysymys"))
    form.line("aside", tr("Pieni teksti kysymyksen alla"), tr("Voi jäädä tyhjäksi"))
    form.items("ground_rules", tr("Pelisäännöt, jotka näytetään tässä"), tr("Lisää sääntö"))
    form.switch("rounds", tr("Kierros: jokainen puhuu vuorollaan"))
    form.switch("floor", tr("Puheenvuoroa voi pyytää puhelimella"))
    form.number("turn_seconds", tr("Puheenvuoron pituus"), 10, 1200, lambda n: turn_words(tr, n), SECONDS_STEP)


def turn_words(tr: Callable[..., str], seconds: int) -> str:
    """A turn's length: 45 s, 2 min, 2 min 30 s."""
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return tr("{n} s", n=rest)
    return tr("{n} min {s} s", n=minutes, s=rest) if rest else tr("{n} min", n=minutes)


def _cards(form: Form, library: Library, language: str) -> None:
    editor = CardsEditor(form.look, library, language)
    editor.changed.connect(form.changed)
    form.add(editor)
    form.take("cards", editor, editor.show_cards)
    form.switch("shuffle", form.look.tr("Sekoita pakka vaiheen alussa"))


def _ideas(form: Form, library: Library, language: str) -> None:
    tr = form.look.tr
    form.text("prompt", tr("Kysymys, johon lapuilla vastataan"))
    form.switch("approval", tr("Tarkistan laput ennen kuin ne näkyvät"))
    themes = form.items("themes", tr("Valmiit teemat"), tr("Lisää teema"), when=lambda s: not s.columns)
    form.add(_presets(form), when=lambda s: not s.columns and not s.themes)
    form.items("columns", tr("Kiinteät sarakkeet"), tr("Lisää sarake"), when=lambda s: bool(s.columns) or not s.themes)
    form.number("max_length", tr("Lapun pituus enintään"), 40, 1000, lambda n: tr("{n} merkkiä", n=n), 20)
    themes.setToolTip(tr("Teemoja voi lisätä ja muuttaa myös illan aikana."))


def _presets(form: Form) -> QWidget:
    """Ready-made columns at a click."""
    tr, holder = form.look.tr, QWidget()
    line = QHBoxLayout(holder)
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(Label(form.look, tr("Sarakkeiksi:"), "small", "ink2", wrap=False))
    swot = [tr("Vahvuudet"), tr("Heikkoudet"), tr("Mahdollisuudet"), tr("Uhat")]
    hats = [tr("Tiedot"), tr("Tunteet"), tr("Riskit"), tr("Hyödyt"), tr("Ideat"), tr("Kokonaisuus")]
    for words, columns in ((tr("Nelikenttä"), swot), (tr("Kuusi hattua"), hats)):
        button = Button(form.look, words, size="small")
        button.clicked.connect(lambda _=False, columns=columns: form.tell("columns", columns))
        line.addWidget(button)
    line.addStretch(1)
    return holder


def _vote(form: Form, library: Library, language: str) -> None:
    tr = form.look.tr
    form.text("question", tr("Mistä äänestetään"))
    kinds = {"one": tr("Yksi vaihtoehdoista"), "several": tr("Useita vaihtoehtoja"), "dots": tr("Pisteitä")}
    form.choice("kind", tr("Tapa"), kinds | {"scale": tr("Asteikko 0–5 (nyrkistä viiteen)")})
    sources = {
        "": tr("Kirjoitan vaihtoehdot"),
        "ideas": tr("Edellisen ideaseinän laput"),
        "themes": tr("Edellisen ideaseinän teemat"),
    }
    form.choice("source", tr("Mistä vaihtoehdot tulevat"), sources, when=_not_scale)
    form.items("options", tr("Vaihtoehdot"), tr("Lisää vaihtoehto"), when=lambda s: _not_scale(s) and not s.source)
    form.number("dots", tr("Pisteitä jokaiselle"), 1, 20, when=lambda s: s.kind == "dots")
    form.number("per_option", tr("Enintään samalle"), 1, 20, when=lambda s: s.kind == "dots")
    form.number("max_choices", tr("Valintoja enintään"), 0, 20, lambda n: _no_limit(tr, n), when=lambda s: s.kind == "several")
    form.number("goes_on", tr("Montako jatkoon"), 1, 20, when=_not_scale)
    labels = ScaleLabels(form.look)
    labels.changed.connect(lambda texts: form.tell("labels", texts))
    form.add(labels, when=lambda s: s.kind == "scale")
    form.take("labels", labels, labels.show_labels)


def _not_scale(settings: Any) -> bool:
    return bool(settings.kind != "scale")


def _no_limit(tr: Callable[..., str], n: int) -> str:
    return str(n) if n else tr("ei rajaa")


def _survey(form: Form, library: Library, language: str) -> None:
    tr = form.look.tr
    form.text("intro", tr("Alkusanat"), hint=tr("Esimerkiksi: Vastaukset ovat nimettömiä."))
    editor = QuestionsEditor(form.look)
    editor.changed.connect(lambda questions: form.tell("questions", questions))
    form.add(editor)
    form.take("questions", editor, editor.show_questions)


FORMS: dict[str, Callable[[Form, Library, str], None]] = {
    "talk": _talk,
    "discussion": _discussion,
    "cards": _cards,
    "ideas": _ideas,
    "vote": _vote,
    "survey": _survey,
    "pause": _pause,
}
"""Tool -> what builds its form: (form, methods and decks, the workshop's language)."""
