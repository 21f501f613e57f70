"""What the addresses of all pages share."""

from __future__ import annotations

from dataclasses import dataclass

VIEWS = "/api/v1/views"
"""Where views of the data lie, each under its data version."""

READ = ["GET", "HEAD"]
"""Methods of every address that only tells."""

FOREVER = "public, max-age=31536000, immutable"
"""Caching of an address that names its content."""

LONGEST_QUERY = 2_000


@dataclass(frozen=True)
class Note:
    """A value of the address that could not be used: where it stood and what it was.

    The key `most` stands for a municipality beyond the most that can be selected.
    """

    key: str
    value: str
