"""The atlas behind the pages: the open store and what has been computed from its present version.

It is the one place that remembers, and knows no page; a newly published database empties it.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future
from typing import TYPE_CHECKING, Any, TypeVar

from data.asking.views import codes, sources, submissions
from data.catalog import FIGURES
from data.dataset.offered import folder_name, folders_of, offered
from data.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable
    from pathlib import Path

    import pandas as pd

    from dashboard.language.i18n import Language
    from data.asking.store import Store
    from data.dataset.offered import DataFile

Settled = TypeVar("Settled")

REMEMBERED = 256
"""Answers kept. A view takes about 30 kB as JSON, a fifth of what its objects would, and a few
milliseconds to be made anew: more would cost a worker memory and save it little time."""


TRIES = 3
"""How often it is asked again because a build was published meanwhile."""

STATED = ("not_asked", "no_answer", "declared_zero")
"""States of forms that are states of figures too, and say what a municipality did."""


class Atlas:
    """Answers what the pages ask, remembering it for as long as the data stay the same."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._version = ""
        self._kept: dict[Hashable, Future[Any]] = {}
        self._lock = threading.Lock()

    def once(self, key: Hashable, make: Callable[[], Any]) -> Any:
        """What `make` gives, made once for the present data.

        Whoever asks for a key that is being made waits for it; other keys are made meanwhile.
        What `make` raises reaches all who wait, and the next to ask tries again.
        """
        kept, answer, mine = self._claim(key)
        if mine:
            try:
                made = make()
            except BaseException as error:
                with self._lock:
                    if kept.get(key) is answer:
                        del kept[key]
                answer.set_exception(error)
                raise
            answer.set_result(made)
        return answer.result()

    def _claim(self, key: Hashable) -> tuple[dict[Hashable, Future[Any]], Future[Any], bool]:
        """The answers of the present data, the one of the key, and whether the caller makes it.

        A new version begins with a new dictionary; what is still being made for the former one
        reaches those who wait for it and is kept nowhere.
        """
        with self._lock:
            version = self.store.version  # asked inside, so that no thread goes back to a former
            if version != self._version:
                self._version, self._kept = version, {}
            kept = self._kept
            if key in kept:
                return kept, kept[key], False
            kept[key] = Future()
            if len(kept) > REMEMBERED:
                del kept[next(iter(kept))]  # the oldest
            return kept, kept[key], True

    def settled(self, make: Callable[[], Settled]) -> Settled:
        """What `make` gives of one version of the data, even if another is published meanwhile.

        Raises:
            StoreError: Again and again another was published.
        """
        for _ in range(TRIES):
            before = self.store.version
            made = make()
            if self.store.version == before:
                return made
        raise StoreError(f"{self.store.path} was replaced {TRIES} times while it was asked")

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
        """Codes of the policy areas that can be chosen."""
        known = self.codes("policy_area")
        return tuple(known["code"][known["offered"]])

    @property
    def is_demo(self) -> bool:
        """Whether the figures of municipalities are the demonstration set."""
        return bool((self.sources()["kind"] == "demo").any())

    def labels(self, name: str, language: Language, figures: str = FIGURES[0]) -> dict[str, str]:
        """The words of a code list.

        A state of a figure says that it is invented, where municipalities are shown in it of
        which nothing is known: that somebody did not answer is said of a real one. Among real
        figures alone none is.
        """
        frame = self.codes(name)
        found = dict(zip(frame["code"], frame[f"label_{language.code}"], strict=True))
        if name != "value_state" or figures == "real":
            return found
        remarks = self.once("invented states", lambda: _invented(submissions(self.store)))
        return found | {
            code: language.t(remark, state=found[code])
            for code, remark in remarks.items()
            if code in found
        }


def _invented(forms: pd.DataFrame) -> dict[str, str]:
    """By state of the form, as far as it is invented: the text that says so."""
    shares = forms.groupby("state")["demo"].mean()
    return {
        state: "state.invented" if share == 1 else "state.partly_invented"
        for state, share in shares.items()
        if share and state in STATED
    }
