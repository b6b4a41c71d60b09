"""The pages of a paper as pictures, what stands on which of them, and what could not be printed."""

from collections.abc import Iterable, Mapping


class Pages(list[bytes]):
    """Pages as PNG. `lacking` are the signs that people wrote and no font of the program has: boxes stand in their places.
    `places` tells on which page (from 0) a section of that name begins."""

    def __init__(self, pages: Iterable[bytes], lacking: Iterable[str] = (), places: Mapping[str, int] | None = None) -> None:
        super().__init__(pages)
        self.places = dict(places or {})
        self.lacking = tuple(sorted(lacking))
