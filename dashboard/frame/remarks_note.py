"""What municipalities and NGO centres remark on figures, as it stands beside them on any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.aria import aria
from dashboard.frame.plain_table import day
from dashboard.indicators.figures import SIGNS
from dashboard.indicators.remarks import remark_about

if TYPE_CHECKING:
    from collections.abc import Iterable

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from data.asking.remarks import OfficeRemark


def remarks_note(remarks: Iterable[OfficeRemark], words: Language) -> list[Component]:
    """A list of remarks under their own label; nothing where there is none.

    Args:
        remarks: Those that stand, as `data.asking.remarks.standing` returns them.
        words: Language.
    """
    items = [_item(each, words) for each in remarks]
    if not items:
        return []
    label = words.t("remark.label")
    sign = html.Span(SIGNS["remarked"], className="remark-sign", **aria(hidden="true"))
    return [
        html.Div(
            [html.P([sign, " ", label], className="remark-label"), html.Ul(items)],
            className="remarks",
            role="group",
            **aria(label=label),
        )
    ]


def remark_link(remark: OfficeRemark, words: Language) -> list[Component | str]:
    """Where more is said, if it is anywhere."""
    if not remark.link:
        return []
    return [" ", html.A(words.t("remark.link"), href=remark.link, rel="external")]


def _item(remark: OfficeRemark, words: Language) -> Component:
    whose = [html.Strong(remark.office), ", ", day(remark.made_on), " ("]
    said = [remark_about(remark, words), "): ", remark.text(words.code)]
    return html.Li([*whose, *said, *remark_link(remark, words)])
