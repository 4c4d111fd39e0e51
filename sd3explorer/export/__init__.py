"""From frames to files: animated GIF, PNG frames, contact sheet."""

from sd3explorer.export.clip import Clip, ExportError, Frame, Frames
from sd3explorer.export.exporter import check_target, export
from sd3explorer.export.formats import FORMATS, Format, format_for
from sd3explorer.export.gif import snapped_delays, snapped_frame_rate
from sd3explorer.export.stills import contact_sheet

__all__ = [
    "FORMATS",
    "Clip",
    "ExportError",
    "Format",
    "Frame",
    "Frames",
    "check_target",
    "contact_sheet",
    "export",
    "format_for",
    "snapped_delays",
    "snapped_frame_rate",
]
