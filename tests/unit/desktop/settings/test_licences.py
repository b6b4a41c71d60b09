import re

from fasilitaattori.desktop.settings.licences import KINDS, parts
from fasilitaattori.paths import resource


def test_every_package_that_is_shipped_is_named() -> None:
    lock = (resource().parent / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9][a-z0-9._-]*)==", lock, re.MULTILINE))
    named = {package for part in parts() for package in part.packages}
    assert named == locked


def test_every_licence_at_hand_can_be_read() -> None:
    found = parts()
    assert {part.kind for part in found} == set(KINDS)
    for part in found:
        assert part.name
        assert part.licence
        assert bool(part.texts) == (part.kind != "library")
        if part.texts:
            assert "permission" in part.text().lower()


def test_every_font_licence_that_lies_in_the_resources_is_shown() -> None:
    shown = {path for part in parts() for path in part.texts}
    lying = {*resource("fonts").glob("OFL-*.txt"), *resource("typst", "fonts").glob("OFL-*.txt")}
    assert lying <= shown
