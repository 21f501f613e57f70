"""What fits the words that are asked for, best first, in groups."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dashboard.searching.findable import KINDS
from dashboard.searching.shelf import fit
from dashboard.searching.stemming import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from dashboard.searching.findable import Findable
    from dashboard.searching.shelf import Shelf


@dataclass(frozen=True)
class Match:
    """Something that fits.

    Attributes:
        item: What it is.
        words: How many of the words it has, but for single letters.
        fit: How well it fits, of others of its kind.
        near: Whether it is only spelled like what was asked for.
    """

    item: Findable
    words: int
    fit: float
    near: bool = False


@dataclass(frozen=True)
class FoundGroup:
    """Matches of one kind, best first.

    Attributes:
        kind: One of `KINDS`.
        items: Those to be told.
        more: Whether there are others.
    """

    kind: str
    items: tuple[Findable, ...]
    more: bool


def matches(shelves: Mapping[str, Shelf], words: Sequence[str]) -> list[Match]:
    """What has any of the words.

    Args:
        shelves: What can be found, by kind.
        words: Folded.
    """
    return [match for shelf in shelves.values() for match in _on(shelf, words)]


def grouped(found: Iterable[Match], limit: int) -> tuple[FoundGroup, ...]:
    """What has the most of the words, in groups: what is only spelled like them comes last.

    Args:
        found: In any order of kinds; those of a kind that fit alike stay as they come.
        limit: Most of a kind.
    """
    kinds: dict[str, list[Match]] = {kind: [] for kind in KINDS}
    for match in having_most(found):
        kinds[match.item.kind].append(match)
    told = [(kind, sorted(all_, key=_order)) for kind, all_ in kinds.items() if all_]
    told.sort(key=lambda pair: pair[1][0].near)
    return tuple(
        FoundGroup(kind, tuple(match.item for match in all_[:limit]), len(all_) > limit)
        for kind, all_ in told
    )


def having_most(found: Iterable[Match]) -> list[Match]:
    """Those that have as many of the words as any has."""
    all_ = list(found)
    most = max((match.words for match in all_), default=0)
    return [match for match in all_ if match.words == most > 0]


def has_all(item: Findable, words: Sequence[str]) -> bool:
    """Whether it has all of the words, none of them misspelled."""
    told = [*words_of(f"{item.name} {item.code}"), *words_of(item.also)]
    return all(any(fit(word, known) for known in told) for word in words if counts(word))


def counts(word: str) -> bool:
    """Whether it is missed where it is not: a single letter tells little."""
    return len(word) > 1 or word.isdigit()


def _on(shelf: Shelf, words: Sequence[str]) -> Iterator[Match]:
    """What on one shelf has any of the words, in its order."""
    fits: dict[int, dict[str, float]] = defaultdict(dict)
    misspelled = set()
    for word in words:
        found, only_nearly = shelf.fitting(word)
        misspelled |= {word} if only_nearly else set()
        for at, fitting in found.items():
            fits[at][word] = fitting
    for at, by_word in sorted(fits.items()):
        item = shelf.items[at]
        # A name that is asked for as a whole comes before one of which it is a part.
        whole = len(by_word) / max(len(words_of(item.name)), len(by_word))
        counted, near = sum(map(counts, by_word)), not misspelled.isdisjoint(by_word)
        yield Match(item, counted, sum(by_word.values()) + whole / 10, near)


def _order(match: Match) -> tuple[bool, float]:
    return match.near, -match.fit
