"""How much one phone and one address may ask, so that a curious teenager with a script cannot spoil the evening of the rest.

Two keys, because two things can be told apart. A *phone* is a participant, known by any of their capability addresses, and what
they do too fast is refused to them alone. Everybody else is an *address* of the network. A whole hall may stand behind one
address (an access point that translates addresses), so what an address may do without a capability is generous: 150 phones
may join within a minute. Guessing is not: a wrong capability costs much, and the short codes have a limit of their own.

The laptop itself (benchmarks, rehearsals, the facilitator's own browser) is never refused as an address, but as a phone it is.
"""

from collections.abc import Callable
from dataclasses import dataclass

from fasilitaattori.errors import N_
from fasilitaattori.phones.sending import Problem

TOO_MANY = N_("Tältä laitteelta tai verkosta tuli liian monta pyyntöä. Odota hetki ja yritä uudelleen.")
TOO_MANY_COMING = N_("Moni on tulossa mukaan juuri nyt yhtä aikaa. Odota hetki ja paina nappia uudelleen.")
TOO_MANY_CODES = N_("Koodia on kokeiltu liian monta kertaa. Odota hetki ja yritä uudelleen.")

# What a stranger's request costs of the address's bucket.
FILE, PAGE, WRONG = 0.05, 1.0, 8.0


@dataclass(frozen=True, slots=True)
class Rate:
    """So many at once, then so many a second."""

    burst: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Limits:
    """What is allowed. Rates of requests, numbers of connections, and seconds of patience."""

    # A phone. A survey of ten questions is one post, and an outbox of an hour without a network is emptied in order: thirty at
    # once, then five a second, is more than anybody can write.
    answers: Rate = Rate(30, 5)
    # Pages, state, the stream anew after the network was gone: some ten after one another, then one in some seconds.
    requests: Rate = Rate(90, 15)

    # An address without a capability. A phone that joins costs about three (page, form, a dozen files): 150 at once is 450.
    strangers: Rate = Rate(1200, 20)
    joins: Rate = Rate(200, 2)
    # Personal codes are short enough to be typed by hand, so guessing them must be slow: an hour of it is 185 guesses for one
    # address, and 3,660 for all of them together.
    guesses: Rate = Rate(5, 1 / 20)
    all_guesses: Rate = Rate(60, 1)
    # What all phones of one address send together: a whole hall behind one access point that was without the network for a
    # while. Somebody who joins two hundred times and writes from all of them gets no further.
    answers_of_address: Rate = Rate(1000, 150)
    # Plain forms that were refused but are read all the same and shown again with what was written in them. It costs as much
    # as a page; a crowd that presses at once is helped, a script soon gets the short refusal.
    forms_again: Rate = Rate(60, 2)
    remembered: int = 4096  # phones or addresses in a bucket; a hall's network has a few hundred

    # Connections. A browser opens six at most; a phone of ours needs a stream and one or two more.
    connections_of_phone: int = 12
    streams_of_phone: int = 6
    connections_of_stranger: int = 512
    connections_of_strangers: int = 1500
    connections: int = 3600  # the process may hold 4,096 files, and the log and the windows need some

    # Seconds. Slow is not wrong: a phone at the edge of the network sends a head in one packet, a body in a few.
    head: float = 20.0  # on bad air a packet that is lost twice comes after some ten
    body: float = 20.0
    idle: float = 30.0
    unread: float = 45.0  # a reader who has taken nothing for so long is gone
    on_the_way: float = 120.0  # as long as the system may go on sending what a phone has not confirmed yet
    sweep: float = 2.0  # how often connections are looked at

    own: tuple[str, ...] = ("127.",)  # the beginnings of addresses of the laptop itself


