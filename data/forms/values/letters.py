"""Letters of other alphabets that look like Latin ones: a code with one in it is another code."""

from __future__ import annotations

import re

_ALIKE = str.maketrans(
    "АВСЕНІЈКМОРЅТУХасеіјорѕухΑΒΕΖΗΙΚΜΝΟΡΤΥΧανοικρτυχ",
    "ABCEHIJKMOPSTYXaceijopsyxABEZHIKMNOPTYXavoikptux",
)
_OTHERS = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"\w+")


def as_latin(text: str) -> str:
    """Return a text with such letters made Latin, for a code or a word of a list."""
    return text if text.isascii() else text.translate(_ALIKE)


def lookalikes(text: str) -> str:
    """Return the letters of other alphabets that stand among Latin letters or digits in a word.

    A word all in another alphabet is a word of another language, not a mistake.
    """
    if text.isascii() or not _OTHERS.search(text):
        return ""
    found: dict[str, None] = {}
    for word in _WORD.findall(text):
        others = _OTHERS.findall(word)
        if 0 < len(others) < len(word) and all(as_latin(each).isascii() for each in others):
            found |= dict.fromkeys(others)
    return "".join(found)
