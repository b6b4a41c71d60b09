"""dev.py and its helpers: what they find, what they ask for, and that a second start needs nothing."""

import ast
import importlib.metadata
import os
import re
import socket
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from devtools import environment, machine, texts, tidy

ROOT = Path(__file__).resolve().parents[2]


def faults_of(source: str, file: str = "fasilitaattori/kit/x.py") -> list[str]:
    return [fault.what for fault in texts.in_python(source, file).faults]


def texts_of(source: str) -> list[tuple[str, str, str]]:
    return [(text.one, text.many, text.context) for text in texts.in_python(source, "x.py").texts]


def test_texts_are_found_however_the_translator_is_reached() -> None:
    assert texts_of('tr("A"); self._tr("B"); view.tr("C"); N_("D")') == [(c, "", "") for c in "ABCD"]
    assert texts_of('tr.n("{n} lappu", "{n} lappua", n)') == [("{n} lappu", "{n} lappua", "")]
    assert texts_of('self._tr.c("verbi", "Avaa")') == [("Avaa", "", "verbi")]
    assert texts_of('tr("A" if x else "B")') == [("A", "", ""), ("B", "", "")]
    assert texts_of('tr("yksi "\n"kaksi")') == [("yksi kaksi", "", "")]
    assert texts_of('tr(CONSTANT); trim("x"); other.n("a", "b")') == []


def test_texts_of_templates_are_found() -> None:
    page = """<p title="{{ tr('A') }}">{{ tr.n("{n} x", "{n} y", count) }}{% if tr("B", name=x) %}{% endif %}</p>"""
    found = texts.in_template(page.replace('"B"', '"B {name}"'), "phone.html")
    assert sorted((text.one, text.many) for text in found.texts) == [("A", ""), ("B {name}", ""), ("{n} x", "{n} y")]
    assert found.faults == []


@pytest.mark.parametrize(
    "source",
    [
        'label.setText("Next")',
        'QLabel("Next", parent)',
        'label.setText(f"Next {n}")',
        'x = "Lisää lappu"',
        'tr(f"Hei {name}")',
        'tr("Hei " + name)',
        'tr("Hei {name}")',
        'tr("Hei", name=x)',
        'tr.n("{n} lappu {where}", "{n} lappua {where}", 3)',
        'tr("Hei {name")',
    ],
)
def test_a_text_that_bypasses_or_misuses_the_translator_is_found(source: str) -> None:
    assert len(faults_of(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""Docstring in Finnish: päätös."""',
        'label.setText(tr("Päätös"))',
        'label.setText("")',
        'label.setText(f"{a}–{b}")',
        'label.setObjectName("decision")',
        'x = "ääkköset"  # untranslated: sorting',
        'x = {  # untranslated: letters\n"ä": 1,\n}',
        'tr("Hei {name}", **params)',
        'tr("A" if x else "B")',
    ],
)
def test_what_is_in_order_is_left_alone(source: str) -> None:
    assert faults_of(source) == []


def test_bare_texts_of_templates_and_scripts_are_found() -> None:
    assert len(texts.in_template('<p>Tervetuloa</p><img alt="kuva"><style>p {color: red}</style>', "x.html").faults) == 2
    assert texts.in_template("<p>{{ x }} – {# selitys #}{% if a %}{% endif %}</p>", "x.html").faults == []
    assert len(texts.in_script('show("Lähetetty") // lähetys', "x.js").faults) == 1
    assert texts.in_script("send() // lähetys", "x.js").faults == []


def test_nothing_of_one_machine_is_in_the_repository(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    (tmp_path / "clean.md").write_text("https://example.org/", encoding="utf-8")
    assert tidy.strangers(tmp_path) == []
    (tmp_path / "path.md").write_text(f"see {tmp_path}/notes", encoding="utf-8")
    (tmp_path / "host.txt").write_text("--index-" + "url x", encoding="utf-8")
    assert [line.partition(":")[0] for line in tidy.strangers(tmp_path)] == ["host.txt", "path.md"]


@pytest.mark.parametrize("lock", [environment.RUN_LOCK, environment.TEST_LOCK])
def test_locks_have_hashes_for_every_package_and_no_address(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text
    pinned = re.findall(r"^[a-z0-9.-]+==\S+", text, flags=re.MULTILINE)
    blocks = re.findall(r"^[a-z0-9.-]+==[^\n]*\\\n(?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+", text, flags=re.MULTILINE)
    assert len(pinned) == len(blocks) > 20


def test_tests_run_what_people_run() -> None:
    pins = [
        set(re.findall(r"^[a-z0-9.-]+==\S+", lock.read_text(), flags=re.MULTILINE))
        for lock in (environment.RUN_LOCK, environment.TEST_LOCK)
    ]
    assert pins[0] < pins[1]


def test_what_the_program_imports_is_what_it_depends_on() -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]
    known = {re.split(r"[^\w-]", name)[0].lower().replace("_", "-") for name in declared}
    distributions = importlib.metadata.packages_distributions()
    known |= {"shiboken6", "markupsafe"}  # parts of PySide6 and Jinja2
    for path in (ROOT / "fasilitaattori").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []
            for top in {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"fasilitaattori"}:
                owners = {name.lower().replace("_", "-") for name in distributions[top]}
                assert owners & known, f"{path.relative_to(ROOT)} imports {top}, which pyproject.toml does not name"


def test_packages_are_ready_only_for_the_lock_they_came_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, full = tmp_path / "requirements.lock", tmp_path / "requirements-test.lock"
    run.write_text("a==1")
    full.write_text("a==1\nb==1")
    monkeypatch.setattr(environment, "RUN_LOCK", run)
    monkeypatch.setattr(environment, "TEST_LOCK", full)
    monkeypatch.setattr(environment, "STAMP", tmp_path / "installed.json")
    monkeypatch.setattr(environment, "PYTHON", Path(sys.executable))
    assert not environment.is_ready()
    environment.stamp(run)
    assert environment.is_ready()
    assert not environment.is_ready(test=True)
    environment.stamp(full)
    assert environment.is_ready()
    assert environment.is_ready(test=True)
    full.write_text("a==2\nb==1")
    assert not environment.is_ready()
    environment.STAMP.write_text("[]")
    assert not environment.is_ready()


def test_a_screen_is_one_that_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    for display in ("", "nonsense", ":", "localhost:x"):
        monkeypatch.setenv("DISPLAY", display)
        assert not machine.has_screen()
    monkeypatch.delenv("DISPLAY")
    assert not machine.has_screen()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("WAYLAND_DISPLAY", "wayland-7")
    assert not machine.has_screen()
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "wayland-7"))
        server.listen()
        assert machine.has_screen()


def test_what_cannot_be_installed_is_asked_for_in_one_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.install({})
    (tmp_path / "apt-get").touch(mode=0o700)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(machine.Missing) as asked:
        machine.install({"libEGL.so.1": "libegl1", "Chromium": "chromium-headless-shell"})
    assert "install --no-install-recommends -y libegl1 chromium-headless-shell'" in str(asked.value)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(machine.Missing, match=r"libEGL\.so\.1, Chromium"):
        machine.install({"libEGL.so.1": "libegl1", "Chromium": "chromium-headless-shell"})


def test_dev_py_tells_its_verbs_and_refuses_others() -> None:
    for arguments, code in (["--help"], 0), ([], 2), (["juokse"], 2):
        shown = subprocess.run([sys.executable, str(ROOT / "dev.py"), *arguments], capture_output=True, text=True)
        assert shown.returncode == code
        assert "python3 dev.py run" in shown.stdout
