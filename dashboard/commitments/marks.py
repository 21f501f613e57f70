"""Statuses as marks, told by shape, word and colour, wherever commitments are shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_word
from dashboard.commitments.standing import look
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.commitments.model import Status, Text
    from dashboard.language.i18n import Language


def mark(status: Status | None) -> Component:
    """A ring that fills as the work goes on, dotted where nobody said anything.

    Its outline tells whose scale it is: round for the state's own, square for an outside one.
    """
    outside = " outside" if status and status.outside else ""
    return html.Span(
        className=f"disc look-{look(status)}{outside}",
        style={"--filled": f"{100 * (status.progress or 0):.0f}%"} if status else None,
        **aria(hidden="true"),
    )


def status_mark(status: Status | None, words: Language) -> Component:
    """A status in its shape and word."""
    return html.Span([mark(status), status_word(status, words)], className="status-mark")


def stacked_bar(counted: Mapping[Status | None, int], words: Language) -> Component:
    """A bar parted by status; each part shows shape and number, and is read with its word."""
    parts = [
        html.Span(
            [
                mark(status),
                html.Span(words.number(count)),
                html.Span(f" {status_word(status, words)}, ", className="visually-hidden"),
            ],
            className=f"part look-{look(status)}",
            style={"flex-grow": count},
            title=status_word(status, words),
        )
        for status, count in counted.items()
        if count
    ]
    return html.Span(parts, className="share-bar")


def in_language(text: Text, words: Language) -> list[Component | str]:
    """A text of the sources, marked where it is ours or not in the visitor's language."""
    remark = "ours" if text.original else "not_translated" if text.lang else ""
    if not remark:
        return [text.text]
    return [
        html.Span(text.text, lang=text.lang) if text.lang else text.text,
        html.Span(f" ({words.t(f'commitments.{remark}')})", className="untranslated"),
    ]
