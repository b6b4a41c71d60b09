"""Texts as they are kept: without control characters and outer spaces, everything else as it was written."""

import pytest

from fasilitaattori.errors import RuleViolation
from fasilitaattori.workshop.record import clean_text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  sauna \r\n ja\rranta ", "sauna \n ja\nranta"),
        ("a\tb", "a\tb"),
        ("a\x00b\x1b[0m\x7fc", "ab[0mc"),
        ("\x7f sauna \x7f", "sauna"),
        ("👩‍🌾 שלום \u200f!", "👩‍🌾 שלום \u200f!"),
    ],
)
def test_control_characters_go_and_the_rest_stays(written: str, kept: str) -> None:
    assert clean_text(written) == kept


@pytest.mark.parametrize(("written", "code"), [("\x00 \r\n", "empty_text"), ("x" * 11, "too_long")])
def test_what_is_left_has_a_length(written: str, code: str) -> None:
    with pytest.raises(RuleViolation) as refused:
        clean_text(written, 10)
    assert refused.value.code == code
