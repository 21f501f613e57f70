"""What of the address was of no use, which kind is shown, what to do where none is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame import html, listing
from dashboard.frame.listing import looser_link, shortened
from dashboard.frame.notes import notes_text
from dashboard.frame.shell import demo_badge
from data.asking.recipients import loosened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.recipients.view import RecipientsView

TOPIC = "recipients"
"""Of whose words it is said."""


def badge(words: Language, *, demo: bool) -> Component:
    """The mark of invented or of real recipients."""
    if demo:
        return demo_badge(words)
    title = words.t("real.explained")
    return html.Span(words.t("real.badge"), className="real-badge", title=title)


def noted(view: RecipientsView) -> Component:
    """What of the address was of no use; empty where everything was."""
    short = [replace(note, value=shortened(note.value)) for note in view.state.notes]
    return html.P(notes_text(short, view.words), id="note", className="note", role="status")


def other_kind(view: RecipientsView) -> list[Component]:
    """That there are invented ones beside real ones, or the reverse, with a link to them."""
    words, other = view.words, view.count(demo=not view.demo)
    if not other or not view.found:
        return []
    if view.demo:
        said, figures = words.n("recipients.other.real", other), "real"
    else:
        said, figures = words.n("recipients.other.demo", other), "demo"
    link = html.A(words.t("recipients.other.show"), href=view.path(figures=figures),
                  **{"data-stay": ""})  # fmt: skip
    return [html.P([said, " ", link], id="other-kind")]


def nothing_found(view: RecipientsView) -> Component:
    """Which filter to loosen, each with what would be found without it."""
    return listing.nothing_found(TOPIC, _looser(view), view.path().partition("?")[0], view.words)


def _looser(view: RecipientsView) -> Iterator[Component]:
    """Links to the list without one of the filters, where that finds something."""
    words, state = view.words, view.state
    kinds = {"real": [False], "demo": [True]}.get(state.figures, [False, True])
    for name, there in loosened(view.atlas.store, state.asked).items():
        # Those of one kind are what the link shows.
        found = next((there[demo] for demo in kinds if there.get(demo)), 0)
        if found:
            path = view.path(asked=state.asked.without(name))
            yield looser_link(TOPIC, name, found, path, words)
    other = view.count(demo=not view.demo)
    if state.figures and other:
        yield looser_link(TOPIC, "figures", other, view.path(figures=""), words)
