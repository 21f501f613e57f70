"""What can be wrong with a form: kinds with their weight, and one problem at its cell.

Words are in words.lt.toml and words.en.toml, a table for each kind: `text` says what is wrong,
`expected` what should stand there, `hint` how to mend it. A hint whose placeholders are not known
is left out.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from data.errors import suggestion
from data.forms.definition.pairs import warnings as contradictions
from data.forms.values.identifiers import masked
from data.forms.values.spelling import visible

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from data.catalog import Lang

Severity = Literal["error", "warning"]

UNREADABLE = frozenset(
    {
        "no_file", "empty_file", "not_a_workbook", "unknown_letters", "too_big", "too_many_parts",
        "unpacks_too_big", "unsafe_paths", "xml_entities", "encrypted", "damaged", "too_many_rows",
        "too_many_columns", "too_many_cells", "too_much_text", "no_tables", "reader_died",
        "too_slow", "no_web_table", "folder_given", "misnamed",
    }
)  # fmt: skip
"""Kinds that stop the reading; each is the only problem of its report."""

WARNINGS = contradictions() | {
    "no_stamp", "unknown_column", "total_row", "entity_old", "share_fraction", "share_rounded",
    "date_two_ways", "lookalike_text", "finish_untold", "note_with_amount", "note_row",
    "idle_rule", "doubled_alike", "private_recipient",
}  # fmt: skip
"""Kinds that do not block: odd, but possible."""


_DOUBLED = re.compile(r"(?<!\.)([.…])\.(?= |$)")
"""A full stop after what ends in one, such as an abbreviation."""


class Both(NamedTuple):
    """A word in both languages."""

    lt: str
    en: str


Word = str | Both


@dataclass(frozen=True)
class Problem:
    """One thing wrong, at one place.

    Attributes:
        code: id of its kind.
        severity: "error" blocks, "warning" does not.
        sheet: the sheet's name in the file; empty if the whole file is meant.
        cell: the cell's or area's address; empty if the whole sheet is meant.
        found: what stands there, shortened; of a cell with a personal code only stars.
        details: further words for the kind's placeholders.
    """

    code: str
    severity: Severity
    sheet: str = ""
    cell: str = ""
    found: Word = ""
    details: Mapping[str, Word] = field(default_factory=dict)

    @property
    def sheet_name(self) -> str:
        """The sheet's name as it may be shown."""
        return visible(masked(self.sheet))

    @property
    def place(self) -> str:
        """Where it is, as spreadsheets write it: ``Asignavimai!H14``; empty for the whole file."""
        plain = self.sheet.replace("_", "a").isalnum()
        sheet = self.sheet_name if plain or not self.sheet else f"'{self.sheet_name}'"
        return f"{sheet}!{self.cell}" if self.cell else sheet

    def shown(self, lang: Lang) -> str:
        """Say what stands there; may be empty."""
        return _word(self.found, lang)

    def text(self, lang: Lang) -> str:
        """Say what is wrong."""
        return self._say("text", lang) or self.code

    def field(self, lang: Lang) -> str:
        """Name the field or column that it is about; may be empty."""
        return _word(self.details.get("column", ""), lang)

    def message(self, lang: Lang) -> str:
        """Say what is wrong, and in which field."""
        text, field = self.text(lang), self.field(lang)
        return text if not field or field in text else f"{field}: {text}"

    def expected(self, lang: Lang) -> str:
        """Say what should stand there; may be empty."""
        return self._say("expected", lang)

    def hint(self, lang: Lang) -> str:
        """Say how to mend it; may be empty."""
        return self._say("hint", lang)

    def _say(self, part: str, lang: Lang) -> str:
        words = {name: _word(word, lang) for name, word in self.details.items()}
        try:
            text = kinds(lang)[self.code].get(part, "").format(found=self.shown(lang), **words)
        except KeyError:
            if part == "text":
                raise
            return ""
        return _DOUBLED.sub(r"\1", text)


def make(code: str, sheet: str = "", cell: str = "", found: Word = "", **details: Word) -> Problem:
    """Make a problem of a known kind; its severity is the kind's.

    Raises:
        KeyError: there is no such kind; the error lists what is near.
    """
    if code not in kinds("lt"):
        raise KeyError(f"unknown kind of problem {code!r}{suggestion(code, kinds('lt'))}")
    severity: Severity = "warning" if code in WARNINGS else "error"
    return Problem(code, severity, sheet, cell, found, details)


def both(table: str, name: str, **words: Word) -> Both:
    """Return a text of another table of the words, such as ``types``, in both languages."""
    return Both(_both(table, name, "lt", words), _both(table, name, "en", words))


def _both(table: str, name: str, lang: Lang, words: Mapping[str, Word]) -> str:
    plain = {name: _word(word, lang) for name, word in words.items()}
    text: str = _words(lang)[table][name]
    return text.format(**plain)


def _word(word: Word, lang: Lang) -> str:
    return word if isinstance(word, str) else getattr(word, lang)


def kinds(lang: Lang) -> dict[str, dict[str, str]]:
    """Return the words of all kinds in a language, by id."""
    found: dict[str, dict[str, str]] = _words(lang)["kinds"]
    return found


def report_words(lang: Lang) -> dict[str, str]:
    """Return the words of reports in a language: titles, counts."""
    found: dict[str, str] = _words(lang)["report"]
    return found


@cache
def _words(lang: Lang) -> dict[str, Any]:
    path = Path(__file__).with_name(f"words.{lang}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


def euros(amount: Decimal) -> Both:
    """Write an amount as each language does: 1 234,50 and 1,234.50."""
    english = f"{amount:,.2f}"
    return Both(english.replace(",", "\u00a0").replace(".", ",").replace("-", "−"), english)
