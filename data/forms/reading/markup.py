"""XML of strangers, read as a stream that stops at the first sign of a trap.

A document type declaration is refused as soon as it begins, so no entity is ever declared, let
alone expanded or fetched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from data.forms.reading.refusal import Unreadable

if TYPE_CHECKING:
    from collections.abc import Callable

Attributes = dict[str, str]
CHUNK = 1 << 18


def read_markup(
    content: bytes,
    start: Callable[[str, Attributes], None] | None = None,
    end: Callable[[str], None] | None = None,
    text: Callable[[str], None] | None = None,
) -> None:
    """Go through a document; names arrive as they are written, `local` takes their prefix off.

    Args:
        content: the whole document.
        start: called at each start tag with its name and attributes.
        end: called at each end tag.
        text: called with pieces of text.

    Raises:
        Unreadable: it declares a document type, or is no XML.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    if start is not None:
        parser.StartElementHandler = start
    if end is not None:
        parser.EndElementHandler = end
    if text is not None:
        parser.CharacterDataHandler = text
    try:
        for place in range(0, len(content), CHUNK):
            parser.Parse(content[place : place + CHUNK], False)
        parser.Parse(b"", True)
    except (expat.ExpatError, LookupError, ValueError) as error:  # letters that nobody knows
        raise Unreadable("damaged") from error


def refuse_declarations(content: bytes) -> None:
    """Refuse a document that declares its type.

    The words of a declaration stand as they are in every encoding but those with empty bytes, so
    most documents need no parsing to be sure of.

    Raises:
        Unreadable: it declares a document type; or it may, and is no XML.
    """
    if b"<!DOCTYPE" in content or b"\0" in content:
        read_markup(content)


def local(name: str) -> str:
    """Return a name without its prefix: ``row`` of ``x:row``."""
    return name.rpartition(":")[2]


def plain(attributes: Attributes) -> Attributes:
    """Return attributes with names without prefixes."""
    return {local(name): value for name, value in attributes.items()}


def _refuse(*_declared: object) -> None:
    raise Unreadable("xml_entities")
