"""What of the about page can be found: its sections, and the terms of its glossary."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from dashboard.frame.places import ABOUT_SLUGS
from dashboard.pages.about.sections import read_sections
from dashboard.searching.findable import Findable
from geo.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

GLOSSARY = "glossary"
"""The id of the section that is a table of terms and what they mean."""

_ROW = re.compile(r"^\| (.+?) \| (.+?) \|$", re.MULTILINE)


def findables(atlas: Atlas, words: Language) -> Iterable[Findable]:  # noqa: ARG001 - always the same
    """Every section, and every term with what it means."""
    path, title = words.path(f"/{ABOUT_SLUGS[words.code]}"), words.t("page.about.title")
    for section in read_sections("about", words):
        yield Findable("page", section.title, f"{path}#{section.id}", title)
        if section.id == GLOSSARY:
            for term, meaning in _terms(section.markdown):
                yield Findable("term", term, f"{path}#{_term_id(term)}", meaning, meaning)


def linkable(glossary: str, markdown: str) -> Markup:
    """The glossary as HTML, in which every term has an id.

    Args:
        glossary: As HTML.
        markdown: Of which it was made.
    """
    for term, _ in _terms(markdown):
        cell = f"<td>{escape(term)}</td>"
        glossary = glossary.replace(cell, f'<td id="{_term_id(term)}">{escape(term)}</td>', 1)
    return Markup(glossary)  # noqa: S704 - made of our own Markdown


def _terms(markdown: str) -> list[tuple[str, str]]:
    """Terms and meanings; the first two rows are the table's head."""
    return _ROW.findall(markdown)[2:]


def _term_id(term: str) -> str:
    return f"term-{fold(term).replace(' ', '-')}"
