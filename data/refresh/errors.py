"""What can go wrong when a source is taken anew; in every case the present data stay.

SavivaldaError
└── RefreshError     the answer is not what it must be, or cannot be had or written
    └── NoNetwork    nobody answers at that address
"""

from __future__ import annotations

from data.errors import SavivaldaError


class RefreshError(SavivaldaError):
    """A source cannot be taken anew; the message names what is wrong, and nothing was written."""


class NoNetwork(RefreshError):
    """The address cannot be reached."""

    def __init__(self, host: str, reason: object):
        super().__init__(
            f"no network, or nobody answers at {host} ({reason}). The present data stay as they "
            "are; try again later, or give a file that was downloaded elsewhere"
        )
