"""What a break is: a line of text; the countdown is the step's timer."""

import msgspec

from fasilitaattori.workshop.tool import Tool


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`text` is shown under the countdown, e.g. that there is coffee."""

    text: str = ""


TOOL = Tool("pause", Settings)
