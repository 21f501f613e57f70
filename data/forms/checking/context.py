"""What is known before a form is opened, so that the form can be checked against it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from decimal import Decimal


@dataclass(frozen=True)
class KnownEntity:
    """A legal entity as earlier years or the register know it.

    Attributes:
        name: its name.
        kind: code list recipient_kind, None if not known.
        legal_form: code list legal_form, None if not known.
    """

    name: str
    kind: str | None = None
    legal_form: str | None = None


@dataclass(frozen=True)
class Context:
    """Everything that a check may lean on; all of it may be missing.

    Attributes:
        municipality: code of the municipality whose form this must be.
        year: the year that it must be for.
        demo: whether codes of the demonstration set (D13-0007) are accepted.
        known_codes: legal entity codes that may fail their check digit: official data have them.
        entities: legal entities by code.
        totals: executed € in all by municipality and year.
        received: executed € by municipality, year and legal entity code.
        residents: of each municipality and year.
        today: the day after which nothing can have happened yet.
    """

    municipality: str | None = None
    year: int | None = None
    demo: bool = False
    known_codes: frozenset[str] = frozenset()
    entities: Mapping[str, KnownEntity] = field(default_factory=dict)
    totals: Mapping[tuple[str, int], Decimal] = field(default_factory=dict)
    received: Mapping[tuple[str, int, str], Decimal] = field(default_factory=dict)
    residents: Mapping[tuple[str, int], int] = field(default_factory=dict)
    today: date | None = None
