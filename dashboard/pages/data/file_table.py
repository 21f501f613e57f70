"""The files of the whole data set, each with what proves that it arrived whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.frame import html
from dashboard.frame.plain_table import plain_table
from data.dataset.offered import LICENCE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dash.development.base_component import Component

    from dashboard.language.i18n import Language
    from data.dataset.offered import DataFile


def file_table(files: Sequence[DataFile], words: Language, *, labelled_by: str) -> Component:
    """A row a file; its name is the link that takes it."""
    columns = ("name", "what", "size", "licence", "checksum")
    rows = [
        [
            html.A(file.name, href=f"/data/{file.name}", download=True),
            words.t(f"data.take.{file.kind}"),
            f"{words.number(file.bytes / 1_000_000, 1)}\u00a0MB",
            LICENCE,
            html.Code(file.sha256, className="checksum"),
        ]
        for file in files
    ]
    return plain_table(
        [words.t(f"data.take.{name}") for name in columns], rows, labelled_by=labelled_by
    )
