"""What can go wrong with an open atlas, each with the words that help to mend it.

The tree::

    AtlasError
    ├── CannotOpen     there is no atlas at that path or address, or it is of another version
    ├── NoAnswer       nobody answers, or only that it cannot
    │   └── NotUnderstood  what answers is not the interface for programs
    ├── CannotAsk      no such table, filter or value; `known` lists what there is
    └── NotInstalled   the libraries for shapes are not there

and ``Demonstration``, the warning that invented figures have come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class AtlasError(Exception):
    """Any error of this package."""


class CannotOpen(AtlasError):
    """There is no atlas there, or none that this version reads; says what was expected."""


class NoAnswer(AtlasError):
    """The atlas is closed, gone or too busy, or takes too long to find what is asked for."""


class NotUnderstood(NoAnswer):
    """What answers at that address is not the atlas's interface for programs."""


class CannotAsk(AtlasError, ValueError):
    """Something cannot be asked like that.

    Attributes:
        name: What has the wrong value: a filter, a choice, or ``table``.
        value: The value, as text.
        known: What there is instead, as far as it can be listed.
        near: Those of them that may be meant.
    """

    def __init__(
        self,
        name: str,
        value: str,
        expected: str,
        known: Iterable[str] = (),
        near: Iterable[str] = (),
    ) -> None:
        self.name, self.value = name, value
        self.known, self.near = tuple(known), tuple(near)
        meant = f" (meant {' or '.join(map(repr, self.near))}?)" if self.near else ""
        listed = f"; there are: {', '.join(self.known)}" if self.known else ""
        super().__init__(f"{name} is {value!r}: expected {expected}{meant}{listed}")


class NotInstalled(AtlasError, ImportError):
    """Shapes need libraries that are not installed; names the extra that brings them."""


class Demonstration(UserWarning):
    """Some of the figures are invented: not fit for conclusions about any municipality.

    Given once for each opened atlas, when the first such figures come; every frame says so itself
    in ``frame.attrs["demonstration"]``, and its rows in the column ``demo``.
    """
