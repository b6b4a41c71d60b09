"""A whole evening as a facilitator would run it, played at speed with a crowd of simulated phones."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from fasilitaattori.i18n import translator
from fasilitaattori.rehearsal.afterwards import tell_later
from fasilitaattori.rehearsal.crowd import Crowd
from fasilitaattori.rehearsal.words import Words
from fasilitaattori.tools.cards import model as cards
from fasilitaattori.tools.discussion import model as discussion
from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.tools.vote.model import rules as vote
from fasilitaattori.workshop import closing, floor, people, record, running, settling, show
from fasilitaattori.workshop.checking import Checked, Correction
from fasilitaattori.workshop.checkingfacts import DIFFERS, KEPT
from fasilitaattori.workshop.clock import DemoClock
from fasilitaattori.workshop.events import Command
from fasilitaattori.workshop.heading import tell_speaking
from fasilitaattori.workshop.reasons import give_reason
from fasilitaattori.workshop.state import Workshop
from fasilitaattori.workshop.summing import offers

if TYPE_CHECKING:
    from fasilitaattori.live.door import Door
    from fasilitaattori.workshop.agenda import Step

WITHOUT_PHONES = 10
MINUTE = 60.0


@dataclass
class Stage:
    """What the play needs. `shot(kind, name)` takes a picture ("desk", "screen", "phone") once everybody has caught up;
    `page` turns the desk to a page, or to the other view of Kokoa (afterwards.ANSWERS)."""

    door: "Door"
    stream: str
    clock: DemoClock
    crowd: Crowd
    words: Words
    shot: Callable[[str, str], None]
    page: Callable[[str], None]
    told: Callable[[str], None] = lambda line: None
    _spoken: int = field(default=0)

    def do(self, command: Command) -> tuple[str, ...]:
        """An act of the facilitator; waits until it is saved."""
        return self.door.ask(self.stream, command).result().ids

    @property
    def state(self) -> Workshop:
        """The workshop as it is saved now."""
        return self.door.replica(self.stream).state


def play(stage: Stage) -> None:
    """From the opened room to the approved minutes."""
    _arrive(stage)
    for index, step in enumerate(stage.state.plan.steps()):
        stage.told(step.title)
        stage.do(running.next_step() if index else running.start())
        began = stage.clock.ms()
        _ACTS[step.tool](stage, step)
        _use_up(stage, step, began, late=index == 4)
    stage.do(running.end())
    stage.shot("screen", "kiitos")
    _wrap_up(stage)


def _arrive(stage: Stage) -> None:
    stage.page("tyopajat")
    stage.shot("desk", "tyopajat")
    stage.page("menetelmat")
    stage.shot("desk", "menetelmat")
    stage.page("suunnittele")
    stage.shot("desk", "suunnittele")
    stage.page("ohjaa")
    stage.do(running.open_room())
    stage.do(show.show("welcome"))
    stage.shot("screen", "tervetuloa")
    stage.shot("phone", "liity")
    stage.crowd.join()
    stage.do(people.set_headcount(WITHOUT_PHONES))
    stage.shot("desk", "huone-auki")
    stage.shot("phone", "odotetaan")
    stage.page("verkko")
    stage.shot("desk", "verkko")
    stage.page("ohjaa")
    stage.do(show.show("step"))
    starts = stage.state.info.starts_at
    if starts is not None:
        stage.clock.advance(starts.astimezone().timestamp() - stage.clock.ms() / 1000)


def _use_up(stage: Stage, step: "Step", began: int, *, late: bool) -> None:
    """Let the rest of the step's time pass; one step runs two minutes over, as in life."""
    used = (stage.clock.ms() - began) / 1000
    stage.clock.advance(max(0.0, step.minutes * MINUTE - used) + (2 * MINUTE if late else 0))


def _both(stage: Stage, name: str) -> None:
    stage.shot("screen", name)
    stage.shot("desk", name)
    stage.shot("phone", name)


def _note(stage: Stage, index: int) -> None:
    stage.do(record.note(stage.words.notes[index % len(stage.words.notes)]))


# --- one act for each tool -----------------------------------------------------------------------------------------


