"""Every text that people read has its Swedish and English, and none bypasses the translator."""

from pathlib import Path

from devtools import catalogues, texts

ROOT = Path(__file__).resolve().parents[2]


def test_every_text_is_translated() -> None:
    assert catalogues.check(texts.in_tree(ROOT).texts) == []


def test_no_text_bypasses_the_translator() -> None:
    assert texts.in_tree(ROOT).faults == []
