"""What is wrong in the catalogues: found before a visitor finds it, and named by file and line.

`require_whole` stands at the start of every server; `python -m dashboard.language.checking` says
the same, and more, to those who write texts.
"""

from __future__ import annotations

from contextlib import suppress
from string import Formatter
from typing import TYPE_CHECKING

from babel.messages.plurals import get_plural

from dashboard.language.i18n import CODES, LOCALES, WrongText, catalogue, file_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from babel.messages.catalog import Catalog, Message

    Catalogues = dict[str, Catalog]


def read(folder: Path = LOCALES) -> Catalogues:
    """The catalogues by language.

    Raises:
        WrongText: One is no catalogue; names file and line.
    """
    return {code: catalogue(code, folder) for code in CODES}


def require_whole(keys: Iterable[str] = (), folder: Path = LOCALES) -> None:
    """Passes when the catalogues are whole and say the same.

    Args:
        keys: Of texts that must be there.
        folder: Where the catalogues lie.

    Raises:
        WrongText: Something is wrong; names it all, by file, line, key and what was expected.
    """
    catalogues = read(folder)
    missing = [
        f"{file_of(code, folder)}: {key}: expected a text, there is none"
        for key in keys
        for code, words in catalogues.items()
        if words.get(key) is None
    ]
    found = [*problems(catalogues, folder), *missing]
    if found:
        raise WrongText("\n".join(["wrong words:", *found]))


def problems(catalogues: Catalogues, folder: Path = LOCALES) -> list[str]:
    """What is wrong, each in a line that begins with its place."""
    return [
        f"{file_of(code, folder)}:{line}: {said}"
        for code, words in catalogues.items()
        for line, said in _of_one(code, words, texts(catalogues[CODES[0]]))
    ] + [
        f"{file_of(code, folder)}: {key}: expected a text, as there is one in {other!r}"
        for code in CODES
        for other in CODES
        for key in sorted(texts(catalogues[other]).keys() - texts(catalogues[code]).keys())
    ]


def texts(words: Catalog) -> dict[str, Message]:
    """The messages by their keys, without the head of the file."""
    return {key_of(message): message for message in words if message.id}


def key_of(message: Message) -> str:
    """The key of a text, whether or not it has plural forms."""
    return str(message.id if isinstance(message.id, str) else message.id[0])


def forms(message: Message) -> tuple[str, ...]:
    """A text's forms: one, or as many as the language has for numbers."""
    found = message.string
    return (found,) if isinstance(found, str) else tuple(found)


def places(text: str) -> frozenset[str]:
    """The names in braces.

    Raises:
        ValueError: A brace without its partner, or something else than a name in them.
    """
    found = [
        (name, spec, how) for _, name, spec, how in Formatter().parse(text) if name is not None
    ]
    for name, spec, how in found:
        if not name.isidentifier() or spec or how:
            raise ValueError(f"{{{name}}} is no name of a value")
    return frozenset(name for name, _, _ in found)


def named(names: Iterable[str]) -> str:
    """Names as they stand in a text."""
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "none"


def _of_one(code: str, words: Catalog, first: dict[str, Message]) -> Iterator[tuple[int, str]]:
    expected = get_plural(code).num_plurals
    if words.num_plurals != expected:
        yield 1, f"Plural-Forms: expected {expected} forms, found {words.num_plurals}"
        return
    for key, message in texts(words).items():
        for said in _of_message(message, first.get(key)):
            yield message.lineno or 1, f"{key}: {said}"


def _of_message(message: Message, first: Message | None) -> Iterator[str]:
    pattern = message if first is None else first
    if message.fuzzy:
        yield "expected a text that is certain, it is marked fuzzy"
    if bool(pattern.pluralizable) != bool(message.pluralizable):
        yield f"expected plural forms in all languages or in none; {CODES[0]!r} differs"
    elif not all(forms(message)):
        yield f"expected {len(forms(message))} text(s), found an empty one"
    else:
        for text in forms(message):
            yield from _of_text(text, forms(pattern)[0])


def _of_text(text: str, pattern: str) -> Iterator[str]:
    try:
        found = places(text)
    except ValueError as error:
        yield f"{error}, in {text!r}"
        return
    with suppress(ValueError):  # told where it stands
        wanted = places(pattern)
        if found != wanted:
            yield f"expected {named(wanted)} as elsewhere, found {named(found)}, in {text!r}"
