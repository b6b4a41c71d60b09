"""What a talk step is: a prompt to show and who speaks."""

import msgspec

from fasilitaattori.workshop.tool import Tool


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """`prompt` is shown to the room, `speaker` names who speaks (may be empty)."""

    prompt: str = ""
    speaker: str = ""


TOOL = Tool("talk", Settings)