def _talk(stage: Stage, step: "Step") -> None:
    stage.clock.advance(2 * MINUTE)
    _both(stage, f"puhe-{stage.state.plan.index(step.id) + 1}")


def _pause(stage: Stage, step: "Step") -> None:
    stage.clock.advance(7 * MINUTE + 20)
    _both(stage, "tauko")


def _discussion(stage: Stage, step: "Step") -> None:
    settings = stage.state.settings(step)
    place = stage.state.plan.index(step.id) + 1
    stage.crowd.take_part()
    if settings.ground_rules:
        stage.do(discussion.accept_aloud(step.id))
        _both(stage, "pelisaannot")
        return
    stage.clock.advance(3 * MINUTE)
    if settings.floor:
        stage.do(floor.ask_by_name(stage.words.tables[3]))
        _turns(stage, place)
    _both(stage, f"keskustelu-{place}")
    if settings.rounds:
        stage.do(discussion.start_round(step.id))
        stage.do(discussion.move_round(step.id))
        stage.do(discussion.move_round(step.id, passed=True))
        _both(stage, "kierros")
        stage.do(discussion.end_round(step.id))
    if len(settings.prompts) > 1:
        stage.do(discussion.show_prompt(step.id, 1))
    for index in range(3):
        _note(stage, place + index)
    if place > len(stage.state.plan.steps()) - 3:
        _agree(stage)
        _both(stage, "jatko")


def _turns(stage: Stage, place: int) -> None:
    """A handful of turns, one of them long, with the queue on the big screen."""
    for index, seconds in enumerate((84, 130, 45, 70)):
        if not stage.state.floor.queue(stage.state.run.current):
            break
        stage.do(floor.next_speaker())
        stage.clock.advance(seconds)
        if index == 0:
            stage.do(show.show("queue"))
            _both(stage, f"puheenvuorot-{place}")
            stage.do(show.show("step"))
    if stage.state.floor.speaking is not None:
        stage.do(floor.end_turn())


def _agree(stage: Stage) -> None:
    for text in stage.words.decisions:
        stage.do(record.decide(text))
    for action in stage.words.actions:
        stage.do(record.act(action.what, action.who, action.due))
    following = stage.words.what_next
    stage.do(closing.what_next(following.where, following.who, following.when))


def _cards(stage: Stage, step: "Step") -> None:
    stage.clock.advance(MINUTE)
    _both(stage, "kortti")
    stage.do(cards.draw(step.id))
    stage.do(cards.put_aside(step.id))
    stage.do(cards.back(step.id))
    stage.crowd.take_part()


def _ideas(stage: Stage, step: "Step") -> None:
    earlier = stage.state.plan.steps()[: stage.state.plan.index(step.id)]
    if any(other.tool == "ideas" for other in earlier):
        _proposals(stage, step)
        return
    stage.do(ideas.set_approval(step.id, True))
    stage.do(give_reason(step.id, stage.words.why_read_first))
    stage.shot("phone", "idea")
    stage.crowd.take_part()
    stage.clock.advance(6 * MINUTE)
    stage.shot("desk", "ideat-tarkistettavat")
    wall: Any = stage.state.tool(step)
    stage.do(ideas.show(step.id, [idea.id for idea in wall.waiting()][:-2]))
    stage.shot("screen", "ideat-ennen-teemoja")
    for text in stage.words.loose[:2]:
        stage.do(ideas.add(step.id, text))
    _group(stage, step)
    _both(stage, "ideat-teemoittain")
    raised = stage.state.tool(step).on_wall()[3].id
    stage.do(ideas.raise_up(step.id, raised))
    stage.shot("screen", "idea-nostettu")
    stage.do(ideas.raise_up(step.id, raised))


