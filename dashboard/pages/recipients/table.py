"""The list of recipients: a row each, ways to sort it, its pages."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, Any, NamedTuple

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.places import recipient_path
from dashboard.frame.plain_table import plain_table
from dashboard.indicators.figures import SIGNS
from dashboard.pages.recipients.view import EACH, UNKNOWN, places

if TYPE_CHECKING:
    from collections.abc import Mapping

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from dashboard.pages.recipients.view import RecipientsView

COLUMNS = ("name", "code", "kind", "home", "paid", "awarded", "last")
SORTED = ("name", "paid", "awarded", "last")
"""Columns by which the list can be sorted."""

RISING = ("name",)
"""Those whose usual order is from the least."""

ID = "list-title"


def recipients_table(view: RecipientsView) -> list[Component]:
    """The page of the list that is asked for, and links to the others."""
    words, rows = view.words, view.rows(after=EACH * (view.page - 1))
    awarded = view.sums.awarded == view.sums.awarded
    columns = [name for name in COLUMNS if name != "awarded" or awarded]
    heads = [words.t(f"recipients.column.{name}") for name in columns]
    homes = {code: words.name(place) for code, place in places().items()}
    said = _Said(view.labels("kind"), view.labels("legal_form"), homes)
    cells = [_row(row, columns, said, words) for row in rows.itertuples(index=False)]
    table = plain_table(
        heads,
        cells,
        labelled_by=ID,
        heads=[_head(name, view) for name in columns],
        sorts={name: _direction(name, view) if name in SORTED else "" for name in columns},
    )
    signs = [html.P(words.t("mark.provisional.text", sign=SIGNS["provisional"]), className="signs")]
    return [
        html.Div(table, className="recipients-list"),
        *(signs if rows["provisional"].any() else []),
        *_pages(view),
    ]


def paid_text(euros: float, words: Language, *, provisional: bool = False) -> str:
    """Euros with their sign; a dash where there are none."""
    if isnan(euros):
        return UNKNOWN
    return words.money(euros) + (SIGNS["provisional"] if provisional else "")


def _row(row: Any, columns: list[str], said: _Said, words: Language) -> list[Any]:
    told = [said.kinds.get(row.kind, UNKNOWN)]
    if row.legal_form in said.forms:
        told.append(html.Span(said.forms[row.legal_form], className="small"))
    cells = {
        "name": html.A(row.name, href=recipient_path(row.code, words)),
        "code": row.code,
        "kind": told,
        "home": said.homes[row.municipality],
        "paid": paid_text(row.paid, words, provisional=row.provisional),
        "awarded": paid_text(row.awarded, words),
        "last": str(row.last_year),
    }
    return [cells[name] for name in columns]


class _Said(NamedTuple):
    """What the codes of all rows are called."""

    kinds: Mapping[str, str]
    forms: Mapping[str, str]
    homes: Mapping[str, str]


def _direction(name: str, view: RecipientsView) -> str:
    """The `aria-sort` of a column."""
    sort = view.state.sort
    if sort.removeprefix("-") != name:
        return "none"
    return "ascending" if sort.startswith("-") != (name in RISING) else "descending"


def _head(name: str, view: RecipientsView) -> Component:
    label = view.words.t(f"recipients.column.{name}")
    if name not in SORTED:
        return html.Span(label)
    following = f"-{name}" if view.state.sort == name else name
    sign = {"ascending": " ↑", "descending": " ↓", "none": ""}[_direction(name, view)]
    return html.A(
        [label, html.Span(sign, **aria(hidden="true"))],
        id=f"sort-{name}",
        href=f"{view.path(sort=following)}#{ID}",
        **{"data-stay": ""},
    )


def _pages(view: RecipientsView) -> list[Component]:
    """Links to the first, the last and the pages beside this one."""
    if view.pages == 1:
        return []
    words, now = view.words, view.page
    near = sorted({1, view.pages, *range(max(1, now - 2), min(view.pages, now + 2) + 1)})
    links = []
    for before, page in zip([0, *near], near, strict=False):
        links += [html.Li("…", **aria(hidden="true"))] if page > before + 1 else []
        links.append(html.Li(_page(str(page), page, view)))
    if now > 1:
        links.insert(0, html.Li(_page(words.t("recipients.page.previous"), now - 1, view)))
    if now < view.pages:
        links.append(html.Li(_page(words.t("recipients.page.next"), now + 1, view)))
    return [html.Nav(html.Ul(links), className="pager",
                     **aria(label=words.t("recipients.page.pages")))]  # fmt: skip


def _page(text: str, page: int, view: RecipientsView) -> Component:
    current = {"aria-current": "page"} if page == view.page else {}
    href = f"{view.path(page=page)}#{ID}"
    return html.A(text, href=href, **{"data-stay": "", **current})
