"""In which order tests run when processes share them: the long ones first in every process, for one that is begun last is what
everybody waits for at the end."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

T = TypeVar("T")
LONG = ("tests/faults/", "tests/e2e/test_every_window.py")  # where every test takes many times as long as tests elsewhere


def shared_out(tests: Sequence[T], processes: int, is_long: Callable[[T], bool]) -> list[T]:
    """The same tests, so ordered that each process begins with its share of the long ones: pytest-xdist deals them out in as
    many pieces of the list, one after the other."""
    long = [test for test in tests if is_long(test)]
    others = iter([test for test in tests if not is_long(test)])
    ordered: list[T] = []
    for number, size in enumerate(_pieces(len(tests), processes)):
        begins = long[number::processes]
        ordered += begins
        ordered += [test for _, test in zip(range(size - len(begins)), others, strict=False)]
    return [*ordered, *others]


def _pieces(total: int, processes: int) -> Iterator[int]:
    for left in range(processes, 0, -1):
        size = total // left
        total -= size
        yield size
