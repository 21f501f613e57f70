"""Recipients and competitions by words of their names, by codes, half words and mistyped ones.

Each word of a text must begin a word of what is found. Where nothing is found so, endings are cut
off, and then words near the ones that nothing has are tried. Whole names and codes come first,
then real before invented, then the most money.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Literal, NamedTuple

from geo.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from data.asking.store import Store

Sought = Literal["recipient", "competition"]

LONGEST, MOST_WORDS, LONGEST_WORD = 200, 6, 40
"""What of a text is looked at: letters, words, letters of a word."""

LEAST_STEM = 4
"""Letters that stay when an ending is cut off."""

_ENDINGS = """
    iuose iose uose iams omis ėmis imis iais ioje yje ėje oje uje ose ese iai iui ius ias iam iu ių
    io ia ie is ys us as os es ės ai au ui am oj ų ą ę į ū a e ė i o u y s
"""
ENDINGS = sorted({fold(ending) for ending in _ENDINGS.split()}, key=lambda it: (-len(it), it))
"""Endings of Lithuanian words without diacritics, the longest first."""

TRIES = 4
"""Ways to put near words together that are tried."""

CHECKED = 300
"""Items that are looked at for words beyond the two rarest."""


@dataclass(frozen=True)
class FoundItem:
    """A recipient or a competition that was found.

    Attributes:
        key: Ends its address: a recipient's code, a competition's key.
        name: What it is called.
        detail: A recipient's kind or a competition's policy area, code; empty where not known.
        municipality: Code.
        year: Of a competition, else 0.
        demo: Whether it is invented.
        money: Euros that it was paid, or else awarded; that a competition awarded.
        whole: Whether its whole name or code was given.
    """

    key: str
    name: str
    detail: str
    municipality: str
    year: int
    demo: bool
    money: float
    whole: bool = False


def find_recipients(
    store: Store, text: str, limit: int = 8, *, demo: bool | None = None
) -> list[FoundItem]:
    """Return the recipients that a text means, best first.

    Args:
        store: The open database.
        text: Names, codes, halves of them; anything at all.
        limit: How many at most.
        demo: Only invented ones, or only real ones; both if not given.
    """
    return _find(store, "recipient", text, limit, demo)


def find_competitions(
    store: Store, text: str, limit: int = 8, *, demo: bool | None = None
) -> list[FoundItem]:
    """Return the competitions that a text means, best first; municipality and year are words too.

    Args: as of `find_recipients`.
    """
    return _find(store, "competition", text, limit, demo)


def matching_recipients(store: Store, text: str, most: int) -> list[int]:
    """Return the numbers of the recipients that a text means, real ones first, then by money."""
    asked, words = _Lookup(store, "recipient", most), words_of(text)
    found = dict.fromkeys([*asked.whole(words), *asked.exact(words)])
    return [*(found or asked.near(words))][:most]


def words_of(text: str) -> list[str]:
    """Return the words of a text that are looked for, folded."""
    plain = text[:LONGEST].encode("utf-8", "ignore").decode()
    found = dict.fromkeys(word[:LONGEST_WORD] for word in fold(plain).split())
    return [*found][:MOST_WORDS]


def _find(
    store: Store, sought: Sought, text: str, limit: int, demo: bool | None
) -> list[FoundItem]:
    asked, words = _Lookup(store, sought, limit, demo), words_of(text)
    whole = asked.whole(words)
    items = [*dict.fromkeys([*whole, *asked.exact(words)])] or asked.near(words)
    return asked.told(items[:limit], whole)


class _Span(NamedTuple):
    """Words that begin alike: how many items have them, the numbers of the first and the last."""

    items: int
    first: int
    last: int


@dataclass(frozen=True)
class _Lookup:
    """What is looked for: of which kind, how many, invented ones or real ones or both."""

    store: Store
    sought: Sought
    most: int
    demo: bool | None = None

    def whole(self, words: Sequence[str]) -> list[int]:
        """Return the items of which this is the name or the code."""
        if not words:
            return []
        asked = {"sought": self.sought, "text": " ".join(words)}
        return self._items("search_whole", self.most, **asked)

    def exact(self, words: Sequence[str]) -> list[int]:
        """Return the items of which a word begins as each of these."""
        if not words:
            return []
        rare, *others = sorted((self._span(word), word) for word in words)
        if not rare[0].items:
            return []
        if not others:
            span = rare[0]
            return self._items("search_items", 2 * self.most, first=span.first, last=span.last)[
                : self.most
            ]
        within = self.most if len(others) == 1 else max(self.most, CHECKED)
        items = self._both(rare[0], others[0][0], 2 * within)
        if len(others) > 1 and items:
            items = self._with_words(items, [word for _, word in others[1:]])
        return items[: self.most]

    def _both(self, rare: _Span, other: _Span, most: int) -> list[int]:
        """Those of the other words' items that have a rare one: the shorter list is looked up."""
        return self._items(
            "search_items_both",
            most,
            first=other.first,
            last=other.last,
            rare_first=rare.first,
            rare_last=rare.last,
        )

    def near(self, words: Sequence[str]) -> list[int]:
        """Return what is found without endings, or else by words near those that nothing has."""
        stems = [stem(word) for word in words]
        if stems != [*words] and (found := self.exact(stems)):
            return found
        choices = []
        for word in stems:
            known = word.isdigit() or self._span(word).items
            asked = {"sought": self.sought, "word": word}
            near = [] if known else self.store.query("search_near", **asked)["word"].tolist()
            choices.append(near or [word])
        for tried in islice(product(*choices), TRIES):
            if [*tried] != stems and (found := self.exact(tried)):
                return found
        return []

    def told(self, items: Sequence[int], whole: Iterable[int]) -> list[FoundItem]:
        """Return what is shown of items, in their order."""
        if not items:
            return []
        first = {*whole}
        columns = ["key", "name", "detail", "municipality", "year", "demo", "money"]
        rows = self._found(items).set_index("item").loc[[*items], columns]
        return [
            FoundItem(**dict(zip(columns, told, strict=True)), whole=item in first)
            for item, *told in rows.itertuples(name=None)
        ]

    def _items(self, query: str, most: int, **asked: str | int) -> list[int]:
        kinds = {"least": self.demo is True, "greatest": self.demo is not False}
        found = self.store.columns(query, most=most, **kinds, **asked)
        return [*dict.fromkeys(found["item"].tolist())]

    def _with_words(self, items: Sequence[int], words: Sequence[str]) -> list[int]:
        """Those of the items that have words that begin so."""
        frame = self._found(items)
        return [
            int(item)
            for item, said in zip(frame["item"], frame["words"], strict=True)
            if all(f" {word}" in f" {said}" for word in words)
        ]

    def _found(self, items: Iterable[int]) -> pd.DataFrame:
        listed = ",".join(map(str, items))
        return self.store.query("search_found", sought=self.sought, items=listed)

    def _span(self, word: str) -> _Span:
        """The words that begin so."""
        found = self.store.columns("search_terms", sought=self.sought, word=word)
        return _Span(*(int(found[name][0]) for name in _Span._fields))


def stem(word: str) -> str:
    """Return a folded word without its Lithuanian ending, where enough of it stays."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word
