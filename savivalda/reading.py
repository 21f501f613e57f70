"""What an atlas is read through, be it a file or an address: a table's rows, and what they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd


@dataclass(frozen=True)
class TableRows:
    """The rows of a table, as they came.

    Attributes:
        frame: its rows and columns; types not made alike yet.
        version: of the data.
        built_at: when they were made, UTC: "2026-11-21T12:30:00+00:00".
        source: whose data they are, with dates, in a line.
        demonstration: that some or all is invented, in words; empty where nothing is.
        licence: on what terms they may be used.
    """

    frame: pd.DataFrame
    version: str
    built_at: str
    source: str
    demonstration: str
    licence: str


class AtlasReader(Protocol):
    """Where tables come from."""

    @property
    def where(self) -> str:
        """The path or address, to be told."""

    @property
    def language(self) -> str:
        """Of names: lt or en."""

    def tables(self) -> tuple[str, ...]:
        """Names of the tables, in the order to show them in."""

    def read(self, table: str, params: Mapping[str, str], limit: int | None) -> TableRows:
        """Every row of a table that is asked for.

        Args:
            table: Its name.
            params: As addresses of the interface have them, but for `limit` and `lang`.
            limit: How many rows; None for all.

        Raises:
            CannotAsk: No such table, parameter or value.
            NoAnswer: The atlas does not answer.
        """

    def figure(self, params: Mapping[str, str], rows: int) -> dict[str, Any]:
        """One figure with its trace, as plain values.

        Args:
            params: What is chosen, as addresses of the interface have it.
            rows: How many of the rows behind it are told.

        Raises:
            CannotAsk: No such value.
            NoAnswer: The atlas does not answer.
        """

    def picture(self, query: str, picture: str, look: str) -> str:
        """A picture of the researcher's bench, as SVG.

        Args:
            query: What the bench shows, as its address has it.
            picture: Its id, or empty for the first.
            look: `light` or `dark`.

        Raises:
            CannotAsk: The view has no such picture.
            NoAnswer: The atlas does not answer.
        """

    def close(self) -> None:
        """Let go of it; reading afterwards is an error."""