def _group(stage: Stage, step: "Step") -> None:
    """Themes, the notes that belong to them, near-duplicates merged, one hidden and restored, one typo corrected."""
    themes = {theme.name: theme.id for theme in stage.state.tool(step).themes}
    for theme in stage.words.themes:
        if theme.name not in themes:
            themes[theme.name] = stage.do(ideas.add_theme(step.id, theme.name))[0]
    on_wall = stage.state.tool(step).on_wall()
    for name, theme in themes.items():
        mine = [idea.id for idea in on_wall if stage.words.theme_of(idea.text) == name]
        if mine:
            stage.do(ideas.move(step.id, mine, theme))
    for same in (*stage.words.same, *([text] for text in stage.words.loose)):
        alike = [idea.id for idea in on_wall if idea.text in same]
        if len(alike) > 1:
            stage.do(ideas.merge(step.id, alike))
    stage.do(ideas.hide(step.id, [on_wall[0].id]))
    stage.do(ideas.show(step.id, [on_wall[0].id]))
    stage.do(ideas.correct(step.id, on_wall[1].id, on_wall[1].text + "."))


def _proposals(stage: Stage, step: "Step") -> None:
    """The tables' proposals, written in by the facilitator on behalf of those without phones."""
    for proposal in stage.words.proposals:
        stage.do(ideas.add(step.id, proposal.text))
    stage.clock.advance(8 * MINUTE)
    _both(stage, "ehdotukset")


def _vote(stage: Stage, step: "Step") -> None:
    kind = stage.state.settings(step).kind
    stage.shot("phone", f"aanestys-{kind}")
    stage.crowd.take_part()
    stage.clock.advance(2 * MINUTE)
    stage.shot("screen", f"aanestys-{kind}-auki")
    stage.shot("desk", f"aanestys-{kind}-auki")
    ballot: Any = stage.state.tool(step)
    keys = list("345") if kind == "scale" else [candidate.id for candidate in ballot.candidates][:3]
    stage.do(vote.count_hands(step.id, dict(zip(keys, (3, 4, 2), strict=False)), 9))
    stage.do(running.close_step())
    _both(stage, f"aanestys-{kind}-tulos")


def _survey(stage: Stage, step: "Step") -> None:
    stage.shot("phone", "kysely")
    stage.shot("screen", "kysely")
    stage.shot("desk", "kysely")
    stage.crowd.take_part()
    stage.clock.advance(3 * MINUTE)
    stage.do(running.close_step())
    _both(stage, "kysely-tulos")


_ACTS: dict[str, Callable[[Stage, "Step"], None]] = {
    "talk": _talk,
    "pause": _pause,
    "discussion": _discussion,
    "cards": _cards,
    "ideas": _ideas,
    "vote": _vote,
    "survey": _survey,
}


def _check(stage: Stage) -> None:
    """The hall checks the summary, and every correction is settled."""
    state = stage.state
    points = [offer.point for offer in offers(state, translator(state.info.language)) if offer.usual]
    stage.do(settling.put_up(points))
    stage.shot("screen", "tarkistus")
    stage.shot("phone", "tarkistus")
    stage.crowd.take_part()
    stage.clock.advance(2 * MINUTE)
    stage.do(settling.count_hands(WITHOUT_PHONES - 1))
    stage.page("kokoa")
    stage.shot("desk", "tarkistus")
    check = stage.state.checking.last
    assert check is not None
    for each in check.unsettled:
        _settle(stage, check.points[each.point], each)
    stage.shot("screen", "tarkistus-korjattu")
    stage.do(settling.end())


def _settle(stage: Stage, point: Checked, wanted: Correction) -> None:
    known = next((one for one in stage.words.corrections if one.words == wanted.words), None)
    if known is not None and known.text:
        stage.do(settling.mend(point.id, known.text, point.who, point.due, [wanted.id]))
    elif known is not None and known.why:
        stage.do(settling.settle(wanted.id, KEPT, known.why))
    else:
        stage.do(settling.settle(wanted.id, DIFFERS))


def _wrap_up(stage: Stage) -> None:
    stage.shot("phone", "paattyi")
    _check(stage)
    stage.page("kokoa")
    stage.do(tell_speaking(True))
    stage.shot("desk", "kokoa")
    stage.do(closing.approve(stage.state.info.facilitator or stage.state.info.organiser))
    stage.shot("desk", "kokoa-hyvaksytty")
    stage.page("tulosteet")
    stage.shot("desk", "tulosteet")
    stage.page("asetukset")
    stage.shot("desk", "asetukset")
    tell_later(stage)
