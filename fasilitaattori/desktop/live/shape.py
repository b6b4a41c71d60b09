"""How many columns the live desk has room for: pure arithmetic, in pixels of the mock-ups (text size taken into account)."""

from dataclasses import dataclass

LOW = 684  # page heights under this: a smaller ring and lower rows
NARROW = 1222  # page widths under this: narrower columns, shorter words
TALL = 880  # from here on, in a roomy window, the time is larger still
ROOMY = 1560  # from here on a wide console leaves room for the right column
THREE = 1000  # from here on there are three columns
TWO = 680  # from here on two; under it one panel at a time
TABBED_WIDTH, TABBED_HEIGHT = 1150, 590  # under these the third column shows one of its two panels

NOW, STEP, RECORD, ROOM = "now", "step", "record", "room"
"""The places of the live desk: what happens now, the step's console, the record, and what the room sees."""


@dataclass(frozen=True, slots=True)
class Shape:
    """`columns` 3, 2 or 1; `tabbed` = the third column shows the record or the room; `roomy` = room to spare, `tall` = upwards
    too."""

    columns: int
    low: bool
    narrow: bool
    tabbed: bool
    roomy: bool
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Widths:
    """Widths of the now panel and of the right column, in pixels at 100 %."""

    now: int
    right: int


def shape_of(width: int, height: int, scale: float) -> Shape:
    """The shape for a page of so many pixels at this text scale."""
    wide, high = width / scale, height / scale
    columns = 3 if wide >= THREE else 2 if wide >= TWO else 1
    tabbed = wide < TABBED_WIDTH or high < TABBED_HEIGHT
    roomy = wide >= ROOMY
    return Shape(columns, high < LOW, wide < NARROW, tabbed, roomy, roomy and high >= TALL)


def widths_of(shape: Shape, slim: bool) -> Widths:
    """`slim` beside a console that takes the whole width."""
    if slim:
        return Widths(296, 380) if shape.tall else Widths(236, 352)
    if shape.tall:
        return Widths(440, 440)
    if shape.tabbed:
        return Widths(284, 300)
    return Widths(316, 352) if shape.narrow else Widths(342, 396)


def shown(shape: Shape, slim: bool, place: str, asked: bool) -> set[str]:
    """Which places are in sight. `place` is the one turned to, `asked` that the right column was asked for beside a wide
    console."""
    if shape.columns == 1:
        return {place}
    if shape.columns == 2:
        return {NOW, STEP if place == NOW else place}
    if slim and not (shape.roomy or asked):
        return {NOW, STEP}
    if shape.tabbed:
        return {NOW, STEP, ROOM if place == ROOM else RECORD}
    return {NOW, STEP, RECORD, ROOM}
