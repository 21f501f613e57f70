"""What a command takes as the name of a county."""

from __future__ import annotations

import click

from geo.places import County, counties
from geo.spelling import fold


def county_of(text: str) -> County | None:
    """The county of any spelling of its name, or of its code."""
    key = fold(text)
    return next(
        (
            each
            for each in counties()
            for name in (each.name_lt, each.name_full_lt, each.name_en, each.name_lt.split(" ")[0],
                         each.name_en.split(" ")[0], each.code)
            if fold(name) == key
        ),
        None,
    )  # fmt: skip


def named_county(text: str) -> County:
    """The same.

    Raises:
        UsageError: There is none; lists the ten.
    """
    found = county_of(text)
    if found is None:
        names = ", ".join(each.name_lt for each in counties())
        raise click.UsageError(f"unknown county {text!r}: expected one of {names}")
    return found
