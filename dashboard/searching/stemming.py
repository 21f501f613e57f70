"""Words as a search compares them: folded, and without the endings that declension changes.

Light on purpose: it must lead all cases of a word to one stem, not to the right one. The letters
that palatalisation changes (medis, medžio) are left as they are; prefixes find those too.
"""

from __future__ import annotations

import re
from functools import lru_cache

from geo.spelling import fold

_COUNTRY_CODE = re.compile(r"\b([a-z]{2}) (\d\d)\b")

SHORTEST = 3
"""Letters that are left of a word at least."""

# Of nouns and of adjectives in both forms, without diacritics. English words lose theirs too, by
# which "municipality" and "municipalities" are one.
_WRITTEN = """
a ai ais aja ajam ajai am ame ams as asis au aus
e ei eje ems emis es ese
i ia iai iais iam iame iams ias iau iaus ie ieji iems ies imi ims imis io ioje iomis ioms ios
iose is iu iui iuje iumi ius iuose
o oje oji ojo ojoje omis oms os ose osios osioms osiose
u ui uje uju umi uo uos uose uosius us
y yje yn ys yse
s
"""
_ENDINGS = sorted(_WRITTEN.split(), key=len, reverse=True)


def words_of(text: str) -> list[str]:
    """The words of a text, folded: `Kėdainių r.` has `kedainiu` and `r`, `LT-57` is one word."""
    return _COUNTRY_CODE.sub(r"\1\2", fold(text)).split()


@lru_cache(8192)
def stem(word: str) -> str:
    """A folded word without its ending; a number, or what is too short to have one, as it is."""
    if word.isdigit():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word[: -len(ending)]
    return word
