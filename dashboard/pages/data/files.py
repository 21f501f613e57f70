"""The files of the whole data set, answered by their names; there are no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import FileResponse

from dashboard.downloads.table import DATASET_KINDS
from data.dataset.offered import offered

if TYPE_CHECKING:
    from dashboard.answers import Atlas


def send_data_file(name: str, condition: str, atlas: Atlas) -> Response | None:
    """A file of the whole data set; None if it is not one of those offered.

    Args:
        name: As it stands in the address.
        condition: The header `If-None-Match`, or nothing.
        atlas: The data.
    """
    folder = atlas.dataset
    found = next((file for file in offered(folder) if file.name == name), None)
    if found is None:
        return None
    headers = {"ETag": f'"{found.sha256}"', "Cache-Control": "no-cache"}
    if found.sha256 in condition:
        return Response(status_code=304, headers=headers)
    kind = DATASET_KINDS[found.kind]
    return FileResponse(folder / name, headers=headers, media_type=kind, filename=name)
