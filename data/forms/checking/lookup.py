"""A word in a cell and the code that it stands for, or what was perhaps meant."""

from __future__ import annotations

from difflib import get_close_matches
from functools import cache
from typing import TYPE_CHECKING

from data.forms.checking.problems import Both
from data.forms.definition.codes import code_list
from data.forms.values.texts import Misread, fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from data.forms.definition.model import Code

_SHOWN = 12
"""Longest list of values that a message names in full."""


def read_code(text: str, codes: tuple[Code, ...]) -> str:
    """Return the code that a text means: the code itself or its label in either language.

    Args:
        text: what stands in the cell.
        codes: what it is chosen from.

    Raises:
        Misread: ``unknown_code``.
    """
    code = _spellings(codes).get(fold(text))
    if code is None:
        raise Misread("unknown_code")
    return code.code


def nearest_code(text: str, codes: tuple[Code, ...]) -> Both | None:
    """Return the label that is spelled most like a text."""
    spellings = _spellings(codes)
    near = get_close_matches(fold(text), spellings, n=1)
    return label(spellings[near[0]]) if near else None


def label(code: Code) -> Both:
    """Return a code's words as a workbook shows them, and in English."""
    return Both(code.label_lt, code.label_en)


def label_of(name: str, code: str) -> Both:
    """Return the words of a code in a list; the code itself where the list has it not."""
    known = code_list(name, every=True)
    return next((label(each) for each in known if each.code == code), Both(code, code))


def options(codes: Iterable[Code]) -> Both:
    """Return the values of a list, joined; a long list ends in an ellipsis."""
    known = list(codes)
    ending = ["…"] if len(known) > _SHOWN else []
    shown = known[:_SHOWN]
    return Both(
        ", ".join([each.label_lt for each in shown] + ending),
        ", ".join([each.label_en for each in shown] + ending),
    )


@cache
def _spellings(codes: tuple[Code, ...]) -> dict[str, Code]:
    """Return codes by every folded spelling."""
    return {
        fold(word): code for code in codes for word in (code.label_en, code.label_lt, code.code)
    }
