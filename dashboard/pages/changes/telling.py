"""A change in a sentence that leads to what changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from dashboard.commitments.view import list_path
from dashboard.frame import html
from dashboard.frame.choices import REAL
from dashboard.frame.places import DATA_SLUGS, figure_path, place_path
from dashboard.indicators.headline import lowered
from dashboard.indicators.writing import subject
from dashboard.pages.changes.figures import base_view, figure_ends
from geo.places import municipalities

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dash.development.base_component import Component

    from dashboard.answers import Atlas
    from dashboard.language.i18n import Language
    from dashboard.pages.changes.reading import Row

LISTS = ("change_kind", "submission_state", "value_state", "commitment_status", "assessor")
"""Code lists that changes are told with."""


@dataclass(frozen=True)
class ChangeWords:
    """Tells of changes in a language.

    Attributes:
        atlas: Whose labels are used.
        words: The language.
    """

    atlas: Atlas
    words: Language

    def said(self, row: Row) -> Component:
        """The sentence of a row of the table change, a link where there is something to go to."""
        tell: dict[str, Callable[[Row], tuple[str, str]]] = {
            "form": self._form,
            "correction": self._correction,
            "remark": self._remark,
            "figure": self._figure,
            "status": self._status,
            "source": self._source,
        }
        text, there = tell[row["kind"]](row)
        return html.A(text, href=there)

    @cached_property
    def labels(self) -> Mapping[str, Mapping[str, str]]:
        """Labels by code list, as they are: what is invented is marked below, each by itself."""
        return {name: self.atlas.labels(name, self.words, REAL) for name in LISTS}

    @property
    def kinds(self) -> Mapping[str, str]:
        """Names of the kinds of changes."""
        return self.labels["change_kind"]

    def counted(self, counts: Mapping[str, int]) -> str:
        """How many changes of each kind."""
        return ", ".join(self.words.n(f"changes.count.{kind}", n) for kind, n in counts.items())

    def _form(self, row: Row) -> tuple[str, str]:
        states = self.labels["submission_state"]
        before, after = (lowered(states.get(row[end], "–")) for end in ("before", "after"))
        year = self._year(row)
        if before == after and row["before_demo"] == row["after_demo"]:
            said = self.words.t("changes.form_replaced", year=year, state=after)
            return self._marked(said, invented=row["after_demo"]), self._place(row)
        ends = self._ends(row, None if row["before"] is None else before, after)
        return self.words.t("changes.form", year=year, change=ends), self._place(row)

    def _correction(self, row: Row) -> tuple[str, str]:
        ends = [row[end] and self._number(row[end]) for end in ("before", "after")]
        numbers = self._ends(row, *ends) if row["after"] else ""
        if not numbers:
            numbers = self._marked("", invented=row["after_demo"] or row["before_demo"])
        what = " ".join(filter(None, [self._year(row), row["detail"], numbers]))
        withdrawn = row["after_demo"] is None
        key = "changes.correction_withdrawn" if withdrawn else "changes.correction"
        there = self.words.path(f"/{DATA_SLUGS[self.words.code]}#corrections")
        return self.words.t(key, what=what), there

    def _remark(self, row: Row) -> tuple[str, str]:
        name = self.words.t("changes.all_figures")
        if row["indicator"]:
            name = self.words.t(f"indicator.{row['indicator']}.name")
        what = ", ".join(filter(None, [name, self._year(row)]))
        withdrawn = row["after_demo"] is None
        key = "changes.remark_withdrawn" if withdrawn else "changes.remark"
        return self.words.t(key, what=what, office=row["detail"]), self._place(row)

    def _figure(self, row: Row) -> tuple[str, str]:
        view = base_view(row)
        before, after = figure_ends(row, self.words, self.labels["value_state"])
        what = {"what": subject(view, self.words), "year": self._year(row)}
        there = figure_path(
            self.words,
            indicator=view.indicator,
            unit=view.unit,
            area=view.area,
            municipality=row["municipality"],
            year=int(row["year"]),
        )
        if before == after and row["before_demo"] == row["after_demo"]:
            said = self._marked(after, invented=row["after_demo"])
            return self.words.t("changes.figure_same", **what, figure=said), there
        ends = self._ends(row, None if row["before"] is None else before, after)
        return self.words.t("changes.figure", **what, change=ends), there

    def _status(self, row: Row) -> tuple[str, str]:
        statuses = self.labels["commitment_status"]
        before, after = (lowered(statuses.get(row[end], "–")) for end in ("before", "after"))
        ends = self._ends(row, None if row["before"] is None else before, after)
        said = self.words.t(
            "changes.status",
            title=self._title(row),
            assessor=self.labels["assessor"].get(row["detail"], row["detail"]),
            change=ends,
        )
        return said, f"{list_path(self.words)}/{row['subject']}"

    def _source(self, row: Row) -> tuple[str, str]:
        ends = self._ends(row, row["before"], row["after"])
        if row["after"] is None:
            key = "changes.source_gone"
        else:
            key = "changes.source" if row["before"] else "changes.source_new"
        said = self.words.t(key, title=self._title(row), change=ends)
        return said, self.words.path(f"/{DATA_SLUGS[self.words.code]}#sources")

    def _ends(self, row: Row, before: str | None, after: str | None) -> str:
        """From what to what, or the one of the two that there is; what is invented is marked."""
        was, now = row["before_demo"], row["after_demo"]
        if before and after and was and now:
            return self._marked(f"{before} → {after}", invented=True)
        ends = ((before, was), (after, now))
        return " → ".join(self._marked(said, invented=demo) for said, demo in ends if said)

    def _marked(self, said: str, *, invented: bool | None) -> str:
        return self.words.t("changes.invented", said=said).strip() if invented else said

    def _number(self, text: str) -> str:
        number = float(text)
        return self.words.number(number, 0 if number.is_integer() else 2)

    def _year(self, row: Row) -> str:
        return "" if row["year"] is None else self.words.t("year.of", year=int(row["year"]))

    def _title(self, row: Row) -> str:
        return str(row[f"title_{self.words.code}"] or row["subject"])

    def _place(self, row: Row) -> str:
        place = next(each for each in municipalities() if each.code == row["municipality"])
        query = f"year={int(row['year'])}" if row["year"] else ""
        return place_path(place, self.words, query)
