"""What frames will take, in the user's language."""

from PySide6.QtCore import QLocale

from sd3explorer.app.texts import in_local_units, translate
from sd3explorer.render.estimate import Estimate


def stored_sentence(needed: Estimate) -> str:
    """How much they take in the frame store, and what is free there."""
    text = translate("Dialogs", "{0} frames of {1} × {2} take up to {3} in the frame store.")
    text = _filled(text, needed, needed.stored)
    if needed.free is None:
        return text
    free = translate("Dialogs", "{0} are free.").format(in_local_units(needed.free))
    return f"{text} {free}"


def exported_sentence(needed: Estimate) -> str:
    """How much goes through an export: "9,000 frames of 2048 × 2048: 113 GB of pixels, 20 GB are free"."""
    text = translate("ExportSize", "{0} frames of {1} × {2}: {3} of pixels")
    text = _filled(text, needed, needed.raw)
    if needed.free is None:
        return text
    return translate("ExportSize", "{0}, {1} are free").format(text, in_local_units(needed.free))


def _filled(text: str, needed: Estimate, size: int) -> str:
    height, width = needed.image_size
    return text.format(QLocale().toString(needed.frames), width, height, in_local_units(size))
