"""A machine that does what it is asked."""

from fasilitaattori.kit.awake import Awake


class Obliging(Awake):
    """It stays awake."""

    def _ask(self, why: str) -> None:
        self._settle(True)

    def _let_go(self) -> None:
        pass
