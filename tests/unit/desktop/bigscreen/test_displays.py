"""Where the big screen goes, whatever is plugged in."""

from fasilitaattori.desktop.bigscreen.displays import Display, for_the_room, is_mirrored, told

LAPTOP = Display("LVDS", 0, 0, 1366, 768)
PROJECTOR = Display("HDMI-1", 1366, 0, 1920, 1080)
OLD_PROJECTOR = Display("VGA-1", 1366, 0, 1024, 768)
MIRROR = Display("HDMI-1", 0, 0, 1024, 768)


def test_it_takes_the_display_where_the_desk_is_not() -> None:
    assert for_the_room([LAPTOP, PROJECTOR], {"LVDS"}) == PROJECTOR
    assert for_the_room([LAPTOP, PROJECTOR], {"HDMI-1"}) == LAPTOP


def test_with_one_display_there_is_none_to_spare() -> None:
    assert for_the_room([LAPTOP], {"LVDS"}) is None
    assert for_the_room([], set()) is None


def test_before_the_desk_shows_its_display_is_kept_for_it() -> None:
    assert for_the_room([LAPTOP, PROJECTOR], set()) == PROJECTOR
    assert for_the_room([LAPTOP], set()) is None


def test_a_projector_that_mirrors_the_desk_would_cover_it() -> None:
    assert for_the_room([LAPTOP, MIRROR], {"LVDS"}) is None


def test_mirrored_displays_are_known_from_extended_ones() -> None:
    assert is_mirrored([LAPTOP, MIRROR], {"LVDS"})
    assert is_mirrored([LAPTOP, MIRROR], set())
    assert not is_mirrored([LAPTOP, PROJECTOR], {"LVDS"})
    assert not is_mirrored([LAPTOP], {"LVDS"})
    assert not is_mirrored([], set())


def test_the_desk_over_both_displays_leaves_none() -> None:
    assert for_the_room([LAPTOP, PROJECTOR], {"LVDS", "HDMI-1"}) is None


def test_of_two_to_spare_it_takes_the_one_used_before_else_the_larger() -> None:
    wide = Display("DP-2", 3286, 0, 3840, 2160)
    assert for_the_room([LAPTOP, PROJECTOR, wide], {"LVDS"}) == wide
    assert for_the_room([LAPTOP, PROJECTOR, wide], {"LVDS"}, before="HDMI-1") == PROJECTOR
    assert for_the_room([LAPTOP, OLD_PROJECTOR], {"LVDS"}, before="HDMI-1") == OLD_PROJECTOR


def test_its_measure_is_told_in_device_pixels() -> None:
    assert told(PROJECTOR) == "1920 × 1080"
    assert told(Display("eDP", 0, 0, 1280, 720), 1.5) == "1920 × 1080"
    assert told(None) == ""
