"""Recipients and competitions by words of their names, by codes, half words and mistyped ones.

Each word of a text must begin a word of what is found. Where nothing is found so, endings are cut
off, and then words near the ones that nothing has are tried. Whole names and codes come first,
then real before invented, then the most money.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice, product
from typing import TYPE_CHECKING, Literal

from geo.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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


def matching_recipients(store: Store, text: str, most: int, *, demo: bool) -> list[int]:
    """Return the numbers of the recipients that a text means, whole names first, then by money."""
    words = words_of(text)
    whole = _whole(store, "recipient", words, most, demo=demo)
    return [*dict.fromkeys([*whole, *_matching(store, "recipient", words, most, demo=demo)])][:most]


def words_of(text: str) -> list[str]:
    """Return the words of a text that are looked for, folded."""
    plain = text[:LONGEST].encode("utf-8", "ignore").decode()
    found = dict.fromkeys(word[:LONGEST_WORD] for word in fold(plain).split())
    return [*found][:MOST_WORDS]


def _find(
    store: Store, sought: Sought, text: str, limit: int, demo: bool | None
) -> list[FoundItem]:
    words, found = words_of(text), list[FoundItem]()
    kinds = (False, True) if demo is None else (demo,)
    for kind in kinds:
        whole = _whole(store, sought, words, limit, demo=kind)
        items = [*dict.fromkeys([*whole, *_exact(store, sought, words, limit, demo=kind)])]
        found += _told(store, sought, items[:limit], whole)
    if not found:  # near ones only where there is nothing else, of whatever kind
        for kind in kinds:
            items = _fallen_back(store, sought, words, limit, demo=kind)
            found += _told(store, sought, items[:limit], ())
    return sorted(found, key=lambda item: not item.whole)[:limit]


def _matching(
    store: Store, sought: Sought, words: Sequence[str], most: int, *, demo: bool
) -> list[int]:
    exact = _exact(store, sought, words, most, demo=demo)
    return exact or _fallen_back(store, sought, words, most, demo=demo)


def _whole(
    store: Store, sought: Sought, words: Sequence[str], most: int, *, demo: bool
) -> list[int]:
    if not words:
        return []
    asked = {"sought": sought, "text": " ".join(words), "demo": demo, "most": most}
    return list(map(int, store.columns("search_whole", **asked)["item"]))


def _exact(
    store: Store, sought: Sought, words: Sequence[str], most: int, *, demo: bool
) -> list[int]:
    """Return the items of which a word begins as each of these."""
    if not words:
        return []
    first, *others = _rarest_first(store, sought, words)
    if not first:
        return []
    asked = {"sought": sought, "demo": demo, "word": first}
    if not others:
        found = store.columns("search_items", most=2 * most, **asked)["item"]
    else:
        within = most if len(others) == 1 else max(most, CHECKED)
        found = store.columns("search_items_both", other=others[0], most=2 * within, **asked)[
            "item"
        ]
    items = [*dict.fromkeys(map(int, found))]
    if len(others) > 1 and items:
        items = [*_with_words(store, sought, items, others[1:])]
    return items[:most]


def _with_words(
    store: Store, sought: Sought, items: Iterable[int], words: Sequence[str]
) -> Iterator[int]:
    """Those of the items that have words that begin so."""
    asked = ",".join(map(str, items))
    frame = store.query("search_found", sought=sought, items=asked)
    for item, said in zip(frame["item"], frame["words"], strict=True):
        if all(f" {word}" in f" {said}" for word in words):
            yield int(item)


def _rarest_first(store: Store, sought: Sought, words: Sequence[str]) -> list[str]:
    """Return the words so that the first narrows most; an empty one first where nothing has one."""
    if len(words) == 1:
        return [*words]
    counts = {word: _count(store, sought, word) for word in words}
    if any(not count for count in counts.values()):
        return [""]
    return sorted(words, key=lambda word: counts[word])


def _count(store: Store, sought: Sought, word: str) -> int:
    """Return about how many items have a word that begins so; of numbers it is only guessed."""
    if word.isdigit():
        return max(1, int(10.0 ** (6 - len(word))))
    return int(store.columns("search_count", sought=sought, word=word)["items"][0])


def _fallen_back(
    store: Store, sought: Sought, words: Sequence[str], most: int, *, demo: bool
) -> list[int]:
    """Return what is found without endings, or else by words near those that nothing has."""
    stems = [stem(word) for word in words]
    if stems != [*words] and (found := _exact(store, sought, stems, most, demo=demo)):
        return found
    choices = []
    for word in stems:
        known = word.isdigit() or _count(store, sought, word)
        near = (
            [] if known else store.query("search_near", sought=sought, word=word)["word"].tolist()
        )
        choices.append(near or [word])
    for tried in islice(product(*choices), TRIES):
        if [*tried] != stems and (found := _exact(store, sought, tried, most, demo=demo)):
            return found
    return []


def stem(word: str) -> str:
    """Return a folded word without its Lithuanian ending, where enough of it stays."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST_STEM:
            return word.removesuffix(ending)
    return word


def _told(
    store: Store, sought: Sought, items: Sequence[int], whole: Iterable[int]
) -> list[FoundItem]:
    """Return what is shown of items, in their order."""
    if not items:
        return []
    frame = store.query("search_found", sought=sought, items=",".join(map(str, items)))
    first = {*whole}
    columns = ["key", "name", "detail", "municipality", "year", "demo", "money"]
    rows = frame.set_index("item").loc[[*items], columns].itertuples(name=None)
    return [
        FoundItem(**dict(zip(columns, told, strict=True)), whole=item in first)
        for item, *told in rows
    ]
