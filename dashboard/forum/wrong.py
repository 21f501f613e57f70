"""What is wrong with a deck's file, in both languages."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from dashboard.language.i18n import language
from geo.places import counties

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from dashboard.language.i18n import Language

_LONGEST = 60
"""Letters of what was found that are shown."""


@dataclass(frozen=True)
class DeckFault:
    """What stands in a deck's file, and what should.

    Attributes:
        expected: `forum.wrong.<expected>` says what should be there.
        values: For the places of that text.
        found: What is there, as it is shown; None is nothing.
        key: Of the file.
        scene: Number of the scene; 0 outside of scenes.
        near: What was perhaps meant.
    """

    expected: str
    found: str | None = None
    key: str | None = None
    scene: int = 0
    near: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


class DeckFileError(ValueError):
    """A file is not a deck's, or says what no deck can; its own text is English.

    Attributes:
        name: Of the file.
        line: On which it stands.
        fault: What is wrong.
    """

    def __init__(self, name: str, line: int, fault: DeckFault) -> None:
        self.name = "".join(sign if sign.isprintable() else "?" for sign in name)
        self.line = line
        self.fault = fault
        super().__init__(self.said(language("en")))

    def said(self, words: Language) -> str:
        """The whole message: file, line, scene, key, what was found and what was expected."""
        fault = self.fault
        known = ", ".join(words.name(county, "full") for county in counties())
        said = words.t(
            "forum.wrong.said",
            found=words.t("forum.wrong.nothing") if fault.found is None else fault.found,
            expected=words.t(f"forum.wrong.{fault.expected}", **{"known": known, **fault.values}),
        )
        if fault.near:
            said += " " + words.t("forum.wrong.near", near=fault.near)
        where = [words.t("forum.wrong.line", file=self.name, line=self.line)]
        if fault.scene:
            where.append(words.t("forum.wrong.scene", number=fault.scene))
        if fault.key:
            where.append(clipped(fault.key))
        return f"{', '.join(where)}: {said}"


def none_of(known: Collection[object], found: object, key: str, scene: int = 0) -> DeckFault:
    """That a value, or with the same text a key, is none of what can be."""
    names = [str(each) for each in known]
    near = get_close_matches(found, names, n=1) if isinstance(found, str) else []
    said = None if found is None else clipped(key) if found == key else shown(found)
    return DeckFault("one_of", said, key, scene, "".join(near), {"known": ", ".join(names)})


def shown(value: object) -> str:
    """A value of a file as it stands there, shortened."""
    if isinstance(value, list | dict):
        return "[…]" if isinstance(value, list) else "{…}"
    if isinstance(value, int) and abs(value) > 10**12:  # too long ones cannot be written at all
        return "…"
    return clipped(json.dumps(value, ensure_ascii=False, default=str))


def clipped(text: str) -> str:
    """A text as far as a message can show it."""
    text = "".join(sign if sign.isprintable() else "?" for sign in text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
