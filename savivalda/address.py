"""Tables of an atlas that runs at an address, by its interface for programs."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode, urlsplit

import pandas as pd

from data.errors import near
from data.tidy.described import tidy_tables
from savivalda.answers import Answers
from savivalda.errors import CannotAsk, CannotOpen, NoAnswer, NotUnderstood
from savivalda.fetching import fetched
from savivalda.reading import TableRows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from savivalda.fetching import FetchAddress

INTERFACE = "api/v1"
PAGE = 10_000
"""Rows asked for at once; the interface gives no more."""

FIRST = "first"
"""Stands in addresses for the first picture of a view."""

READINGS = 3
"""How often a table is begun anew because new data were published while it was read."""


class AddressReader:
    """Reads a running atlas.

    Args:
        where: Its address, without a slash at the end.
        language: Of names: lt or en.
        timeout: Seconds without a byte after which it counts as not answering.
        fetch: Asks an address.

    Raises:
        NoAnswer: Nobody answers there.
        CannotOpen: Somebody does, but not the atlas's interface of this version.
    """

    def __init__(
        self, where: str, language: str, *, timeout: float = 30.0, fetch: FetchAddress = fetched
    ) -> None:
        self.where, self.language = where, language
        self._answers = Answers(fetch, timeout)
        self._closed = False
        try:
            listed = self._answers.get(f"{where}/{INTERFACE}?lang={language}", "data")
            self._tables = tuple(str(each["resource"]) for each in listed["data"])
        except (CannotAsk, NotUnderstood, LookupError, TypeError) as error:
            raise CannotOpen(
                f"{where} is no atlas that this version reads: expected its interface for programs "
                f"at {where}/{INTERFACE} ({error})"
            ) from error

    def tables(self) -> tuple[str, ...]:
        """Names of the tables."""
        return self._tables

    def read(self, table: str, params: Mapping[str, str], limit: int | None) -> TableRows:
        """Every row that is asked for; see `savivalda.reading.AtlasReader.read`."""
        self._require_open()
        if table not in self._tables:
            raise CannotAsk("table", table, "a table", self._tables, near(table, self._tables))
        size = PAGE if limit is None else min(PAGE, limit)
        asked = urlencode({**params, "limit": size, "lang": self.language})
        address = f"{self.where}/{INTERFACE}/{quote(table, safe='')}?{asked}"
        for _ in range(READINGS):
            try:
                pages = list(self._pages(address, limit))
            except CannotAsk as error:
                if error.name != "cursor":
                    raise
                continue  # that of data which have been replaced
            if len({page["meta"]["version"] for page in pages}) == 1:
                return _rows(table, params, pages, limit)
        raise NoAnswer(f"{address}: new data are published again and again while it is read")

    def _pages(self, address: str | None, limit: int | None) -> Iterator[dict[str, Any]]:
        """What follows is asked for where the first was: a proxy may hide what is behind it."""
        rows = 0
        while address and (limit is None or rows < limit):
            page = self._answers.get(address, "data", "meta", "next")
            yield page
            rows += len(page["data"])
            following = page["next"] and urlsplit(page["next"])
            address = following and urlsplit(address)._replace(query=following.query).geturl()

    def figure(self, params: Mapping[str, str], rows: int) -> dict[str, Any]:
        """A figure with its trace; see `savivalda.reading.AtlasReader.figure`."""
        self._require_open()
        asked = urlencode({**params, "limit": rows, "lang": self.language})
        found = self._answers.get(f"{self.where}/{INTERFACE}/figure?{asked}", "data")
        told: dict[str, Any] = found["data"]
        return told

    def picture(self, query: str, picture: str, look: str) -> str:
        """A picture of the bench; see `savivalda.reading.AtlasReader.picture`."""
        self._require_open()
        asked = "&".join(filter(None, (query, urlencode({"look": look}))))
        name = quote(picture or FIRST, safe="")
        address = f"{self.where}/download/{self.language}/research/{name}.svg?{asked}"
        try:
            return self._answers.picture(address)
        except NotUnderstood as error:
            if not picture:
                raise
            raise CannotAsk("picture", picture, "a picture of the view") from error

    def close(self) -> None:
        """Ask no more."""
        self._closed = True

    def _require_open(self) -> None:
        if self._closed:
            raise NoAnswer(f"the atlas of {self.where} is closed")


def _rows(
    table: str, params: Mapping[str, str], pages: list[dict[str, Any]], limit: int | None
) -> TableRows:
    metas = [page["meta"] for page in pages]
    rows = [row for page in pages for row in page["data"]][:limit]
    described = tidy_tables().get(table)
    named = params["fields"].split(",") if "fields" in params else described and described.columns
    return TableRows(
        pd.DataFrame(rows, columns=list(rows[0] if rows else named or ()), dtype=object),
        version=metas[0]["version"],
        built_at=datetime.fromisoformat(metas[0]["built_at"]).isoformat(),
        source=" ".join(dict.fromkeys(each["source"] for each in metas)),
        demonstration=next((each["demonstration"] for each in metas if each["demo"]), ""),
        licence=metas[0]["licence"],
    )
