"""The faults, one function each: what is made to fail in a hall that is open, and what became of the answers."""

import itertools
import random
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from benchmarks._talk import Child, Message
from reliability.hall import Hall, Outcome

if TYPE_CHECKING:
    from reliability.browser import RealPhone

ON_THE_WAY = 0.15  # seconds a packet takes, so that a fault finds answers on their way in both directions
HOURS = 3600.0
STEADY = 300.0  # seconds: what a slow machine may take, and far less than the hours a clock is set by
Real = Sequence["RealPhone"]


def network_gone(hall: Hall, phones: int, seconds: float, real: Real = ()) -> Outcome:
    """Everybody presses send; while the first answers are saved and their "saved" is on the way back, the network goes. First
    in a step of ideas (nothing comes through, nobody is told), then in a vote (the phones see that the Wi-Fi is gone)."""
    hall.open(phones)
    _join(real)
    hall.go_to("ideas", first=True)
    _wait_step(real)
    early, back = _cut_while_sending(hall, "idea", seconds, real)
    vote = hall.go_to("vote")
    hall.crowd(do="choose")
    later, back_again = _cut_while_sending(hall, "vote", seconds)
    hall.laptop.steer("close")
    found = hall.outcome()
    _check_count(hall, found, vote, phones)
    _check_real(hall, found, real)
    found.figures |= {
        "saved_but_not_told": early + later,
        "back_after": max(back, back_again),
        "lost_packets": hall.network.shape()["lost"],
    }
    return found


def _cut_while_sending(hall: Hall, what: str, seconds: float, real: Real = ()) -> tuple[int, float]:
    """Gives how many answers were on disk at the cut although their phones had not been told, and in how many seconds after its
    end everything was saved."""
    before, told = len(hall.laptop.stored()), hall.crowd(do="acknowledged", least=0)["acknowledged"]
    hall.network.shape(delay=ON_THE_WAY)
    hall.crowd(do="press", kind=what, each=1)
    hall.wait_for(lambda: len(hall.laptop.stored()) > before)
    hall.network.cut(down=what == "vote")
    stored = len(hall.laptop.stored()) - before
    unaware: int = stored - (hall.crowd(do="acknowledged", least=0)["acknowledged"] - told)
    _write(real, what)
    hall.crowd(do="rest", seconds=seconds)
    hall.network.mend()
    hall.network.shape()
    mended = time.monotonic()
    hall.crowd(do="settle")
    back = time.monotonic() - mended
    _wait_saved(real)
    return unaware, back


def killed(hall: Hall, phones: int, each: int, kills: int, real: Real = ()) -> Outcome:
    """In a burst of ideas the program is killed and started again, so many times."""
    chance = random.Random(hall.seed)
    hall.open(phones)
    _join(real)
    hall.go_to("ideas", first=True)
    _wait_step(real)
    hall.network.shape(delay=ON_THE_WAY)
    lost = caught = unsent = 0
    back = 0.0
    for number in range(kills):
        before = hall.crowd(do="press", kind="idea", each=each)["acknowledged"]
        hall.crowd(do="acknowledged", least=before + int(phones * each * chance.uniform(0.05, 0.7)))
        hall.laptop.kill()
        told, on_disk = hall.crowd(do="tally"), set(hall.laptop.stored())
        lost += len(set(told["acknowledged"]) - on_disk)
        caught += len(on_disk & set(told["sent"]) - set(told["acknowledged"]))
        unsent += len(set(told["sent"]) - on_disk)
        _write(real, f"kill {number}")
        killed_at = time.monotonic()
        hall.laptop.start()
        hall.crowd(do="settle")
        back = max(back, time.monotonic() - killed_at)
        _wait_saved(real)
    hall.network.shape()
    found = hall.outcome()
    found.lost += lost
    found.figures |= {"saved_but_not_told": caught, "still_in_phones": unsent, "back_after": back}
    _check_real(hall, found, real)
    return found


def bad_air(hall: Hall, phones: int, *, delay: float, loss: float, bits: float) -> Outcome:
    """Everybody opens the join page at once over a slow, lossy, late network that all share, joins, sends an idea and votes.
    One phone comes first, alone."""
    hall.network.shape(delay=delay, loss=loss, bits=bits, seed=hall.seed)
    hall.laptop.steer("open")
    alone = hall.crowd(do="join", phones=1, files=True)
    together = hall.crowd(do="join", phones=phones - 1, files=True)
    hall.crowd(do="follow")
    letters = hall.crowd(do="letters")
    hall.go_to("ideas", first=True)
    hall.crowd(do="press", kind="idea", each=1)
    hall.crowd(do="settle")
    vote = hall.go_to("vote")
    hall.crowd(do="choose")
    hall.crowd(do="press", kind="vote")
    hall.crowd(do="settle")
    hall.laptop.steer("close")
    found = hall.outcome()
    _check_count(hall, found, vote, phones)
    air = hall.network.shape()
    found.figures |= {
        "alone": alone["first_page"]["max"],
        "first_page_p50": together["first_page"]["p50"],
        "first_page_p99": together["first_page"]["p99"],
        "letters_p99": letters["with_letters"]["p99"],
        "tries": together["tries"],
        "weight": together["weight"],
        "font_weight": letters["font_weight"],
        "lost_packets": air["lost"],
        "crowded_out": air["crowded_out"],
        "carried": air["carried"],
    }
    return found


