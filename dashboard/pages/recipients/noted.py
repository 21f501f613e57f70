"""What of the address was of no use, which kind is shown, what to do where none is found."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.notes import notes_text
from dashboard.frame.shell import demo_badge
from data.asking.recipients import loosened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.recipients.view import RecipientsView

LONGEST_SAID = 60
"""Letters of a value that are repeated."""


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
    words, listed = view.words, [html.Li(each) for each in _looser(view)]
    clear = html.A(
        words.t("recipients.filter.clear"),
        href=view.path().partition("?")[0],
        **{"data-stay": ""},
    )
    how = [html.P(words.t("recipients.none.loosen")), html.Ul(listed)] if listed else []
    return html.Section(
        [html.H2(words.t("recipients.none.title")), *how, html.P(clear)],
        className="panel",
        id="nothing",
    )


def _looser(view: RecipientsView) -> Iterator[Component]:
    """Links to the list without one of the filters, where that finds something."""
    words, state = view.words, view.state
    kinds = {"real": [False], "demo": [True]}.get(state.figures, [False, True])
    for name, there in loosened(view.atlas.store, state.asked).items():
        # Those of one kind are what the link shows.
        found = next((there[demo] for demo in kinds if there.get(demo)), 0)
        if found:
            path = view.path(asked=state.asked.without(name))
            yield _link(words.t(f"recipients.filter.{name}"), found, path, view)
    other = view.count(demo=not view.demo)
    if state.figures and other:
        yield _link(words.t("recipients.filter.figures"), other, view.path(figures=""), view)


def _link(name: str, found: int, path: str, view: RecipientsView) -> Component:
    said = view.words.n("recipients.none.without", found, name=name)
    return html.A(said, href=path, **{"data-stay": ""})


def shortened(text: str) -> str:
    """A value as it is repeated to whoever gave it."""
    return text if len(text) <= LONGEST_SAID else f"{text[:LONGEST_SAID]}…"
