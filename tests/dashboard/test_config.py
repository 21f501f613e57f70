"""Settings come from the environment; a wrong one says which it is and what would fit."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.config import SettingError, Settings, settings_from


def test_nothing_need_be_set() -> None:
    settings = settings_from({})
    assert settings == Settings()
    assert (settings.host, settings.port, settings.workers) == ("127.0.0.1", 8050, 1)
    assert settings.frame_ancestors == "'self'"
    assert settings.embed_ancestors == "*"
    assert settings.database == Path("var/savivalda.duckdb")


def test_everything_can_be_set() -> None:
    environment = {
        "DATA_DIR": "/srv/atlas",
        "HOST": "0.0.0.0",
        "PORT": "80",
        "WORKERS": "4",
        "FRAME_ANCESTORS": "'self' https://nipc.lt",
        "EMBED_ANCESTORS": "https://nipc.lt",
        "RATE_LIMIT": "0",
        "PATH": "/bin",
    }
    assert settings_from(environment) == Settings(
        Path("/srv/atlas"),
        "0.0.0.0",
        80,
        4,
        "'self' https://nipc.lt",
        embed_ancestors="https://nipc.lt",
        rate_limit=0,
    )


def test_where_forms_go_is_a_line_of_text() -> None:
    assert settings_from({"SEND_TO": " formos@example.org "}).send_to == "formos@example.org"
    for text in ("a\nb", "x" * 201):
        with pytest.raises(SettingError, match=r"SEND_TO is .*: expected an e-mail address or"):
            settings_from({"SEND_TO": text})


@pytest.mark.parametrize("name", ["PORT", "WORKERS"])
@pytest.mark.parametrize("text", ["", "0", "-1", "eighty", "80.5", " 80", "١", "²", "65536", "1e3"])
def test_a_number_that_does_not_fit_says_what_would(name: str, text: str) -> None:
    with pytest.raises(SettingError) as caught:
        settings_from({name: text})
    assert str(caught.value).startswith(f"{name} is {text!r}: expected a whole number from 1 to ")


@given(st.text())
def test_a_port_is_a_port_or_an_error(text: str) -> None:
    with suppress(SettingError):
        assert 1 <= settings_from({"PORT": text}).port <= 65535


@pytest.mark.parametrize(
    "text", ["*; script-src *", "https://a.lt, https://b.lt", "'self'\r\nSet-Cookie: a=b", "a\nb"]
)
@pytest.mark.parametrize("name", ["FRAME_ANCESTORS", "EMBED_ANCESTORS"])
def test_frame_ancestors_cannot_end_their_directive(name: str, text: str) -> None:
    with pytest.raises(SettingError, match=rf"{name} is .*: expected sources parted by spaces"):
        settings_from({name: text})


@given(st.text())
def test_frame_ancestors_are_fit_for_a_header_or_an_error(text: str) -> None:
    with suppress(SettingError):
        settings_from({"FRAME_ANCESTORS": text}).frame_ancestors.encode("ascii")


def test_assistants_are_answered_where_that_is_set() -> None:
    settings = settings_from({"MCP": "on", "MCP_HOSTS": " atlas.example.lt data.example.lt "})
    assert settings.mcp
    assert settings.mcp_hosts == ("atlas.example.lt", "data.example.lt")
    assert not settings_from({"MCP": "off"}).mcp
    assert not settings_from({"MCP": ""}).mcp
    for name, text in (("MCP", "1"), ("MCP_HOSTS", "https://x"), ("MCP_HOSTS", "*")):
        with pytest.raises(SettingError, match=f"{name} is .*: expected "):
            settings_from({name: text})
