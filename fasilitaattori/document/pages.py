"""The pages of a paper as pictures, and what could not be printed on them."""

from collections.abc import Iterable


class Pages(list[bytes]):
    """Pages as PNG. `lacking` are the signs that people wrote and no font of the program has: boxes stand in their places."""

    def __init__(self, pages: Iterable[bytes], lacking: Iterable[str] = ()) -> None:
        super().__init__(pages)
        self.lacking = tuple(sorted(lacking))
