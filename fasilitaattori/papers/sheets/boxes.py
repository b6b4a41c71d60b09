"""Places on a sheet, in points: millimetres, rectangles, and sheets divided into equal cards."""

import msgspec

MM = 72 / 25.4
SAFE = 6 * MM  # nothing is written nearer to the edge: printers leave 5 mm white
SIZES = {"a4": (595.2756, 841.8898), "a3": (841.8898, 1190.5512)}
CUTS = {1: (1, 1), 2: (1, 2), 4: (2, 2), 8: (2, 4), 9: (3, 3)}  # cards on a sheet -> columns, rows


class Box(msgspec.Struct, frozen=True):
    """A rectangle, from its lower left corner; y grows upwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def top(self) -> float:
        return self.y + self.height

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def middle(self) -> float:
        """Halfway across."""
        return self.x + self.width / 2

    def inset(self, across: float, along: float | None = None) -> "Box":
        """Smaller by this much on each side, and by `along` above and below."""
        up = across if along is None else along
        return Box(self.x + across, self.y + up, self.width - 2 * across, self.height - 2 * up)


def cells(width: float, height: float, count: int) -> list[Box]:
    """The sheet divided into `count` equal cards (a key of CUTS), row by row from the top left."""
    columns, rows = CUTS[count]
    wide, high = width / columns, height / rows
    return [Box(column * wide, height - (row + 1) * high, wide, high) for row in range(rows) for column in range(columns)]


def mirrored(count: int) -> list[int]:
    """Where each card's back lies when the sheet has been turned over its long edge: the place in `cells` for each card."""
    columns, rows = CUTS[count]
    return [row * columns + (columns - 1 - column) for row in range(rows) for column in range(columns)]
