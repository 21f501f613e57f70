"""How the command line fails: one plain message instead of a trace."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import click

from dashboard.cli.ending import interrupted
from data.errors import SavivaldaError, plainly
from geo.errors import GeoError

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def or_say(work: Callable[[], T]) -> T:
    """Does the work; an expected failure becomes the command's message.

    Raises:
        ClickException: With the message of the failure.
        KeyboardInterrupt: Ctrl-C was the failure.
    """
    try:
        return work()
    except (OSError, SavivaldaError, GeoError, ValueError) as error:
        if interrupted():
            raise KeyboardInterrupt from error
        said = plainly(error) if isinstance(error, OSError) else str(error)
        raise click.ClickException(said) from error
