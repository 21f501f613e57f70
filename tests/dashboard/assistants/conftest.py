from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from dashboard.assistants.server import make_server
from tests.dashboard.assistants.assistant import Assistant

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dashboard.answers import Atlas


@pytest.fixture(scope="package")
def assistant(atlas: Atlas) -> Iterator[Assistant]:
    """One over the built database, in this process."""
    with Assistant(make_server(atlas)) as opened:
        yield opened