class TooMany(Problem):
    """429. `seconds` until it is worth trying again; `own_form` when nothing else was wrong: a form may be shown again."""

    def __init__(self, seconds: float, message: str = TOO_MANY) -> None:
        super().__init__(429, "too_many", message)
        self.seconds = max(1, -int(-seconds // 1))
        self.own_form = False


class Bucket:
    """A rate for each of many keys. A key takes one number: the moment when its bucket is full again; then it is forgotten.

    When there are more keys than may be remembered, those nearest to being forgotten go first: a key that did much is kept.
    """

    def __init__(self, rate: Rate, clock: Callable[[], float], most: int) -> None:
        self._each = 1 / rate.per_second
        self._room = rate.burst / rate.per_second + 1e-6  # the sum of a burst's steps is not exact
        self._clock = clock
        self._most = most
        self._full_at: dict[str, float] = {}

    def take(self, key: str, cost: float = 1.0) -> float:
        """Take `cost` out of this key's bucket: 0.0, or the seconds until that much is there (nothing is taken then)."""
        now = self._clock()
        full_at = self._full_at.get(key, 0.0)
        if full_at < now:
            full_at = now
        full_at += cost * self._each
        if (wait := full_at - now - self._room) > 0:
            return wait
        self._full_at[key] = full_at
        if len(self._full_at) > self._most:
            self._shrink(now)
        return 0.0

    def give_back(self, key: str, cost: float = 1.0) -> None:
        """What was taken was not meant."""
        if key in self._full_at:
            self._full_at[key] -= cost * self._each

    def tidy(self) -> None:
        """Forget those whose bucket is full again."""
        now = self._clock()
        self._full_at = {key: at for key, at in self._full_at.items() if at > now}

    def _shrink(self, now: float) -> None:
        self.tidy()
        if len(self._full_at) > self._most:
            kept = sorted(self._full_at.items(), key=lambda item: item[1])[self._most // 4 :]
            self._full_at = dict(kept)

    def __len__(self) -> int:
        return len(self._full_at)


class Turnstile:
    """The limits at work. Belongs to the server's loop; `clock` gives steady seconds. Every method raises TooMany."""

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits

        def bucket(rate: Rate) -> Bucket:
            return Bucket(rate, clock, limits.remembered)

        self._answers, self._requests = bucket(limits.answers), bucket(limits.requests)
        self._answers_of_address, self._forms_again = bucket(limits.answers_of_address), bucket(limits.forms_again)
        self._strangers, self._joins = bucket(limits.strangers), bucket(limits.joins)
        self._guesses, self._all_guesses = bucket(limits.guesses), bucket(limits.all_guesses)

    def is_own(self, address: str) -> bool:
        """Is it the laptop itself?"""
        return address.startswith(self.limits.own)

    def answer(self, phone: str, address: str) -> None:
        """Something this phone sends to be saved. `phone`: the number of whose it is."""
        wait = self._answers.take(phone)
        if not wait and not self.is_own(address):
            wait = self._answers_of_address.take(address)
        if wait:
            raise TooMany(wait)

    def request(self, phone: str) -> None:
        """Anything else this phone asks."""
        if wait := self._requests.take(phone):
            raise TooMany(wait)

    def stranger(self, address: str, cost: float = PAGE) -> None:
        """A request without a capability."""
        if not self.is_own(address) and (wait := self._strangers.take(address, cost)):
            raise TooMany(wait)

    def join(self, address: str) -> None:
        """Somebody comes in."""
        if not self.is_own(address) and (wait := self._joins.take(address)):
            raise TooMany(wait, TOO_MANY_COMING)

    def may_have_form_again(self, address: str) -> bool:
        """Is there room to show a refused form again, with what was written in it? Raises nothing."""
        return self.is_own(address) or not self._forms_again.take(address)

    def guess(self, address: str) -> None:
        """A short code is tried. Asked before it is looked up."""
        wait = 0.0 if self.is_own(address) else self._guesses.take(address)
        if wait := wait or self._all_guesses.take(""):
            raise TooMany(wait, TOO_MANY_CODES)

    def guessed_right(self, address: str) -> None:
        """It was no guess: whoever has a code may use it, also when a whole hall behind one address comes back at once."""
        self._guesses.give_back(address)
        self._all_guesses.give_back("")

    def tidy(self) -> None:
        """Forget the idle."""
        own = (self._answers, self._requests)
        shared = (self._answers_of_address, self._forms_again, self._strangers, self._joins, self._guesses, self._all_guesses)
        for bucket in (*own, *shared):
            bucket.tidy()
