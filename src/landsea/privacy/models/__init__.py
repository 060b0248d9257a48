"""Tables of the privacy room."""

from landsea.privacy.models.data_links import DataLink
from landsea.privacy.models.exports import Export, ExportFile, ExportState

__all__ = ["DataLink", "Export", "ExportFile", "ExportState"]
