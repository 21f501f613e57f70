"""Servers are asked for pages and answers: their databases come without files to take away."""

import pytest


@pytest.fixture(autouse=True)
def _plain(no_files: None) -> None:
    pass
