"""The empty form of a municipality, to take away."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from fastapi import Response

from dashboard.downloads.table import KINDS
from data.forms.writing.recipients import recipients
from data.forms.writing.template import file_name, template_bytes
from geo.places import municipalities

if TYPE_CHECKING:
    from dashboard.answers import Atlas


def form_download(municipality: str, year: str, atlas: Atlas) -> Response | None:
    """The empty form of a municipality, last year's recipients filled in where they are known.

    Args:
        municipality: Its code.
        year: The form's year.
        atlas: The data.

    Returns:
        None where there is no such municipality or no form for the year.
    """
    place = next((each for each in municipalities() if each.code == municipality), None)
    if place is None or not re.fullmatch("[0-9]{4}", year):
        return None
    try:
        body = template_bytes(place, int(year), recipients(atlas.store, place.code, int(year)))
    except ValueError:
        return None
    headers = {"Content-Disposition": f'attachment; filename="{file_name(place, int(year))}"'}
    return Response(body, media_type=KINDS["xlsx"], headers=headers)
