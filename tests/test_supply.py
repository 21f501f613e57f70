"""What the atlas is made of is told to those who look after it, and watched at every change."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from requirements import audit
from requirements.audit import verdict
from requirements.bill import LOCK, ROOT, bill, pins

if TYPE_CHECKING:
    from pathlib import Path

LOCKED = pins(LOCK.read_text(encoding="utf-8"))
PIN = re.compile(r"(?m)^([a-z0-9.-]+)==([^ ;\\]+)")


def written(folder: Path, monkeypatch: pytest.MonkeyPatch, seconds: str = "") -> str:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    command = [sys.executable, "-m", "requirements.bill", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (path,) = folder.glob("savivalda-*.cdx.json")
    return path.read_text(encoding="utf-8")


def test_the_bill_is_read_by_another_program_and_holds_every_locked_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = written(tmp_path, monkeypatch)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    made = json.loads(text)
    named = {(each["name"], each["version"]) for each in made["components"]}
    assert named == set(PIN.findall(LOCK.read_text(encoding="utf-8")))
    references = {each["bom-ref"] for each in made["components"]}
    needed = [on for each in made["dependencies"] for on in each["dependsOn"]]
    assert set(needed) == references, "each is there because somebody needs it"
    assert made["metadata"]["component"]["licenses"]
    licensed = [each for each in made["components"] if "licenses" in each]
    assert len(licensed) > 0.9 * len(references)


def test_the_same_lock_gives_the_same_bill_which_leads_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = written(tmp_path, monkeypatch)
    assert written(tmp_path, monkeypatch) == plain
    assert "://" not in plain
    assert "timestamp" not in plain
    dated = json.loads(written(tmp_path, monkeypatch, "1767225600"))
    assert dated["metadata"]["timestamp"] == "2026-01-01T00:00:00+00:00"
    assert dated["serialNumber"] != json.loads(plain)["serialNumber"]


def test_a_lock_is_read_with_what_needs_what_and_where() -> None:
    (window,) = [each for each in LOCKED if each.name == "pywin32"]
    assert window.where == "sys_platform == 'win32'"
    (fastapi,) = [each for each in LOCKED if each.name == "fastapi"]
    assert fastapi.needed_by == ("dash",)
    (dash,) = [each for each in LOCKED if each.name == "dash"]
    assert dash.needed_by == ("savivalda",)
    made = bill(LOCKED, "1", {"dash": "MIT"})
    (said,) = [each for each in made["components"] if each["name"] == "dash"]
    assert said["licenses"] == [{"license": {"name": "MIT"}}]


def package(name: str, *faults: str, **skipped: str) -> dict[str, Any]:
    if skipped:
        return {"name": name, **skipped}
    told = [{"id": each, "fix_versions": ["2"] if each == "A-1" else []} for each in faults]
    return {"name": name, "version": "1", "vulns": told}


@pytest.mark.parametrize(
    ("packages", "well", "said"),
    [
        ([package("a"), package("b")], True, "no known vulnerability in 2 locked packages"),
        (
            [package("a"), package("b", skip_reason="not there")],
            True,
            "no known vulnerability in 1 locked packages; 1 not known there",
        ),
        ([package("a", skip_reason="")], True, "not asked for known vulnerabilities"),
        ([package("a", "A-1"), package("b")], False, r"a 1: A-1 \(mended in 2\)"),
        ([package("a", "A-2")], False, r"a 1: A-2 \(mended in no version yet\)"),
    ],
)
def test_what_is_known_of_a_locked_package_fails_and_silence_is_told(
    packages: list[dict[str, Any]], said: str, *, well: bool
) -> None:
    found, told = verdict(json.dumps({"dependencies": packages}))
    assert found == well
    assert re.search(said, told)


@pytest.mark.parametrize("told", ["", "no route to host", "[]", '{"dependencies": null}'])
def test_where_nobody_answers_that_is_said_and_nothing_fails(told: str) -> None:
    assert verdict(told) == (True, "not asked for known vulnerabilities: nobody answers")


def test_without_the_program_that_asks_it_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "find_spec", lambda _: None)
    with pytest.raises(SystemExit, match="not installed"):
        audit.main()


def test_the_checks_of_every_change_read_for_weak_spots_and_ask() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    checks = makefile.partition("\ncheck:")[2].partition("\n\n")[0]
    assert "bandit" in checks
    assert "requirements.audit" in checks
    assert "requirements.bill dist" in makefile.partition("\nbuild:")[2].partition("\n\n")[0]
