"""A report names each cell of a few with the same fault; of many, how many, the first, the last."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.forms.checking.problems import make
from data.forms.checking.report import Report
from data.forms.checking.texts import in_json, to_html, to_json, to_text


def report(*cells: tuple[str, str]) -> Report:
    """A form in which amounts are no numbers: cells and what stands there."""
    wrong = [make("not_a_number", "Asignavimai", cell, said) for cell, said in cells]
    other = make("required", "Asignavimai", "B5", column="Kodas", what="x")
    return Report(Path("forma.xlsx"), None, None, (*wrong, other), None, False, "1.0")


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if "!J" in line or "!B" in line]


def test_up_to_ten_cells_are_named_one_by_one() -> None:
    text = to_text(report(*((f"J{n}", "daug") for n in range(5, 15))))
    assert [f"!J{n} " in text for n in range(5, 15)] == [True] * 10
    assert "iš viso" not in text


def test_eleven_cells_with_the_same_text_are_one_line_and_others_stay() -> None:
    many = report(*((f"J{n}", "daug") for n in range(5, 16)))
    assert len(lines(to_text(many))) == 2
    assert "Pirmas langelis J5, paskutinis J15, iš viso 11." in to_text(many)
    assert "First cell J5, last J15, 11 in all." in to_html(many, "en")
    assert to_json(many).count('"cell": "J') == 11


def test_different_texts_have_a_line_each_until_there_are_ten() -> None:
    two = report(*((f"J{n}", "daug" if n % 2 else "mažai") for n in range(5, 25)))
    assert len(lines(to_text(two))) == 3
    assert "Pirmas langelis J6, paskutinis J24, iš viso 10." in to_text(two)
    many = report(*((f"J{n}", f"apie {n}") for n in range(5, 105)))
    assert len(lines(to_text(many))) == 12
    assert "Pirmas iš jų J15, paskutinis J104, iš viso 90." in to_text(many)


@pytest.mark.parametrize("count", [0, 1, 40])
def test_json_in_pieces_says_what_json_in_one_does(count: int) -> None:
    some = report(*((f"J{n}", "daug") for n in range(5, 5 + count)))
    for lang in ("lt", "en"):
        assert json.loads("".join(in_json(some, lang))) == json.loads(to_json(some, lang))
    none = Report(Path("a"), None, None, (), None, False, "1.0")
    assert json.loads("".join(in_json(none))) == json.loads(to_json(none))
