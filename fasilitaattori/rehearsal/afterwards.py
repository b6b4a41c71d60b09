"""Nine weeks after the evening: the facilitator tells what came of it. Some promises are kept, two are late as in life."""

from typing import TYPE_CHECKING

from fasilitaattori.workshop import answers

if TYPE_CHECKING:
    from fasilitaattori.rehearsal.evening import Stage

ANSWERS = "vastaukset"  # the other view of the page kokoa
LATER = 9 * 7 * 24 * 3600.0  # seconds


def tell_later(stage: "Stage") -> None:
    """What came of themes, decisions and actions is told, and the library shows what is late."""
    stage.clock.advance(LATER)
    stage.page(ANSWERS)
    stage.shot("desk", "vastaukset-alussa")
    there = answers.matters(stage.state)
    for came in stage.words.answers:
        found = next((each.id for each in there if each.id == came.of or each.words.startswith(came.of)), "")
        if found:
            stage.do(answers.answer(found, came.outcome, came.text, came.who, came.when))
    stage.do(answers.tell_page("kuikkapera.fi/kylatalo"))
    stage.shot("desk", "vastaukset")
    stage.page("tyopajat")
    stage.shot("desk", "tyopajat-vastaukset-myohassa")
