"""The colours are what LOOK promises: the contrast table is recomputed from the tokens."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from fasilitaattori.kit.look import palette_of
from fasilitaattori.kit.theme import MODES, THEME_NAMES, all_tokens, contrast, load_theme, mix, theme_from_palette

TABLE = {
    ("ink", "surface"): (16.0, 14.9, 21.0),
    ("ink", "ground"): (13.9, 16.6, 21.0),
    ("ink2", "surface"): (9.4, 10.3, 21.0),
    ("ink2", "ground"): (8.1, 11.5, 21.0),
    ("ink2", "well"): (8.7, 9.1, 21.0),
    ("on-kuusi", "kuusi"): (9.6, 10.4, 13.1),
    ("kuusi", "surface"): (9.4, 9.5, 13.1),
    ("kuusi", "kuusi-tint"): (7.3, 6.9, 13.1),
    ("ink", "kuusi-tint"): (12.4, 10.8, 21.0),
    ("wall-ink", "wall"): (11.6, 17.4, 21.0),
    ("wall-ink2", "wall"): (8.5, 11.0, 21.0),
    ("focus", "surface"): (6.5, 9.2, 10.7),
    ("nyt", "wall"): (6.9, 11.3, 13.1),
    ("on-nyt", "nyt"): (9.0, 9.7, 13.1),
    ("ink", "nyt-tint"): (13.9, 10.3, 18.9),
    ("ink", "savi-tint"): (13.3, 12.0, 21.0),
    ("savi", "savi-tint"): (6.7, 7.6, 11.4),
    ("savi", "surface"): (8.1, 9.4, 11.4),
    ("ink", "puna-tint"): (13.0, 12.8, 21.0),
    ("puna", "surface"): (8.2, 9.0, 11.1),
    ("puna", "puna-tint"): (6.6, 7.8, 11.1),
    ("on-puna", "puna"): (8.4, 10.2, 11.1),
    ("ink", "jarvi-tint"): (12.8, 11.8, 21.0),
    ("jarvi", "jarvi-tint"): (6.7, 7.5, 11.7),
    ("ink", "kanerva-tint"): (12.6, 12.4, 21.0),
}
TEXT = {("ink", ground) for ground in ("surface", "ground", "well", "kuusi-tint", "savi-tint", "puna-tint", "jarvi-tint")}
STATUS = {(ink, f"{ink}-tint") for ink in ("kuusi", "savi", "puna", "jarvi", "kanerva")} | {("on-kuusi", "kuusi")}


@pytest.mark.parametrize(("pair", "promised"), list(TABLE.items()))
def test_contrast_is_what_the_table_says(pair: tuple[str, str], promised: tuple[float, float, float]) -> None:
    measured = [contrast(load_theme(name)[pair[0]], load_theme(name)[pair[1]]) for name in THEME_NAMES]
    assert measured == pytest.approx(promised, abs=0.06)


@pytest.mark.parametrize("name", THEME_NAMES)
def test_text_reaches_seven_and_marks_four_and_a_half(name: str) -> None:
    theme = load_theme(name)
    assert min(contrast(theme[ink], theme[ground]) for ink, ground in TEXT) >= 7
    assert min(contrast(theme[ink], theme[ground]) for ink, ground in STATUS) >= 4.5
    assert contrast(theme["edge"], theme["surface"]) >= 4.5
    assert contrast(theme["focus"], theme["surface"]) >= 4.5


@pytest.mark.parametrize(("name", "lowest"), [("paiva", 4.8), ("ilta", 6.2), ("kontrasti", 8.6)])
def test_every_weave_shows_on_the_surface(name: str, lowest: float) -> None:
    theme = load_theme(name)
    weaves = [theme[f"r-{mode}"] for mode in MODES if mode != "tauko"]  # linen is light and always has an outline
    assert min(contrast(weave, theme["surface"]) for weave in weaves) == pytest.approx(lowest, abs=0.06)


def test_every_theme_has_every_token() -> None:
    tokens = all_tokens()
    assert list(tokens) == list(THEME_NAMES)
    assert len({frozenset(values) for values in tokens.values()}) == 1


def test_an_unknown_theme_is_the_light_one_and_an_unknown_token_an_error() -> None:
    assert load_theme("purppura").name == "paiva"
    with pytest.raises(KeyError):
        load_theme("paiva")["purppura"]


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    black, white = QColor("#000000"), QColor("#FFFFFF")
    assert mix(black, white, 0).name() == "#000000"
    assert mix(black, white, 1).name() == "#ffffff"
    assert mix(black, white, 0.5).name() in ("#7f7f7f", "#808080")


def test_faded_is_lighter_by_day_and_darker_by_night() -> None:
    day, night = load_theme("paiva"), load_theme("ilta")
    assert contrast(day.faded("r-kaikki"), day["surface"]) < contrast(day["r-kaikki"], day["surface"])
    assert contrast(night.faded("r-kaikki"), night["surface"]) < contrast(night["r-kaikki"], night["surface"])


def test_notes_take_their_colour_from_the_theme_and_none_without_one() -> None:
    theme = load_theme("paiva")
    assert theme.note_colours(-1) == (theme["surface"], theme["edge"])
    assert theme.note_colours(1) == (theme["jarvi-tint"], theme["jarvi"])
    assert theme.note_colours(5) == (theme["well"], theme["edge"])
    assert theme.note_colours(6) == theme.note_colours(0)


def test_the_systems_own_contrast_colours_are_followed(qapp: QApplication) -> None:
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#000000"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#FFFF00"))
    theme = theme_from_palette(palette)
    assert theme["ink"].name() == "#ffff00"
    assert theme["surface"].name() == theme["kuusi-tint"].name() == "#000000"
    assert theme.high_contrast
    assert set(theme) == set(load_theme("paiva"))


WINDOWS = {  # ground, text, link, selection, text of the selection: the contrast themes that come with Windows 11 and 10
    "Aquatic": ("#202020", "#FFFFFF", "#75E9FC", "#8EE3F0", "#263B50"),
    "Desert": ("#FFFAEF", "#3D3D3D", "#1C5E75", "#903909", "#FFF5E3"),
    "Dusk": ("#2D3236", "#FFFFFF", "#70EBDE", "#A1BFDE", "#212D3B"),
    "Night sky": ("#000000", "#FFFFFF", "#8080FF", "#D6B4FD", "#2B2B2B"),
    "White": ("#FFFFFF", "#000000", "#00009F", "#37006E", "#FFFFFF"),
    "somebody's own": ("#101010", "#FFFF00", "#0000FF", "#303030", "#000000"),
}


@pytest.mark.parametrize("name", WINDOWS)
def test_everything_can_be_read_in_the_systems_own_contrast_colours(qapp: QApplication, name: str) -> None:
    palette, role = QPalette(), QPalette.ColorRole
    places = (role.Window, role.WindowText, role.Link, role.Highlight, role.HighlightedText)
    for place, colour in zip(places, WINDOWS[name], strict=True):
        palette.setColor(place, QColor(colour))
    theme = theme_from_palette(palette)
    assert min(contrast(theme[ink], theme[ground]) for ink, ground in TABLE) >= 4.5
    assert min(contrast(theme[ink], theme[ground]) for ink, ground in TEXT) >= 7
    weaves = [theme[f"r-{mode}"] for mode in MODES if mode != "tauko"]
    assert min(contrast(weave, theme["surface"]) for weave in weaves) >= 4.5
    assert theme["nyt"] != theme["surface"]  # the running minute is no empty chair


def test_standard_widgets_get_the_same_colours(qapp: QApplication) -> None:
    theme = load_theme("ilta")
    palette = palette_of(theme)
    assert palette.color(QPalette.ColorRole.Window) == theme["ground"]
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme["edge"]
