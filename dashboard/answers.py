"""The atlas behind the pages: the open store and what has been computed from its present version.

It is the one place that remembers, and knows no page; a newly published database empties it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from data.asking.views import codes, sources
from data.dataset.offered import folder_name, folders_of, offered

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    import pandas as pd

    from dashboard.language.i18n import Language
    from data.asking.store import Store
    from data.dataset.offered import DataFile

REMEMBERED = 512
"""Answers kept; a view takes about 40 kB as JSON, a fifth of what its objects would."""


class Atlas:
    """Answers what the pages ask, remembering it for as long as the data stay the same."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._version = ""
        self._kept: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for the present data."""
        if self._version != self.store.version or len(self._kept) >= REMEMBERED:
            self._version, self._kept = self.store.version, {}
        kept = self._kept  # another thread may begin anew meanwhile
        if key not in kept:
            kept[key] = make()
        return kept[key]

    def sources(self) -> pd.DataFrame:
        """All sources, as `data.asking.views.sources`."""
        frame: pd.DataFrame = self.once("sources", lambda: sources(self.store))
        return frame

    def codes(self, name: str) -> pd.DataFrame:
        """A code list, as `data.asking.views.codes`."""
        frame: pd.DataFrame = self.once(("codes", name), lambda: codes(self.store, name))
        return frame

    def files(self) -> tuple[DataFile, ...]:
        """The files of the whole data set; none where the build's are not beside the database."""
        return offered(self.dataset)

    @property
    def dataset(self) -> Path:
        """The folder of those files."""
        name = folder_name(self.store.version, self.store.built_at)
        return folders_of(self.store.path) / name

    @property
    def areas(self) -> tuple[str, ...]:
        """Codes of the policy areas."""
        return tuple(self.codes("policy_area")["code"])

    @property
    def is_demo(self) -> bool:
        """Whether the figures of municipalities are the demonstration set."""
        return bool((self.sources()["kind"] == "demo").any())

    def labels(self, name: str, language: Language) -> dict[str, str]:
        """The words of a code list."""
        frame = self.codes(name)
        return dict(zip(frame["code"], frame[f"label_{language.code}"], strict=True))
