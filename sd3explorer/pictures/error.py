"""What is wrong with a picture."""


class PictureError(Exception):
    """Why a picture can't be used, and what to do, in one sentence."""
