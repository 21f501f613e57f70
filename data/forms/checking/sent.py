"""A form that was sent by somebody: checked apart from everything else, and never written down."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from data.forms.checking.answer import Checked, read, written
from data.forms.checking.apart import Died, apart
from data.forms.checking.check import NOTHING_KNOWN, check_content, named, unreadable
from data.forms.checking.known import at_hand

if TYPE_CHECKING:
    from data.catalog import Lang
    from data.forms.checking.context import Context

LONGEST = 10.0
"""Seconds after which a form is given up."""

MEMORY = 1_000_000_000
"""Bytes that its process may take; reading needs a third of that at the most."""

ANSWER = 32_000_000
"""Bytes of its answer: ten thousand problems, and a marked copy of the largest form."""


@dataclass(frozen=True)
class PackedContext:
    """What is known beforehand, packed once for all forms: for the whole country it is long.

    Attributes:
        packed: the context.
        years: municipality-years that a form can be compared with.
    """

    packed: bytes
    years: frozenset[tuple[str, int]]

    @classmethod
    def of(cls, context: Context) -> PackedContext:
        """Pack a context."""
        return cls(pickle.dumps(context), frozenset(context.totals))


NOTHING = PackedContext.of(NOTHING_KNOWN)


def check_sent(
    content: bytes,
    name: str,
    *,
    known: PackedContext = NOTHING,
    mark: Lang | None = None,
    longest: float = LONGEST,
    memory: int = MEMORY,
) -> Checked:
    """Check a form in a process of its own.

    Args:
        content: the file.
        name: what it is called.
        known: what is known beforehand.
        mark: language of a marked copy, None if none is wanted.
        longest: seconds after which it is given up.
        memory: bytes that its process may take.

    Returns:
        Its report, whatever happens: one that takes too long or ends its process gets a report
        that says so.
    """
    try:
        work = partial(_check, content, name, known.packed, mark)
        return read(apart(work, longest=longest, memory=memory, most=ANSWER), named(name))
    except TimeoutError:
        return Checked(unreadable(named(name), "too_slow", limit=f"{longest:g}"))
    except (Died, ValueError):
        return Checked(unreadable(named(name), "reader_died"))


def _check(content: bytes, name: str, packed: bytes, mark: Lang | None) -> bytes:
    context: Context = pickle.loads(packed)  # noqa: S301 - the process that asks packed it
    report = replace(check_content(content, name, context=at_hand(context)), rows=None)
    if mark is None or report.unreadable:
        return written(Checked(report))
    from data.forms.checking.marking import marked_content  # noqa: PLC0415 - openpyxl is slow to import

    return written(Checked(report, marked_content(report, content, mark)))
