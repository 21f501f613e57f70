"""The commitments as marks: status by shape, word and colour, and the share of each status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_word
from dashboard.commitments.marks import in_language, mark, stacked_bar, status_mark
from dashboard.commitments.sentence import beside_text, head_text, share_text
from dashboard.commitments.standing import beside, head
from dashboard.frame import html
from dashboard.frame.aria import aria

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from dash.development.base_component import Component

    from dashboard.commitments.model import Assessment, Commitment, Document, Status, Text
    from dashboard.commitments.standing import Standing
    from dashboard.commitments.view import PlanView
    from dashboard.language.i18n import Language


def original(text: Text) -> list[Component]:
    """What the sources say, in their own language, where the text is ours."""
    if not text.original:
        return []
    return [html.Span(text.original.text, lang=text.original.lang, className="original")]


def document_link(found: Document) -> Component:
    """A link to a document that says whose it is: titles alone, as published, do not tell."""
    return html.A(f"{found.title} – {found.publisher}", href=found.url)


def title_link(item: Commitment, words: Language, path: str) -> Component:
    """The title, leading to the commitment's own page."""
    return html.A(in_language(item.title, words), href=f"{path}/{item.key}")


def shares(counted: Mapping[Status | None, int], words: Language) -> Component:
    """A bar parted by status, and under it every status with its count and share of all shown."""
    total = sum(counted.values())
    keys = [
        html.Li(
            [
                status_mark(status, words),
                html.Span(share_text(count, total, words), className="share"),
            ]
        )
        for status, count in counted.items()
    ]
    bar = html.Div(stacked_bar(counted, words), **aria(hidden="true"))
    how = html.P(words.t("commitments.shapes"), className="source")
    return html.Div([bar, html.Ul(keys, className="share-keys"), how], className="shares")


def shapes(view: PlanView) -> Component:
    """What each shape means that the commitments shown ever had, for those who see no colour."""
    used = {word.status.scale for item in view.found for word in item.commitment.history}
    listed = [*(status for status in view.plans.statuses if status.scale in used), None]
    marks = [html.Li(status_mark(status, view.words)) for status in listed]
    return html.Ul(marks, className="strip-legend shapes")


def mark_list(found: Iterable[Standing], view: PlanView) -> Component:
    """The commitments of one section as labelled marks, each leading to its page."""
    return html.Ul([_mark(item, view) for item in found], className="marks")


def _mark(item: Standing, view: PlanView) -> Component:
    words, path = view.words, view.path
    heading = head(item, view.state.on)
    said = [html.Strong(head_text(item, view))]
    if heading and not item.now:
        said.append(html.Span(status_word(None, words), className="was"))
    if item.moved:
        was = words.t("commitments.was", status=status_word(item.was, words))
        said.append(html.Span(was, className="was"))
    if item.unsure:
        said.append(html.Span(words.t("commitments.day_unknown"), className="was"))
    number = html.Span(item.commitment.number, className="mark-number")
    return html.Li(
        [
            mark(heading.status if heading else None),
            html.Div(
                [
                    html.P([number, " ", *said]),
                    html.P(title_link(item.commitment, words, path), className="mark-title"),
                    *_beside(item, view, heading),
                ]
            ),
        ],
        className="mark",
    )


def _beside(item: Standing, view: PlanView, heading: Assessment | None) -> list[Component]:
    """One line of what else was said: of results if anything, else all of it."""
    said = beside(item, view.state.on)
    told = [word for word in said if word.scale.kind == "result"] or said
    text = beside_text((word for word in told if word is not heading), view.plans.assessors)
    return [html.P(text, className="beside")] if text else []
