"""The page of one commitment: who answers, what was said of it and where, and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.commitments.labels import status_word
from dashboard.commitments.marks import in_language, status_mark
from dashboard.commitments.promise import promises_of
from dashboard.commitments.reading import read_plans
from dashboard.commitments.rows import documents_of
from dashboard.commitments.sentence import assessed_by, beside_text
from dashboard.commitments.standing import Standing, beside, latest
from dashboard.commitments.view import list_path
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content
from dashboard.frame.plain_table import day
from dashboard.frame.source_line import source_text
from dashboard.pages.commitments.history import history
from dashboard.pages.commitments.marks import document_link, original
from dashboard.pages.commitments.promise_panel import promise_panel
from dashboard.pages.commitments.strip import day_or_none, lateness, times

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.commitments.model import Assessment, Commitment, Plans
    from dashboard.language.i18n import Language


def titles(atlas: Atlas, words: Language) -> Mapping[str, str]:
    """Every commitment's title, by the end of its address."""
    return {key: item.title.text for key, item in read_plans(atlas, words).commitments.items()}


def layout(atlas: Atlas, words: Language, query: str, key: str) -> Content:  # noqa: ARG001
    """The commitment of a key; its page has one view."""
    plans = read_plans(atlas, words)
    item = plans.commitments[key]
    path = list_path(words)
    promises = [promise_panel(promise, atlas, words) for promise in promises_of(atlas, key, words)]
    body = html.Div(
        [
            _trail(item, plans, words, path),
            html.H1(in_language(item.title, words)),
            *_original(item, words),
            html.P(_sentence(item, plans, words), id="sentence", className="sentence"),
            _panel("facts", [_facts(item, plans, words)], words),
            _panel("history", history(item, plans, words), words),
            *([_panel("promise", promises, words)] if promises else []),
            _panel("documents", [_documents(item, atlas, words)], words),
            html.P(source_text(["commitments"], atlas, words), className="source"),
            _neighbours(item, plans, words, path),
        ],
        className="stack commitment",
    )
    return Content(body, item.title.text, said_of(item, plans, words))


def said_of(item: Commitment, plans: Plans, words: Language) -> str:
    """Of which plan it is, how it stands, and who says so."""
    return f"{plans.plans[item.plan].named}. {_status_text(item, plans, words)}"


def _panel(name: str, content: list[Component], words: Language) -> Component:
    heading = html.H2(words.t(f"commitment.{name}"), id=f"{name}-title")
    return html.Section(
        [heading, *content], className=f"panel panel-{name}", **aria(labelledby=f"{name}-title")
    )


def _trail(item: Commitment, plans: Plans, words: Language, path: str) -> Component:
    """Where the commitment belongs, each step a link."""
    plan = plans.plans[item.plan]
    steps = [
        html.A(words.t("page.commitments.title"), href=path),
        html.A(plan.named, href=f"{path}?plan={plan.id}"),
    ]
    if item.section:
        numeral, title = item.section.partition("-")[2], plans.sections[item.section]
        name = [f"{numeral}. ", *in_language(title, words)]
        steps.append(html.A(name, href=f"{path}?section={item.section}"))
    return html.Nav(
        html.Ol([html.Li(step) for step in steps]),
        className="trail",
        **aria(label=words.t("commitment.trail")),
    )


def _original(item: Commitment, words: Language) -> list[Component]:
    """What the source calls it, where the title is ours."""
    found = original(item.title)
    return [html.P([words.t("commitment.original"), " ", *found])] if found else []


def _sentence(item: Commitment, plans: Plans, words: Language) -> list[Component | str]:
    """How it stands, by whom and when it was said."""
    said = latest(item.history)
    status = said.status if said else None
    return [status_mark(status, words), _whose(said, plans, words), *_results(item, plans)]


def _results(item: Commitment, plans: Plans) -> list[str]:
    """What is known to have changed, which a word on the work alone does not tell."""
    said = beside(Standing(item, latest(item.history)))
    found = beside_text((word for word in said if word.scale.kind == "result"), plans.assessors)
    return [f" {found}."] if found else []


def _whose(said: Assessment | None, plans: Plans, words: Language) -> str:
    """Who says so and when, to follow a status."""
    if said is None:
        return f" {words.t('commitment.never_assessed')}"
    when = words.date(said.observed) if said.observed else ""
    return assessed_by(plans.assessors[said.assessor], when, words)


def _status_text(item: Commitment, plans: Plans, words: Language) -> str:
    """The same in plain words."""
    said = latest(item.history)
    told = f"{status_word(said.status if said else None, words)}{_whose(said, plans, words)}"
    return "".join([told, *_results(item, plans)])


def _facts(item: Commitment, plans: Plans, words: Language) -> Component:
    untold = html.Span(words.t("commitments.not_told"), className="untold")
    facts: dict[str, Component | str | list[Component | str]] = {
        "plan": plans.plans[item.plan].named,
        "number": item.number,
        "institution": "; ".join(item.institutions.values()) or untold,
        "theme": plans.themes[item.theme],
        "ogp": item.ogp or untold,
        **{name: day_or_none(when, words) for name, when in times(item).items()},
        "late": lateness(item, plans, words),
    }
    if item.note.text:
        facts["note"] = in_language(item.note, words)
    return html.Dl(
        [
            html.Div(
                [html.Dt(words.t(f"commitments.column.{name}")), html.Dd(fact)],
                className=f"fact-{name}",
            )
            for name, fact in facts.items()
        ],
        className="facts",
    )


def _documents(item: Commitment, atlas: Atlas, words: Language) -> Component:
    rows = []
    for found in documents_of(atlas.store, item):
        published = (
            [words.t("commitment.published"), " ", day(found.published), "; "]
            if found.published
            else []
        )
        retrieved = (
            [words.t("commitment.retrieved"), " ", day(found.retrieved)] if found.retrieved else []
        )
        rows.append(
            html.Li(
                [
                    document_link(found),
                    html.Span([", ", *published, *retrieved], className="source"),
                ]
            )
        )
    return html.Ul(rows, className="document-list")


def _neighbours(item: Commitment, plans: Plans, words: Language, path: str) -> Component:
    """The commitments before and after it in the plans' order."""
    keys = list(plans.commitments)
    at = keys.index(item.key)
    links = []
    for name, place in (("previous", at - 1), ("next", at + 1)):
        if 0 <= place < len(keys):
            other = plans.commitments[keys[place]]
            label = [html.Span(words.t(f"commitment.{name}"), className="source"), html.Br()]
            links.append(
                html.A(
                    [*label, *in_language(other.title, words)],
                    href=f"{path}/{other.key}",
                    className=f"to-{name}",
                )
            )
    return html.Nav(links, className="neighbours", **aria(label=words.t("commitment.neighbours")))
