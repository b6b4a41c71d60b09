"""A small table, printed and, when asked for, put into its own section of docs/benchmarks.md or another page."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "benchmarks.md"
Row = Sequence[str]


def table(head: Row, rows: Iterable[Row]) -> list[str]:
    """A Markdown table, its columns as wide as they must be, so that it reads in a terminal too."""
    lines = [list(head), *(list(row) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(head))]
    drawn = ["| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)) + " |" for line in lines]
    return [drawn[0], "|" + "|".join("-" * (width + 2) for width in widths) + "|", *drawn[1:]]


def write(section: str, lines: Iterable[str], page: Path = PAGE) -> None:
    """Put the lines between the section's marks. ValueError when the page has no such section."""
    text = page.read_text(encoding="utf-8")
    begin, end = f"<!-- figures: {section} -->", f"<!-- end: {section} -->"
    body = "\n".join([begin, "", *lines, "", end])
    new, times = re.subn(re.escape(begin) + ".*?" + re.escape(end), lambda _: body, text, flags=re.S)
    if times != 1:
        raise ValueError(f"{page.name} has no section {section!r}")
    page.write_text(new, encoding="utf-8")
