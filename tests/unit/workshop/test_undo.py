"""Undo and redo: by name, one act at a time, never what participants sent."""

from fasilitaattori.tools.ideas.model import rules as ideas
from fasilitaattori.workshop import agenda, floor, info, moderation, people, record, running, undo
from tests.ledger import Ledger


def names(ledger: Ledger) -> tuple[str | None, str | None]:
    back, forth = undo.undoable(ledger.replica), undo.redoable(ledger.replica)
    return back.name if back else None, forth.name if forth else None


def step_back(ledger: Ledger) -> None:
    act = undo.undoable(ledger.replica)
    assert act is not None
    ledger.do(undo.undo(act))


def step_forth(ledger: Ledger) -> None:
    act = undo.redoable(ledger.replica)
    assert act is not None
    ledger.do(undo.undo(act))


def test_undo_and_redo_walk_back_and_forth() -> None:
    ledger = Ledger()
    assert names(ledger) == (None, None)
    ledger.do(info.set_info(title="Eka"))
    ledger.do(record.note("Huomio"))
    assert names(ledger) == ("kirjaus", None)
    step_back(ledger)
    assert ledger.state.record.entries == []
    assert names(ledger) == ("työpajan tietojen muutos", "kirjaus")
    step_back(ledger)
    assert ledger.state.info.title == ""
    step_forth(ledger)
    assert ledger.state.info.title == "Eka"
    assert names(ledger) == ("työpajan tietojen muutos", "kirjaus")
    step_forth(ledger)
    assert [entry.text for entry in ledger.state.record.entries] == ["Huomio"]
    assert names(ledger) == ("kirjaus", None)
    step_back(ledger)
    ledger.do(info.set_info(title="Toka"))
    assert names(ledger) == ("työpajan tietojen muutos", None)  # something new was done: no redo


def test_what_participants_sent_is_not_undone_and_what_would_vanish_is_counted() -> None:
    ledger = Ledger()
    wall = agenda.new_step("Ideaseinä", "ideas")
    ledger.do(people.join("Helmi", "fi", "t"))
    ledger.do(agenda.add_step(wall))
    ledger.do(running.start())
    ledger.send(1, "ideas.added", text="Sauna")
    ledger.send(1, "ideas.added", text="Kirjasto")
    assert names(ledger)[0] == "siirtyminen vaiheeseen"
    step_back(ledger)
    act = undo.undoable(ledger.replica)
    assert act is not None
    assert (act.name, act.vanishing) == ("vaiheen lisäys", 2)


def test_a_theme_that_is_undone_leaves_its_notes_on_the_wall() -> None:
    ledger = Ledger()
    step = ledger.plan(("ideas", 10))[0]
    ledger.do(running.start())
    note = ledger.do(ideas.add(step, "Sauna"))[0]
    theme = ledger.do(ideas.add_theme(step, "Ranta"))[0]
    ledger.do(ideas.move(step, [note], theme))
    step_back(ledger)
    step_back(ledger)
    wall = ledger.state.tool(ledger.state.plan.need(step))
    assert wall.themes == []
    assert [idea.text for idea in wall.on_wall("")] == ["Sauna"]


def test_erasing_a_person_cannot_be_undone_and_keeps_contributions() -> None:
    ledger = Ledger()
    step = ledger.plan(("ideas", 10))[0]
    ledger.do(people.join("Helmi", "fi", "t"))
    ledger.do(running.start())
    ledger.send(1, "ideas.added", text="Sauna")
    ledger.do(people.erase_person(1))
    assert ledger.state.people.get(1) is None
    assert "Helmi" not in repr(ledger.events)
    assert len(ledger.state.tool(ledger.state.plan.need(step)).on_wall()) == 1
    assert names(ledger)[0] == "siirtyminen vaiheeseen"


def last_request(ledger: Ledger) -> str:
    return ledger.replica.events[-1].request


def test_one_act_is_found_among_newer_ones_and_undone_alone() -> None:
    ledger = Ledger()
    ledger.do(record.note("Eka"))
    first = last_request(ledger)
    ledger.do(info.set_info(title="Toka"))
    act = undo.act_of(ledger.replica, first)
    assert act is not None
    assert undo.standing_on(ledger.replica, act) == ""
    ledger.do(undo.undo(act))
    assert (ledger.state.record.entries, ledger.state.info.title) == ([], "Toka")
    assert undo.act_of(ledger.replica, first) is None


def test_a_redone_act_is_found_by_the_request_of_its_redo() -> None:
    ledger = Ledger()
    ledger.do(record.note("Eka"))
    step_back(ledger)
    step_forth(ledger)
    act = undo.act_of(ledger.replica, last_request(ledger))
    assert act is not None
    assert act.name == "kirjaus"
    ledger.do(undo.undo(act))
    assert ledger.state.record.entries == []


def test_what_stands_on_an_act_is_named() -> None:
    ledger = Ledger()
    wall = agenda.new_step("Ideaseinä", "ideas")
    ledger.do(agenda.add_step(agenda.new_step("Alku", "talk")))
    ledger.do(running.start())
    ledger.do(agenda.add_step(wall))
    added = undo.act_of(ledger.replica, last_request(ledger))
    assert added is not None
    assert undo.standing_on(ledger.replica, added) == ""
    ledger.do(record.note("Huomio"))
    assert undo.standing_on(ledger.replica, added) == ""
    ledger.do(running.go_to(wall.id))  # on the step that would go
    assert undo.standing_on(ledger.replica, added) == "siirtyminen vaiheeseen"
    step_back(ledger)
    assert undo.standing_on(ledger.replica, added) == ""


