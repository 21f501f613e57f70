"""The files of the whole data set, answered by their names; there are no others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response
from fastapi.responses import FileResponse

from dashboard.downloads.table import DATASET_KINDS
from data.dataset.offered import offered

if TYPE_CHECKING:
    from pathlib import Path

    from dashboard.answers import Atlas
    from data.dataset.offered import DataFile


def send_data_file(name: str, condition: str, atlas: Atlas) -> Response | None:
    """A file of the whole data set; None if it is not one of those offered.

    Args:
        name: As it stands in the address.
        condition: The header `If-None-Match`, or nothing.
        atlas: The data.
    """
    folder, found = _found(name, atlas)
    if found is None:  # a page of another server, which looked earlier, may name a newer one
        atlas.store.look()
        folder, found = _found(name, atlas)
    if found is None:
        return None
    headers = {"ETag": f'"{found.sha256}"', "Cache-Control": "no-cache"}
    if found.sha256 in condition:
        return Response(status_code=304, headers=headers)
    kind = DATASET_KINDS[found.kind]
    return FileResponse(folder / name, headers=headers, media_type=kind, filename=name)


def _found(name: str, atlas: Atlas) -> tuple[Path, DataFile | None]:
    """The folder of the files that are offered now, and the one of this name."""
    folder = atlas.dataset
    return folder, next((file for file in offered(folder) if file.name == name), None)
