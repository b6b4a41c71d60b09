"""The table of vectors: hashed as its makers hash, small and near enough to the great one."""

from pathlib import Path

import numpy as np
import pytest

from fasilitaattori.likeness import floret
from fasilitaattori.paths import vectors

REFERENCE = [
    ("", (3262466624, 277172068)),
    ("<koira>", (3398020437, 1798298437)),
    ("äöäöä", (1884126027, 2953628215)),
    ("x" * 15, (564919163, 1446123512)),
    ("x" * 16, (1448943142, 3469552789)),
    ("x" * 33, (573536788, 2918398553)),
    ("😀" * 4, (229958097, 3798312751)),
]
"""Made with mmh3 5, `hash_bytes(text, 2166136261, x64arch=True)`, as four numbers of 32 bits."""


def test_hashes_are_those_of_murmurhash3() -> None:
    found = floret.hashes([text for text, _ in REFERENCE])
    assert [tuple(map(int, row)) for row in found] == [numbers for _, numbers in REFERENCE]


def test_a_word_is_taken_to_pieces_between_its_marks() -> None:
    assert floret.pieces("suo") == ["<suo>", "<suo", "suo>", "<suo>"]
    assert floret.pieces("") == ["<>"]


def test_the_small_table_says_what_the_great_one_says(tmp_path: Path) -> None:
    great = np.random.default_rng(1).normal(size=(500, 40)).astype(np.float32)
    great[7] = 0
    np.save(tmp_path / "small.npy", floret.quantised(great))
    table = floret.Table(tmp_path / "small.npy")
    words = [f"sana{n}" for n in range(150)]  # more than are looked up at once
    for word, found in zip(words, table.vectors(words), strict=True):
        wanted = great[(floret.hashes(floret.pieces(word)) % 500).reshape(-1)].mean(axis=0)
        assert found @ wanted / np.linalg.norm(wanted) > 0.999
    assert table.vectors([]).shape == (0, 40)


def test_another_file_is_no_table(tmp_path: Path) -> None:
    np.save(tmp_path / "other.npy", np.zeros((3, 4)))
    with pytest.raises(ValueError, match="not a table"):
        floret.Table(tmp_path / "other.npy")
    with pytest.raises(OSError, match="none"):
        floret.Table(tmp_path / "none.npy")


def test_the_real_table_knows_what_is_alike() -> None:
    table = floret.Table(vectors("fi"))
    bus, car, old, elders, misspelt = table.vectors(["bussi", "linja-auto", "senioreille", "vanhuksille", "senjoreille"])
    assert bus @ car > 0.5 > bus @ old
    assert old @ elders > 0.5 > old @ car
    assert old @ misspelt > 0.4
