"""The run sheet has everything the facilitator needs on paper; the guide tells how a method is led."""

import pytest

from fasilitaattori.document.blocks import Document
from fasilitaattori.errors import FasilitaattoriError, RuleViolation
from fasilitaattori.i18n import LANGUAGES, translator
from fasilitaattori.methods.library import load_library
from fasilitaattori.papers.forms import typesetting
from fasilitaattori.papers.forms.markdown import markdown
from fasilitaattori.papers.runsheet import guide, run_sheet
from fasilitaattori.paths import resource
from fasilitaattori.workshop.agenda import change_step
from fasilitaattori.workshop.materials import add_materials, tick_material

from . import pdfs
from .evening import Evening, village_evening

FI = translator("fi")


def _text(document: Document) -> str:
    return markdown(document)


def test_clock_questions_own_notes_and_materials_are_on_it() -> None:
    evening = village_evening()
    evening.do(add_materials(["Tusseja", "Kahvia"]))
    evening.do(tick_material(evening.state.materials.all()[0].id, True))
    told = _text(run_sheet(evening.state, FI))
    for words in (
        "# Ohjaajan ajolista",
        "| 18.30 | Yhteinen keskustelu | 35 min |",
        "| 20.30 | Lopetamme |  |",
        "- Tusseja (pakattu)",
        "- Kahvia",
        "### 18.30 Yhteinen keskustelu",
        "Mikä muisto koulusta tulee sinulle ensin mieleen?",
        "Ensikertalaiset pääsevät jonossa ensin.",
    ):
        assert words in told


def test_groups_of_a_step_are_a_table() -> None:
    evening = village_evening()
    step = next(step for step in evening.state.plan.steps() if step.title == "Pöytien ehdotukset")
    evening.do(change_step(step.id, groups=[{"name": "Pöytä 1", "topic": "Piha", "host": "Helmi"}, {"name": "Pöytä 2"}]))
    told = _text(run_sheet(evening.state, FI))
    assert "| Pöytä 1 | Piha |  | Helmi |" in told
    assert "| Pöytä 2 |  |  |  |" in told
    with pytest.raises(RuleViolation):
        change_step(step.id, groups=[{"name": "x" * 200}])(evening.state)
    with pytest.raises(RuleViolation):
        change_step(step.id, groups=["Pöytä"])(evening.state)


def test_an_empty_plan_has_none() -> None:
    with pytest.raises(FasilitaattoriError):
        run_sheet(Evening().state, FI)


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_are_accessible_pdfs_in_every_language(language: str) -> None:
    tr = translator(language)
    method = load_library([resource()]).method("eratauko")
    assert method is not None
    for document in (run_sheet(village_evening(language).state, tr), guide(method.in_language(language), tr)):
        pdf = typesetting.pdf(document)
        assert pdfs.faults(pdf) == []
        assert pdfs.tags(pdf).count("/H1") == 1


def test_the_guide_tells_what_a_method_needs_and_how_it_goes() -> None:
    method = load_library([resource()]).method("eratauko")
    assert method is not None
    told = _text(guide(method.in_language("fi"), FI))
    for words in ("60–240 min", "6–25 henkeä", "Pelisäännöt seinälle", "Ei sovi avoimen riidan", "### Pariporina", "eratauko"):
        assert words.casefold() in told.casefold()
