"""Pages that turn, and notes that are new for eight seconds."""

from fasilitaattori.desktop.bigscreen.fresh import MOST, NEW_MS, Freshness
from fasilitaattori.desktop.bigscreen.pager import PAGE_MS, Pager


def test_pages_turn_by_themselves_and_begin_anew() -> None:
    pager = Pager()
    assert not pager.look("wall", 3, 0)
    assert not pager.look("wall", 3, PAGE_MS - 1)
    assert pager.look("wall", 3, PAGE_MS)
    assert pager.page == 1
    pager.look("wall", 3, 2 * PAGE_MS)
    assert pager.look("wall", 3, 3 * PAGE_MS)
    assert pager.page == 0


def test_one_page_never_turns_and_a_second_one_gets_its_time() -> None:
    pager = Pager()
    pager.look("wall", 1, 0)
    assert not pager.look("wall", 1, 10 * PAGE_MS)
    assert not pager.look("wall", 2, 10 * PAGE_MS + 1)
    assert pager.page == 0


def test_something_new_begins_at_its_first_page() -> None:
    pager = Pager()
    pager.look("wall", 3, 0)
    pager.turn(1, 0)
    assert pager.page == 1
    assert pager.look("vote", 3, 1)
    assert pager.page == 0


def test_the_last_page_may_vanish() -> None:
    pager = Pager()
    pager.look("wall", 3, 0)
    pager.turn(-1, 0)
    assert pager.page == 2
    assert pager.look("wall", 2, 1)
    assert pager.page == 1


def test_turning_by_hand_gives_the_page_its_full_time() -> None:
    pager = Pager()
    pager.look("wall", 2, 0)
    assert pager.turn(1, PAGE_MS - 1)
    assert not pager.look("wall", 2, PAGE_MS + 10)
    assert not Pager().turn(1, 0)


def test_a_note_is_new_for_eight_seconds() -> None:
    fresh = Freshness()
    assert fresh("s", [("a", 1000)], 2000) == {"a"}
    assert fresh("s", [("a", 1000)], 1000 + NEW_MS) == frozenset()


def test_what_hung_there_before_is_not_new() -> None:
    fresh = Freshness()
    assert fresh("s", [("a", 0)], 60_000) == frozenset()


def test_a_note_approved_late_is_new_when_it_comes_up() -> None:
    fresh = Freshness()
    fresh("s", [], 0)
    assert fresh("s", [("a", 1000)], 90_000) == {"a"}
    fresh.forget()
    assert fresh("s", [("a", 1000)], 90_000) == frozenset()


def test_only_the_newest_are_marked_when_notes_pour_in() -> None:
    fresh = Freshness()
    fresh("s", [], 0)
    many = [(str(i), i) for i in range(20)]
    marked = [fresh("s", many[:count], 1000 + count) for count in range(1, 21)]
    assert marked[-1] == {"16", "17", "18", "19"}
    assert len(marked[-1]) == MOST


def test_what_was_told_once_need_not_be_told_again() -> None:
    fresh = Freshness()
    fresh("s", [], 0)
    assert fresh("s", [("a", 1000)], 1000) == {"a"}
    assert fresh("s", [("b", 2000)], 2000) == {"a", "b"}
    assert fresh("s", [], 1000 + NEW_MS) == {"b"}
    assert fresh("s", [("a", 1000)], 1000 + NEW_MS) == {"b"}


def test_what_was_taken_off_leaves_its_mark_to_another() -> None:
    fresh = Freshness()
    fresh("s", [], 0)
    many = [(str(i), 1000) for i in range(MOST + 1)]
    assert fresh("s", many, 1000) == {"1", "2", "3", "4"}
    assert fresh("s", [], 1001, lambda key: key != "3") == {"0", "1", "2", "4"}
