"""`python -m dashboard.language.checking`: whether the catalogues are whole and fit the code.

Says by file and line what is wrong and what was expected; the exit code is 1 if anything is.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from dashboard.language.asked import PACKAGE, all_asked
from dashboard.language.catalogues import forms, named, places, problems, read, texts
from dashboard.language.i18n import CODES, LOCALES, WrongText, file_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from babel.messages.catalog import Message

    from dashboard.language.asked import Asked


def wrong(asked: Sequence[Asked], folder: Path = LOCALES) -> list[str]:
    """What is wrong in the catalogues by themselves, and beside what is asked of them."""
    try:
        catalogues = read(folder)
    except WrongText as error:
        return [str(error)]
    found = problems(catalogues, folder)
    for code in CODES:
        path, known = file_of(code, folder), texts(catalogues[code])
        for call in asked:
            message = known.get(call.key or "")
            if message is not None:
                found += [
                    f"{path}:{message.lineno}: {call.key}: {said}, as {call.place} asks for it"
                    for said in _unfit(call, message)
                ]
            elif call.key:
                found.append(f"{path}: {call.key}: expected a text, {call.place} asks for it")
    return list(dict.fromkeys(found))


def require_fit(*rooms: str) -> None:
    """Passes when the catalogues are whole and fit what the code of some rooms asks for.

    Raises:
        WrongText: Something is wrong; names it all.
    """
    found = wrong([call for room in rooms for call in all_asked(PACKAGE / room)])
    if found:
        raise WrongText("\n".join(["wrong words:", *found]))


def _unfit(call: Asked, message: Message) -> Iterator[str]:
    """How a text does not fit a call; one that gives nothing takes it as it is, to be filled."""
    if call.plural and not message.pluralizable:
        yield "expected plural forms"
    given = (call.given or frozenset()) | ({"n"} if call.plural else set())
    if call.given is None or not given:
        return
    for text in forms(message):
        try:
            unknown = places(text) - given
        except ValueError:  # told among the catalogue's own faults
            continue
        if unknown:
            yield f"expected no more than {named(given)}, found {named(unknown)}"


if __name__ == "__main__":
    told = wrong(all_asked())
    sys.stdout.write("".join(f"{line}\n" for line in told))
    sys.exit(bool(told))
