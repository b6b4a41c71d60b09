"""The id of this device. It lives outside the database, so that a copied database is a new device."""

import uuid
from pathlib import Path

FILE = "device"


def device_id(folder: Path) -> str:
    """The device's id, made on first use."""
    path = folder / FILE
    if path.exists():
        known = path.read_text(encoding="ascii", errors="replace").strip()
        if known:
            return known
    made = uuid.uuid4().hex[:12]
    path.write_text(made + "\n", encoding="ascii")
    return made
