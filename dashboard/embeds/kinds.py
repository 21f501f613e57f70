"""What can be shown in a frame."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dashboard.embeds.map import ask_map

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from dashboard.answers import Atlas
    from dashboard.embeds.embed import Asked
    from dashboard.language.i18n import Language

KINDS: Mapping[str, Callable[[Atlas, Language, str], Asked]] = {"map": ask_map}
"""By the name in the address, as `frame.places.EMBEDS`: reads its query; raises NoItem."""
