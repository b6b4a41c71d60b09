"""The faults, one function each: what is made to fail in a hall that is open, and what became of the answers."""

import random

from reliability.hall import Hall, Outcome

ON_THE_WAY = 0.15  # seconds a packet takes, so that a cut finds answers on their way in both directions


def network_gone(hall: Hall, phones: int, seconds: float) -> Outcome:
    """Everybody presses send; while the first answers are saved and their "saved" is on the way back, the network goes. First
    in a step of ideas (nothing comes through, nobody is told), then in a vote (the phones see that the Wi-Fi is gone)."""
    hall.open(phones)
    early = _cut_while_sending(hall, "idea", seconds, first=True)
    vote = hall.go_to("vote")
    hall.crowd(do="choose")
    early += _cut_while_sending(hall, "vote", seconds)
    hall.laptop.steer("close")
    found = hall.outcome()
    _check_count(hall, found, vote, phones)
    found.figures["saved_but_not_told"] = early
    return found


def _cut_while_sending(hall: Hall, what: str, seconds: float, *, first: bool = False) -> int:
    """Gives how many answers were on disk at the cut although their phones had not been told."""
    if first:
        hall.go_to("ideas", first=True)
    before = len(hall.laptop.stored())
    hall.network.shape(delay=ON_THE_WAY)
    hall.crowd(do="press", kind=what, each=1)
    hall.wait_for(lambda: len(hall.laptop.stored()) > before)
    hall.network.cut(down=what == "vote")
    unaware: int = len(hall.laptop.stored()) - hall.crowd(do="acknowledged", least=0)["acknowledged"]
    hall.crowd(do="rest", seconds=seconds)
    hall.network.mend()
    hall.network.shape()
    hall.crowd(do="settle")
    return unaware


def _check_count(hall: Hall, found: Outcome, step: str, ballots: int) -> None:
    """The count of a closed vote is what people chose."""
    count, chosen = hall.laptop.count_of(step), hall.crowd(do="tally")["choices"]
    if dict(count.totals) != chosen or count.ballots != ballots:
        found.wrong.append(f"counted {dict(count.totals)} of {count.ballots}, chosen {chosen} by {ballots}")
        found.lost += max(0, ballots - count.ballots)
        found.doubled += max(0, count.ballots - ballots)


def killed(hall: Hall, phones: int, each: int, kills: int) -> Outcome:
    """In a burst of ideas the program is killed and started again, so many times."""
    chance = random.Random(hall.seed)
    hall.open(phones)
    hall.go_to("ideas", first=True)
    hall.network.shape(delay=ON_THE_WAY)
    lost, caught, sent = 0, 0, 0
    for _ in range(kills):
        hall.crowd(do="press", kind="idea", each=each)
        least = sent + int(phones * each * chance.uniform(0.05, 0.7))
        sent += phones * each
        hall.crowd(do="acknowledged", least=least)
        hall.laptop.kill()
        told, on_disk = hall.crowd(do="tally"), set(hall.laptop.stored())
        lost += len(set(told["acknowledged"]) - on_disk)
        caught += len(on_disk) - len(told["acknowledged"])
        hall.laptop.start()
        hall.crowd(do="settle")
    hall.network.shape()
    found = hall.outcome()
    found.lost += lost
    found.figures["saved_but_not_told"] = caught
    return found
