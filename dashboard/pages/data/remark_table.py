"""The history of remarks: who remarked what on which figures, and which were withdrawn and why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dashboard.frame import html
from dashboard.frame.plain_table import day, plain_table
from dashboard.frame.remarks_note import remark_link
from dashboard.indicators.remarks import remark_about, withdrawn_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from data.asking.remarks import OfficeRemark


def remark_table(
    remarks: Iterable[OfficeRemark], words: Language, *, labelled_by: str
) -> Component:
    """A row a remark, as they were made; what was withdrawn is struck out.

    Args:
        remarks: As `data.asking.remarks.remarks`.
        words: Language.
        labelled_by: Id of the heading that names the table.
    """
    columns = ("about", "day", "office", "text")
    return plain_table(
        [words.t(f"data.remarks.{name}") for name in columns],
        [_cells(each, words) for each in remarks],
        labelled_by=labelled_by,
    )


def _cells(remark: OfficeRemark, words: Language) -> list[Any]:
    text, gone = remark.text(words.code), withdrawn_text(remark, words)
    said: list[Component | str] = [html.Del(text) if gone else text]
    end = [html.P(gone)] if gone else []
    return [
        [html.P(remark_about(remark, words)), html.Code(remark.remark)],
        day(remark.made_on),
        remark.office,
        [html.P([*said, *remark_link(remark, words)]), *end],
    ]
