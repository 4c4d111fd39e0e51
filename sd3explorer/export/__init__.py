"""From frames to files: animated GIF, PNG frames, contact sheet."""

from sd3explorer.export.clip import Clip, ExportError, Frame, Frames, WatchedFrames
from sd3explorer.export.exporter import check_target, copy, export
from sd3explorer.export.formats import FORMATS, Format, format_for
from sd3explorer.export.gif import snapped_delays, snapped_frame_rate
from sd3explorer.export.names import file_stem
from sd3explorer.export.stills import contact_sheet, thumbnail

__all__ = [
    "FORMATS",
    "Clip",
    "ExportError",
    "Format",
    "Frame",
    "Frames",
    "WatchedFrames",
    "check_target",
    "contact_sheet",
    "copy",
    "export",
    "file_stem",
    "format_for",
    "snapped_delays",
    "snapped_frame_rate",
    "thumbnail",
]
