"""The number that minutes of a meeting get by themselves."""

import pytest

from fasilitaattori.workshop.heading import next_number


@pytest.mark.parametrize(
    ("taken", "expected"),
    [
        ([], "1/2026"),
        (["1/2026", "3/2026"], "4/2026"),
        (["12/2025", "", "7", "kevät", "2/2026 b"], "1/2026"),
        ([" 9 / 2026 "], "10/2026"),
    ],
)
def test_it_is_the_one_after_the_highest_of_the_year(taken: list[str], expected: str) -> None:
    assert next_number(taken, 2026) == expected
