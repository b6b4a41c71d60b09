import os
from pathlib import Path

import pytest

from fasilitaattori.paths import default_data_dir, is_shared_place, resource, translations_dir, write_atomically


def test_resources_and_translations_are_found_in_a_checkout() -> None:
    assert resource("look", "tokens.json").is_file()
    assert (translations_dir() / "sv.po").is_file()


def test_data_lives_in_the_platforms_own_place() -> None:
    assert default_data_dir().name == "Fasilitaattori"
    assert default_data_dir().is_absolute()


def test_a_file_is_written_whole_into_a_folder_that_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b.json"
    write_atomically(path, b"one")
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert list(path.parent.iterdir()) == [path]


def test_what_fails_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    folder = tmp_path / "kept.json"
    folder.mkdir()  # a folder cannot be replaced by a file: the last step fails
    (folder / "inside").write_bytes(b"safe")
    with pytest.raises(OSError, match=r".+"):
        write_atomically(folder, b"new")
    assert (folder / "inside").read_bytes() == b"safe"
    assert list(tmp_path.iterdir()) == [folder]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_a_private_file_is_its_owners_alone(tmp_path: Path) -> None:
    write_atomically(tmp_path / "secret", b"salasana", private=True)
    assert (tmp_path / "secret").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", ["OneDrive - Kunta/Työpajat", "Dropbox/x", "Library/Mobile Documents/com~apple/x"])
def test_a_folder_that_a_cloud_copies_is_noticed(place: str, tmp_path: Path) -> None:
    assert is_shared_place(tmp_path / place)
    assert not is_shared_place(tmp_path / "Fasilitaattori")
