"""A draft written, checked, and what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.forms.checking.check import check_file
from data.forms.checking.context import Context
from tests.data.forms.writers import write_xlsx

if TYPE_CHECKING:
    from pathlib import Path

    from data.forms.checking.report import Report
    from tests.data.forms.drafts import Draft


DEMO = Context(demo=True)


def check(draft: Draft, folder: Path, context: Context = DEMO, **options: Any) -> Report:
    return check_file(write_xlsx(draft, folder / "form.xlsx"), context=context, **options)


def found(report: Report) -> list[tuple[str, str]]:
    return [(problem.code, problem.place) for problem in report.problems]
