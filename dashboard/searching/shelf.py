"""What of one kind can be found, by its words; and how well a word that is asked for fits them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from dashboard.searching.stemming import stem, words_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.searching.findable import Findable

ALSO = 0.4
"""What a word beside the name weighs, of one in it."""

NEAR = 0.2
"""How well a word fits that has one letter wrong, of one that is the same."""

# Letters: of a part of a word, of a stem and a word in which one may be wrong, of a stem from which
# words are made, and of what is added to it.
_PART, _NEAR_STEM, _NEAR_WORD, _ROOT, _ENDING = 3, 5, 4, 4, 5


class Shelf:
    """Things of one kind, found by words.

    Attributes:
        items: In the order in which those that fit alike are told.
    """

    def __init__(self, items: Iterable[Findable]) -> None:
        self.items = tuple(items)
        self._weights: dict[str, dict[int, float]] = defaultdict(dict)
        self._near: dict[str, set[str]] = defaultdict(set)
        for at, item in enumerate(self.items):
            for text, weight in ((item.also, ALSO), (f"{item.name} {item.code}", 1.0)):
                for word in words_of(text):
                    self._weights[word][at] = weight
        for word in self._weights:
            for part in _one_letter_less(word):
                self._near[part].add(word)

    def fitting(self, word: str) -> tuple[dict[int, float], bool]:
        """How well a word fits, by the places of the items that it fits, and whether only nearly.

        Where none has it, nor one that begins with it or holds it, one letter may be wrong.
        """
        known = {each: well for each in self._weights if (well := fit(word, each))}
        only_nearly = not known
        if only_nearly:
            near = {each for part in _one_letter_less(word) for each in self._near.get(part, ())}
            known = dict.fromkeys(near, NEAR)
        found: dict[int, float] = {}
        for each, well in known.items():
            for at, weight in self._weights[each].items():
                found[at] = max(found.get(at, 0), well * weight)
        return found, only_nearly


def fit(word: str, known: str) -> float:
    """How well a word fits one that is known; 0 if it does not."""
    if word == known:
        return 1
    root = stem(known)
    if stem(word) == root:
        return 0.9
    if known.startswith(word):
        return 0.7
    if len(root) >= _ROOT and word.startswith(root) and len(word) - len(root) <= _ENDING:
        return 0.6  # with half an ending, or a word that is made of it
    return 0.4 if len(word) >= _PART and word in known and not word.isdigit() else 0


def _one_letter_less(word: str) -> set[str]:
    """The word, its stem, and either with one letter left out: those of near words meet.

    Near are words that differ by a letter, by one more or less, or by two that changed places.
    """
    if word.isdigit():
        return set()
    forms = {word} if len(word) >= _NEAR_WORD else set()
    forms |= {stem(word)} if len(stem(word)) >= _NEAR_STEM else set()
    return forms | {form[:at] + form[at + 1 :] for form in forms for at in range(len(form))}
