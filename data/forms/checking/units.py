"""Whether a heading says that its amounts are in another unit than euros."""

from __future__ import annotations

from data.forms.values.texts import fold

_MONEY = frozenset({"€", "eur", "euras", "eurai", "euru", "eurais"})
_OTHER_MONEY = frozenset({"mln", "mlrd", "lt", "ltl", "litas", "litai", "litu", "litais", "usd"})
"""Words that say that amounts are not in euros."""


def other_unit(heading: str) -> bool:
    """Whether a heading says that its amounts are thousands, litas or whatever else is no euro."""
    return any(map(_is_other_money, fold(heading).split()))


def without_unit(heading: str) -> str:
    """Return a folded heading without the words that tell a unit of money."""
    words = fold(heading).split()
    return " ".join(word for word in words if word not in _MONEY and not _is_other_money(word))


def _is_other_money(word: str) -> bool:
    return word in _OTHER_MONEY or word.startswith(("tukst", "milijon"))