# What is done with strangers: those that flood are told to wait, a post too big is refused, silent connections are cut.
HELD_OFF = ("post 429", "big 413", "held cut")


def strangers(hall: Hall, phones: int, seconds: float, rounds: int, *, silent: int = 20, posts: int = 1000) -> Outcome:
    """Everybody sends an idea every two seconds: undisturbed, then beside phones that hold connections open and say nothing,
    one that posts a thousand times a second and one that posts five megabytes; and again."""
    others = Child("reliability._strangers", str(hall.room_for + 1), str(silent + 2), inside=hall.network.inside("phones"))
    quiet: list[float] = []
    disturbed: list[float] = []
    seen: Message = {}
    try:
        hall.open(phones)
        others.ask(do="join", step=hall.go_to("ideas", first=True))
        for number in range(2 * rounds):
            if number % 2:
                others.ask(do="begin", silent=silent, posts=posts)
            paced = hall.crowd(do="pace", seconds=seconds)
            (disturbed if number % 2 else quiet).append(paced["saved"]["p99"])
            if number % 2:
                others.ask(do="until", seen=HELD_OFF)
                seen = others.ask(do="end")
        found = hall.outcome()
    finally:
        others.end()
    before, beside = median(quiet), median(disturbed)
    found.figures |= {"quiet_p99": before, "disturbed_p99": beside, "ratio": beside / max(before, 0.001), **seen}
    return found


def laptop_clock_set(hall: Hall, phones: int, ahead: Path) -> Outcome:
    """During a step somebody sets the laptop's wall clock hours ahead, then back beyond the beginning; the program is even
    killed and started again while it is wrong. `ahead` is the file of `_wrong_clock`."""
    hall.open(phones)
    hall.go_to("ideas", first=True)
    wrong: list[str] = []
    began, first = time.monotonic(), hall.crowd(do="look")
    for hours in (5, -9, -9, 2):
        restart = hours < 0 and float(ahead.read_text()) < 0
        ahead.write_text(str(hours * HOURS), encoding="utf-8")
        if restart:
            hall.laptop.kill()
            hall.laptop.start()
        hall.crowd(do="press", kind="idea", each=1)
        hall.crowd(do="settle")
        _check_timer(hall.crowd(do="look"), first, time.monotonic() - began, f"clock {hours} h off", wrong)
    found = hall.outcome()
    found.wrong += wrong
    clocks = hall.laptop.clocks()
    if any(later <= earlier for earlier, later in itertools.pairwise(clocks)):
        found.wrong.append("the order of events follows the wall clock")
    return found


def _check_timer(state: Message, first: Message, elapsed: float, when: str, wrong: list[str]) -> None:
    """The time is up when it would have been up, and the steady clock has gone on as time itself has."""
    timer, before = state["step"]["timer"], first["step"]["timer"]
    if timer != before:
        wrong.append(f"{when}: the timer was {before} and is {timer}")
    gone = (state["now"] - first["now"]) / 1000
    if abs(gone - elapsed) > STEADY:
        wrong.append(f"{when}: {elapsed:.0f} seconds passed and the timers' clock went {gone:.0f}")


# --- what every fault needs ----------------------------------------------------------------------------------------


def _check_count(hall: Hall, found: Outcome, step: str, ballots: int) -> None:
    """The count of a closed vote is what people chose."""
    count, chosen = hall.laptop.count_of(step), hall.crowd(do="tally")["choices"]
    counted: dict[str, Any] = {option: points for option, points in count.totals.items() if points}
    if counted != chosen or count.ballots != ballots:
        found.wrong.append(f"counted {counted} of {count.ballots}, chosen {chosen} by {ballots}")
        found.lost += max(0, ballots - count.ballots)
        found.doubled += max(0, count.ballots - ballots)


def _join(real: Real) -> None:
    for number, phone in enumerate(real):
        phone.join(f"Selain {number}")


def _wait_step(real: Real) -> None:
    for phone in real:
        phone.wait_step()


def _write(real: Real, what: str) -> None:
    for number, phone in enumerate(real):
        phone.write(f"Selaimen {number} idea: {what}")


def _wait_saved(real: Real) -> None:
    for phone in real:
        phone.wait_saved()


def _check_real(hall: Hall, found: Outcome, real: Real) -> None:
    """What was written in real browsers is on disk once, and no page was loaded again."""
    ideas = hall.laptop.ideas()
    for phone in real:
        found.sent += len(phone.written)
        found.acknowledged += len(phone.written)
        found.stored += sum(ideas[text] > 0 for text in phone.written)
        found.lost += sum(ideas[text] == 0 for text in phone.written)
        if phone.reloaded:
            found.wrong.append("a page was loaded again")
