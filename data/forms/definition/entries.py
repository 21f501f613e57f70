"""TOML tables read strictly: every key known, present and of its type, or an error says where."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from data.errors import suggestion
from data.forms.definition.errors import FormError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True)
class Entries:
    """A table of a TOML file and the words that say where it stands.

    Attributes:
        where: "form.toml, sheet 'allocations', column 'area'".
        values: the table.
    """

    where: str
    values: Mapping[str, Any]

    def fail(self, reason: str) -> FormError:
        """Return an error that begins with the place."""
        return FormError(f"{self.where}: {reason}")

    def only(self, keys: Iterable[str]) -> None:
        """Refuse any key but these."""
        known = tuple(keys)
        for key in self.values:
            if key not in known:
                raise self.fail(f"unknown key {key!r}{suggestion(key, known)}")

    def text(self, key: str) -> str:
        """Return a text that must be there and say something."""
        value = self._needed(key)
        if not isinstance(value, str) or not value or value != value.strip():
            raise self.fail(f"{key} must be text without spaces around it, got {value!r}")
        return value

    def optional_text(self, key: str) -> str | None:
        """Return a text, None where the key is missing."""
        return self.text(key) if key in self.values else None

    def one_of(self, key: str, known: Iterable[str]) -> str:
        """Return a text that must be one of the known."""
        value, names = self.text(key), tuple(known)
        if value not in names:
            raise self.fail(f"unknown {key} {value!r}{suggestion(value, names)}")
        return value

    def flag(self, key: str) -> bool:
        """Return true or false."""
        value = self._needed(key)
        if not isinstance(value, bool):
            raise self.fail(f"{key} must be true or false, got {value!r}")
        return value

    def number(self, key: str) -> Decimal | None:
        """Return a whole number, or a decimal written as text, exactly; None where missing."""
        if key not in self.values:
            return None
        value = self.values[key]
        if isinstance(value, bool) or not isinstance(value, int | str):
            raise self.fail(f'{key} must be a whole number or text such as "0.5", got {value!r}')
        try:
            return Decimal(value)
        except InvalidOperation:
            raise self.fail(f"{key} is not a number: {value!r}") from None

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty where the key is missing."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.fail(f"{key} must be a list of texts, got {value!r}")
        return tuple(value)

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        """Return the tables of an array, at least one."""
        value = self._needed(key)
        if not isinstance(value, list) or not value or not all(isinstance(v, dict) for v in value):
            raise self.fail(f"{key} must be one or more tables ([[{key}]])")
        return value

    def _needed(self, key: str) -> Any:
        if key not in self.values:
            raise self.fail(f"key {key!r} is missing")
        return self.values[key]
