"""The page of one recipient: how much it got, from whom, for what, and what else is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.page import Content
from dashboard.frame.places import RECIPIENT_SLUGS, place_link
from dashboard.frame.source_line import source_text
from dashboard.indicators.figures import SIGNS
from dashboard.pages.recipients.finding import found
from dashboard.pages.recipients.item_lists import competitions, grants, kin, services
from dashboard.pages.recipients.item_money import areas, given, years
from dashboard.pages.recipients.noted import badge
from dashboard.pages.recipients.table import paid_text
from dashboard.pages.recipients.view import INVENTED, labels, places, sources_of
from data.asking.recipients import recipient_receipts

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language


def layout(atlas: Atlas, words: Language, query: str, key: str) -> Content:  # noqa: ARG001
    """The recipient of a code; its page has one view.

    Raises:
        NoItem: There is none.
    """
    row = found(key, atlas, words)
    received = recipient_receipts(atlas.store, row["item"])
    sentence = sentence_of(row, received, words)
    panels = {
        "facts": [_facts(row, atlas, words), *kin(row, atlas, words)],
        "years": years(received, words),
        "given": given(received, words),
        "areas": areas(received, atlas, words),
        "competitions": competitions(received, atlas, words),
        "grants": grants(row, atlas, words),
        "services": services(row, atlas, words),
    }
    sign = words.t("mark.provisional.text", sign=SIGNS["provisional"])
    body = html.Div(
        [
            _trail(words),
            html.Div(
                [html.H1(row["name"]), badge(words, demo=row["demo"])], className="title-line"
            ),
            html.P(sentence, id="sentence", className="sentence"),
            *(_panel(name, content, words) for name, content in panels.items() if content),
            *([html.P(sign, className="signs")] if received["provisional"].any() else []),
            html.P(source_of(row, received, atlas, words), className="source"),
        ],
        className="stack recipient",
    )
    return Content(body, row["name"], sentence)


def sentence_of(row: dict[str, Any], received: pd.DataFrame, words: Language) -> str:
    """What it got in all, and from how many municipalities."""
    span = {"first": row["first_year"], "last": row["last_year"]}
    when = words.t("recipient.year" if row["first_year"] == row["last_year"] else "recipient.span",
                   **span)  # fmt: skip
    said = []
    if row["paid"] == row["paid"]:
        paid = paid_text(row["paid"], words, provisional=bool(received["provisional"].any()))
        said.append(words.t("recipient.paid", sum=paid, when=when))
    if row["awarded"] == row["awarded"]:
        said.append(words.t("recipient.awarded", sum=words.money(row["awarded"])))
    said.append(words.n("recipient.municipalities", row["municipalities"]))
    return " ".join(said)


def _panel(name: str, content: list[Component], words: Language) -> Component:
    heading = html.H2(words.t(f"recipient.{name}"), id=f"{name}-title")
    return html.Section(
        [heading, *content], className=f"panel panel-{name}", **aria(labelledby=f"{name}-title")
    )


def _trail(words: Language) -> Component:
    path = words.path(f"/{RECIPIENT_SLUGS[words.code]}")
    return html.Nav(
        html.Ol([html.Li(html.A(words.t("page.recipients.title"), href=path))]),
        className="trail",
        **aria(label=words.t("commitment.trail")),
    )


def _facts(row: dict[str, Any], atlas: Atlas, words: Language) -> Component:
    """What is known of it besides money; what is not says so."""
    untold = html.Span(words.t("recipient.untold"), className="untold")
    closed = row["closed_on"]
    ended = words.date(closed) if closed == closed and closed is not None else ""  # noqa: PLR0124
    facts: dict[str, Any] = {
        "code": row["code"],
        "kind": labels("kind", atlas, words).get(row["kind"] or "", untold),
        "legal_form": labels("legal_form", atlas, words).get(row["legal_form"] or "", untold),
        "home": place_link(places()[row["municipality"]], words),
        **({"closed": ended} if ended else {}),
    }
    return html.Dl(
        [
            html.Div([html.Dt(words.t(f"recipients.column.{name}")), html.Dd(fact)])
            for name, fact in facts.items()
        ],
        className="facts",
    )


def source_of(row: dict[str, Any], received: pd.DataFrame, atlas: Atlas, words: Language) -> str:
    """Whose figures these are; constant prices rest on the price index too."""
    prices = [name for name in atlas.sources()["source"] if name.startswith("prices")]
    if row["demo"]:
        return source_text([INVENTED, *prices], atlas, words)
    told = received[["municipality", "year"]].drop_duplicates().itertuples(index=False)
    ids = {each for place, year in told for each in sources_of(atlas, place, year)}
    return source_text([*sorted(ids), *prices], atlas, words)
