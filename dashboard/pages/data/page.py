"""The data page: what is there and what is missing, whence, how checked, and all of it to take."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from dashboard.catalogue.schema_org import dataset_text
from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content, Page
from dashboard.frame.places import CATALOG_FORMS, DATA_SLUGS
from dashboard.frame.problem import API_SLUG
from dashboard.frame.shell import demo_badge
from dashboard.frame.source_line import source_text
from dashboard.pages.about.page import PAGE as ABOUT
from dashboard.pages.data import dictionary
from dashboard.pages.data.check_table import check_table
from dashboard.pages.data.completeness import completeness, county_table
from dashboard.pages.data.correction_table import correction_table
from dashboard.pages.data.file_table import file_table
from dashboard.pages.data.indicator_table import indicator_table
from dashboard.pages.data.published import published_tables
from dashboard.pages.data.remark_table import remark_table
from dashboard.pages.data.routes import add_routes
from dashboard.pages.data.source_table import source_table
from dashboard.pages.data.submission_matrix import matrix_legend, matrix_sentence, submission_matrix
from data.asking import views
from data.asking.remarks import remarks
from data.catalog import YEARS
from data.dataset.offered import citation

if TYPE_CHECKING:
    from collections.abc import Callable

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str) -> Content:  # noqa: ARG001 - one view
    """The sections, with a list of them on top."""
    contents = [html.Li(html.A(words.t(f"data.{name}.title"), href=f"#{name}")) for name in PARTS]
    title, sentence = words.t("page.data.title"), words.t("page.data.description")
    body = html.Div(
        [
            html.H1(title),
            html.P(sentence),
            html.Nav(html.Ol(contents), className="parts", **aria(label=words.t("about.contents"))),
            *(_panel(name, part(atlas, words), words) for name, part in PARTS.items()),
        ],
        className="stack",
    )
    return Content(body, title, sentence, forms=CATALOG_FORMS, linked=dataset_text(atlas, words))


def _panel(name: str, content: list[Component], words: Language) -> Component:
    heading = html.H2(words.t(f"data.{name}.title"), id=f"{name}-title")
    return html.Section(
        [heading, *content],
        id=name,
        className=f"panel panel-{name}",
        **aria(labelledby=f"{name}-title"),
    )


def _forms(atlas: Atlas, words: Language) -> list[Component]:
    forms = views.submissions(atlas.store)
    labels, complete = atlas.labels("submission_state", words), completeness(forms)
    badge = [html.P(demo_badge(words))] if forms["demo"].any() else []
    published = views.published_totals(atlas.store)["source"].unique()
    ids = ["demo", "forms", *published]
    source = [html.P(source_text(ids, atlas, words), className="source")]
    return [
        *badge,
        html.P(matrix_sentence(forms, words)),
        html.H3(words.t("data.county.title"), id="county-title"),
        html.P(words.t("data.county.explained")),
        county_table(complete, words, labelled_by="county-title"),
        html.H3(words.t("data.state.title"), id="state-title"),
        matrix_legend(forms, labels, words),
        submission_matrix(forms, complete, labels, words, labelled_by="state-title"),
        *source,
    ]


def _take(atlas: Atlas, words: Language) -> list[Component]:
    facts: dict[str, Component | str] = {
        "version": html.Code(atlas.store.version),
        "built": _moment(atlas),
        "licence": words.t("data.version.licence_text"),
    }
    items = [
        html.Div([html.Dt(words.t(f"data.version.{name}")), html.Dd(fact)])
        for name, fact in facts.items()
    ]
    cited = citation(atlas.store.version, words.code, demo=atlas.is_demo)
    files = atlas.files()
    table = (
        file_table(files, words, labelled_by="take-title")
        if files
        else html.P(words.t("data.take.none"))
    )
    badge = [html.P([demo_badge(words), " ", words.t("demo.explained")])] if atlas.is_demo else []
    too_long = files and "xlsx" not in {file.kind for file in files}
    return [
        *badge,
        html.P(words.t("data.take.explained")),
        html.P(
            [
                words.t("data.take.programs"),
                " ",
                html.A(words.t("page.api.nav"), href=words.path(f"/{API_SLUG}")),
            ]
        ),
        table,
        *([html.P(words.t("data.take.too_long"))] if too_long else []),
        html.Dl(items, className="facts"),
        html.P(words.t("data.version.explained")),
        html.Div([html.P(words.t("data.take.cite")), html.P(cited, className="citation")]),
        html.P(
            [
                words.t("data.take.catalog"),
                " ",
                html.A("JSON-LD", href=CATALOG_FORMS["application/ld+json"]),
                ", ",
                html.A("Turtle", href=CATALOG_FORMS["text/turtle"]),
            ]
        ),
    ]


def _sources(atlas: Atlas, words: Language) -> list[Component]:
    today = datetime.now(UTC).date()
    return [source_table(atlas, words, today=today, labelled_by="sources-title")]


def _checks(atlas: Atlas, words: Language) -> list[Component]:
    checks = views.checks(atlas.store)
    passed = words.n("data.checks.passed", len(checks))
    return [
        html.P([words.t("data.checks.explained", passed=passed), " ", _moment(atlas), "."]),
        check_table(checks, words, labelled_by="checks-title"),
    ]


def _corrections(atlas: Atlas, words: Language) -> list[Component]:
    found = views.corrections(atlas.store)
    if found.empty:
        return [html.P(words.t("data.corrections.none"))]
    return [
        html.P(words.t("data.corrections.explained")),
        correction_table(found, words, labelled_by="corrections-title"),
    ]


def _remarks(atlas: Atlas, words: Language) -> list[Component]:
    found = remarks(atlas.store)
    if not found:
        return [html.P(words.t("data.remarks.none"))]
    return [
        html.P(words.t("data.remarks.explained")),
        remark_table(found, words, labelled_by="remarks-title"),
    ]


def _dictionary(atlas: Atlas, words: Language) -> list[Component]:
    described = views.dictionary(atlas.store)
    groups = {
        "tables": dictionary.tables(described, words),
        "codes": dictionary.code_lists(described, atlas, words),
        "form": dictionary.form_fields(words),
    }
    return [
        html.P(words.t("data.dictionary.explained")),
        *(
            html.Div([html.H3(words.t(f"data.dictionary.{name}")), *parts], className="group")
            for name, parts in groups.items()
        ),
    ]


def _indicators(atlas: Atlas, words: Language) -> list[Component]:  # noqa: ARG001 - the catalogue's
    about = html.A(words.t("data.indicators.how"), href=f"{ABOUT.path(words)}#indicators")
    span = words.t("years.span", first=YEARS[0], last=YEARS[-1])
    return [
        html.P([words.t("data.indicators.years", years=span), " ", about]),
        indicator_table(words, labelled_by="indicators-title"),
    ]


def _moment(atlas: Atlas) -> Component:
    built = atlas.store.built_at
    return html.Time(f"{built:%Y-%m-%d %H:%M} UTC", dateTime=built.isoformat())


PARTS: dict[str, Callable[[Atlas, Language], list[Component]]] = {
    "matrix": _forms,
    "take": _take,
    "sources": _sources,
    "published": published_tables,
    "checks": _checks,
    "corrections": _corrections,
    "remarks": _remarks,
    "dictionary": _dictionary,
    "indicators": _indicators,
}

PAGE = Page("data", DATA_SLUGS, 8, layout, routes=add_routes)
