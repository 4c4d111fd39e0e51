"""What is wrong with a picture."""

from sd3explorer.walk.error import ReportedError


class PictureError(ReportedError):
    """Why a picture can't be used, and what to do, in one sentence."""
