"""From frames to files: animations, videos, PNG frames, contact sheet."""

from sd3explorer.export.clip import Clip, ExportError, Frame, Frames, WatchedFrames
from sd3explorer.export.exporter import (
    OnProgress,
    bytes_of,
    check_size,
    check_target,
    copy,
    exchange_walk,
    export,
)
from sd3explorer.export.folders import check_frames_folder
from sd3explorer.export.format import Format, Repeats
from sd3explorer.export.formats import FORMATS, check_known, format_for
from sd3explorer.export.gif import snapped_delays, snapped_frame_rate
from sd3explorer.export.metadata import SUFFIXES, carries_walk, is_exported, read_walk
from sd3explorer.export.names import file_stem, title_stem
from sd3explorer.export.options import Options, Quality
from sd3explorer.export.outcome import Outcome
from sd3explorer.export.playback import Shown, playback
from sd3explorer.export.stills import CONTACT_SHEET, contact_sheet
from sd3explorer.export.thumbnail import thumbnail

__all__ = [
    "CONTACT_SHEET",
    "FORMATS",
    "SUFFIXES",
    "Clip",
    "ExportError",
    "Format",
    "Frame",
    "Frames",
    "OnProgress",
    "Options",
    "Outcome",
    "Quality",
    "Repeats",
    "Shown",
    "WatchedFrames",
    "bytes_of",
    "carries_walk",
    "check_frames_folder",
    "check_known",
    "check_size",
    "check_target",
    "contact_sheet",
    "copy",
    "exchange_walk",
    "export",
    "file_stem",
    "format_for",
    "is_exported",
    "playback",
    "read_walk",
    "snapped_delays",
    "snapped_frame_rate",
    "thumbnail",
    "title_stem",
]
