"""Tables out of a published database on this machine."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from dashboard.answers import Atlas
from dashboard.language.i18n import language as words_of
from dashboard.resources.asking import ask
from dashboard.resources.params import read_params
from dashboard.resources.registry import RESOURCES
from dashboard.resources.resource import WrongAsked
from dashboard.resources.telling import require_known
from data.asking.store import Store
from data.dataset.offered import LICENCE
from data.errors import StoreError, near
from savivalda.asked import MOST
from savivalda.errors import CannotAsk, CannotOpen, NoAnswer
from savivalda.reading import TableRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path


PATIENCE = 120.0
"""Seconds for a table: whoever asks waits for nobody else, and wants it whole."""


class FileReader:
    """Reads a published database.

    Args:
        path: The DuckDB file.
        language: Of names: lt or en.

    Raises:
        CannotOpen: There is no such file, it is locked, or it is not a published database.
    """

    def __init__(self, path: Path, language: str) -> None:
        self.where, self.language = str(path), language
        try:
            self._store = Store(path)
        except StoreError as error:
            raise CannotOpen(str(error)) from error
        self._atlas = Atlas(self._store)
        try:
            self.read("municipalities", {}, 1)
        except NoAnswer as error:
            self.close()
            raise CannotOpen(
                f"{path} was built by another version of the atlas: expected its tables for "
                f"programs. Run `savivalda build` to make it anew ({error})"
            ) from error

    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return tuple(RESOURCES)

    def read(self, table: str, params: Mapping[str, str], limit: int | None) -> TableRows:
        """Every row that is asked for; see `savivalda.reading.AtlasReader.read`."""
        if table not in RESOURCES:
            raise CannotAsk("table", table, "a table", RESOURCES, near(table, RESOURCES))
        resource = RESOURCES[table]
        with _told_wrong(table):
            choices, asked = read_params(
                resource, {**params, "limit": str(limit or MOST)}, most=MOST
            )
            require_known(resource, asked, self._atlas)
            words = words_of(self.language)
            answer = ask(self._atlas, words, resource, choices, asked, seconds=PATIENCE)
        return TableRows(
            answer.frame,
            answer.version,
            answer.built_at.isoformat(),
            answer.source,
            answer.mark,
            LICENCE,
        )

    def figure(self, params: Mapping[str, str], rows: int) -> dict[str, Any]:
        """A figure with its trace; see `savivalda.reading.AtlasReader.figure`."""
        # The figure's page tells it, and pages bring Dash along: not for those who want tables.
        from dashboard.pages.figure.asked import figure_asked  # noqa: PLC0415
        from dashboard.pages.figure.told import figure_told  # noqa: PLC0415

        with _told_wrong("figure"):
            view = figure_asked(self._atlas, words_of(self.language), params)
            return figure_told(view, most=rows)

    def picture(self, query: str, picture: str, look: str) -> str:
        """A picture of the bench; see `savivalda.reading.AtlasReader.picture`."""
        # What draws brings Dash's elements along: not for those who want tables.
        from dashboard.charts.series import ChartOptions  # noqa: PLC0415
        from dashboard.research.bench import read_bench  # noqa: PLC0415
        from dashboard.research.registry import view_of  # noqa: PLC0415

        with _told_wrong("picture"):
            view = view_of(read_bench(self._atlas, words_of(self.language), query))
            pictures = {each.id: each for each in view.pictures}
            found = pictures.get(picture or next(iter(pictures), ""))
            if found is None:
                raise WrongAsked("picture", picture, "a picture of the view", (*pictures,))
            return found.draw(ChartOptions(look=look))

    def close(self) -> None:
        """Close the database."""
        self._store.close()


@contextmanager
def _told_wrong(table: str) -> Iterator[None]:
    """Errors of the atlas become those of this package."""
    try:
        yield
    except WrongAsked as wrong:
        raise CannotAsk(wrong.name, wrong.value, wrong.expected, wrong.known, wrong.near) from wrong
    except StoreError as error:
        raise NoAnswer(f"{table}: {error}") from error
