"""What goes wrong with rendering."""

from sd3explorer.walk.error import ReportedError


class RenderError(ReportedError):
    """Why frames can't be rendered or kept, and what to do, in one sentence."""