def test_an_act_on_a_person_stands_beside_acts_on_others() -> None:
    ledger = Ledger()
    ledger.do(running.open_room())
    for name in ("Helmi", "Reino"):
        ledger.do(people.join(name, "fi", f"token-{name}"))
    ledger.do(moderation.remove_person(1))
    removed = undo.act_of(ledger.replica, last_request(ledger))
    assert removed is not None
    for other in (moderation.mute(2), people.add_person("Aino"), people.set_headcount(12), moderation.set_door(False)):
        ledger.do(other)
    assert undo.standing_on(ledger.replica, removed) == ""
    ledger.do(people.change_person(1, name="Helmi K."))
    assert undo.standing_on(ledger.replica, removed) == "osallistujan muutos"
    step_back(ledger)
    ledger.do(undo.undo(removed))
    assert not ledger.state.people.all[1].removed
    assert ledger.state.people.all[2].muted
    assert not ledger.state.people.door_open


def test_an_act_of_the_same_kind_on_everybody_stands_in_the_way() -> None:
    ledger = Ledger()
    ledger.do(moderation.set_door(False))
    closed = undo.act_of(ledger.replica, last_request(ledger))
    assert closed is not None
    ledger.do(moderation.set_door(True))
    assert undo.standing_on(ledger.replica, closed) == "liittymisen avaaminen tai sulkeminen"


def test_what_was_done_for_somebody_stands_on_their_adding() -> None:
    ledger = Ledger()
    ledger.do(agenda.add_step(agenda.new_step("Keskustelu", "discussion")))
    ledger.do(running.start())
    ledger.do(people.add_person("Aino"))
    added = undo.act_of(ledger.replica, last_request(ledger))
    assert added is not None
    assert undo.standing_on(ledger.replica, added) == ""
    ledger.do(floor.ask(1))
    assert undo.standing_on(ledger.replica, added) == "lisäys puheenvuorojonoon"


def test_a_removal_from_the_queue_stands_beside_the_turns_of_others() -> None:
    ledger = Ledger()
    ledger.do(agenda.add_step(agenda.new_step("Keskustelu", "discussion")))
    ledger.do(running.start())
    for name in ("Helmi", "Reino"):
        ledger.do(people.join(name, "fi", f"token-{name}"))
    for number in (1, 2):
        ledger.send(number, "floor.asked")
    ledger.do(moderation.remove_person(1))
    removed = undo.act_of(ledger.replica, last_request(ledger))
    assert removed is not None
    ledger.do(floor.next_speaker())
    assert undo.standing_on(ledger.replica, removed) == ""
    ledger.do(undo.undo(removed))
    assert [asking.number for asking in ledger.state.floor.waiting.values()] == [1]
    assert ledger.state.floor.speaking is not None
    assert ledger.state.floor.speaking.asking.number == 2


def test_a_place_in_the_queue_is_not_taken_twice() -> None:
    ledger = Ledger()
    ledger.do(agenda.add_step(agenda.new_step("Keskustelu", "discussion")))
    ledger.do(running.start())
    ledger.do(people.add_person("Aino"))
    (asking,) = ledger.do(floor.ask(1))
    ledger.do(floor.withdraw(asking))
    withdrawn = undo.act_of(ledger.replica, last_request(ledger))
    assert withdrawn is not None
    ledger.do(floor.ask(1))
    assert undo.standing_on(ledger.replica, withdrawn) == "lisäys puheenvuorojonoon"


def test_what_participants_send_after_an_act_is_counted_as_if_everything_were_gone_through() -> None:
    ledger = Ledger()
    wall, other = agenda.new_step("Ideaseinä", "ideas"), agenda.new_step("Toinen", "ideas")
    ledger.do(people.join("Helmi", "fi", "t"))
    ledger.do(agenda.add_step(other))
    ledger.do(running.start())
    ledger.do(agenda.add_step(wall))
    act = undo.undoable(ledger.replica)
    assert act is not None
    assert act.vanishing == 0
    for goes in range(3):
        known = len(ledger.replica.events)
        (idea,) = ledger.send(1, "ideas.added", text=f"Sauna {goes}")
        if goes:
            ledger.send(1, "ideas.withdrawn", idea=idea)
        act = undo.with_sent(act, ledger.replica.events[known:])
        assert act == undo.undoable(ledger.replica)
    assert act.vanishing == 0  # they were sent to the step there was before
    ledger.do(ideas.add_theme(other.id, "Ranta"))
    act = undo.undoable(ledger.replica)
    assert act is not None
    known = len(ledger.replica.events)
    theme = ledger.replica.events[-1].id
    ledger.send(1, "ideas.added", text="Laituri", theme=theme)
    ledger.send(1, "ideas.added", text="Muuta")
    act = undo.with_sent(act, ledger.replica.events[known:])
    assert act == undo.undoable(ledger.replica)
    assert act.vanishing == 1
