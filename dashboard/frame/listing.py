"""What pages share that list what the database alone can count: recipients, competitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language

LONGEST_SAID = 60
"""Letters of a value that are repeated to whoever gave it."""


MOST_ITEMS = 25_000
"""Items that search engines are led to, each in two languages."""


class _AnyKey(dict[str, str]):
    """Has every key: which items there are is asked of the database, one at a time."""

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str)


def every_key(atlas: Atlas, words: Language) -> dict[str, str]:  # noqa: ARG001 - all are let in
    """Lets every key in, as the titles of a page's items; its layout tells whose it is."""
    return _AnyKey()


def shortened(text: str) -> str:
    """A value as it is repeated to whoever gave it."""
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]}…"


def nothing_found(
    topic: str, looser: Iterable[Component], clear: str, words: Language
) -> Component:
    """Which filter to loosen, each with what would be found without it.

    Args:
        topic: Of whose words it is said: `<topic>.none.title`, `.none.loosen`, `.filter.clear`.
        looser: Links to the list without one of the filters, where that finds something.
        clear: Address of the list without filters.
        words: The language.
    """
    listed = [html.Li(each) for each in looser]
    how = [html.P(words.t(f"{topic}.none.loosen")), html.Ul(listed)] if listed else []
    link = html.A(words.t(f"{topic}.filter.clear"), href=clear, **{"data-stay": ""})
    return html.Section(
        [html.H2(words.t(f"{topic}.none.title")), *how, html.P(link)],
        className="panel",
        id="nothing",
    )


def looser_link(topic: str, name: str, found: int, path: str, words: Language) -> Component:
    """A link to the list without a filter, with how many are found so."""
    said = words.n(f"{topic}.none.without", found, name=words.t(f"{topic}.filter.{name}"))
    return html.A(said, href=path, **{"data-stay": ""})
