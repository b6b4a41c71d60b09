"""Takes the table of vectors out of its package and writes it in a quarter of the size.

python -m devtools.take_vectors <package.whl> <table.npy>
"""

import io
import json
import sys
from pathlib import Path
from zipfile import ZipFile

import numpy as np

from fasilitaattori.likeness import floret
from fasilitaattori.paths import write_atomically

_WANTED = {
    "mode": "floret",
    "minn": floret.SHORTEST,
    "maxn": floret.LONGEST,
    "hash_count": floret.HASHES,
    "hash_seed": floret.SEED,
    "bow": floret.BEGIN,
    "eow": floret.END,
}


def take(package: Path, table: Path) -> None:
    """ValueError when the package holds no table of the kind that the program reads; OSError, BadZipFile as the files are."""
    with ZipFile(package) as wheel:
        names = wheel.namelist()
        settings = json.loads(wheel.read(_only(names, "/vocab/vectors.cfg")))
        if {key: settings.get(key) for key in _WANTED} != _WANTED:
            raise ValueError(f"{package.name} hashes words in another way")
        vectors = np.load(io.BytesIO(wheel.read(_only(names, "/vocab/vectors"))), allow_pickle=False)
    if vectors.ndim != 2 or vectors.dtype != np.float32:
        raise ValueError(f"{package.name} holds no table of 32-bit vectors")
    written = io.BytesIO()
    np.save(written, floret.quantised(vectors), allow_pickle=False)
    write_atomically(table, written.getvalue())


def _only(names: list[str], end: str) -> str:
    found = [name for name in names if name.endswith(end)]
    if len(found) != 1:
        raise ValueError(f"the package holds {len(found)} files {end}")
    return found[0]


if __name__ == "__main__":
    take(Path(sys.argv[1]), Path(sys.argv[2]))
