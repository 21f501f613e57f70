"""The atlas behind the pages: the open store and what has been computed from its present version.

It is the one place that remembers; a newly published database empties it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from dashboard.mapview import MapView, payload, read_map_view
from dashboard.options import area_options
from dashboard.writing import source_text
from data.catalog import INDICATORS
from data.views import codes, sources

if TYPE_CHECKING:
    import pandas as pd

    from dashboard.i18n import Language
    from dashboard.state import View
    from data.store import Store

REMEMBERED = 512
"""Views kept; one takes about 40 kB, so that a worker stays small."""


class Atlas:
    """Answers what the pages ask, remembering it for as long as the data stay the same."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._payload = lru_cache(REMEMBERED)(self._compute_payload)
        self._frame = lru_cache(64)(self._compute_frame)

    def view(self, view: View) -> MapView:
        """The figures of a view, all years."""
        return read_map_view(self.store, view)

    def payload(self, view: View, language: Language) -> dict[str, Any]:
        """A view as the browser takes it; do not change what is returned."""
        return self._payload(self.store.version, view, language)

    def sources(self) -> pd.DataFrame:
        """All sources, as `data.views.sources`."""
        return self._frame(self.store.version, "sources")

    def codes(self, name: str) -> pd.DataFrame:
        """A code list, as `data.views.codes`."""
        return self._frame(self.store.version, name)

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

    def _compute_payload(self, _version: str, view: View, language: Language) -> dict[str, Any]:
        source_ids = (*INDICATORS[view.indicator].source, "boundaries")
        return payload(self.view(view), language) | {
            "areas": area_options(view.indicator, self.labels("policy_area", language), language),
            "source": source_text(self.sources(), source_ids, self.store.version, language),
        }

    def _compute_frame(self, _version: str, name: str) -> pd.DataFrame:
        return sources(self.store) if name == "sources" else codes(self.store, name)
