"""What the documentation shows runs, from top to bottom, one example after another."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import savivalda
from savivalda import address

if TYPE_CHECKING:
    from savivalda.fetching import FetchAddress

ROOT = Path(__file__).parents[2]
DOCUMENT = ROOT / "docs" / "python.md"
EXAMPLE = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.filterwarnings("ignore::savivalda.Demonstration")
def test_examples_run(
    database: Path, served: FetchAddress, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATA_DIR", str(database.parent))
    at_address = partial(address.AddressReader, fetch=served)
    monkeypatch.setattr(address, "AddressReader", at_address)
    examples = EXAMPLE.findall(DOCUMENT.read_text(encoding="utf-8"))
    known: dict[str, Any] = {}
    for example in examples:
        exec(example, known)

    assert len(examples) == 9
    assert known["share"].attrs["units"]["value"] == "percent"
    assert list(known["newest"]["rank"]) == sorted(known["newest"]["rank"])
    assert len(known["newest"]) == 10
    assert len(known["counties"]) == 10
    assert -1 <= known["spearman"].low <= known["spearman"].value <= known["spearman"].high <= 1
    assert sorted(set(known["three"]["municipality"])) == ["13", "19", "23"]
    assert (tmp_path / "relation.svg").read_text(encoding="utf-8") == known["picture"].svg


def test_everything_that_can_be_asked_is_told() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    for name in dir(savivalda.OpenAtlas):
        assert name.startswith("_") or f"`{name}`" in text or f"atlas.{name}(" in text, name
