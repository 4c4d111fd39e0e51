"""What goes wrong, of all rooms, and with walks."""


class ReportedError(Exception):
    """What a user reads of an error, in one sentence: which part, what is wrong, what to do.

    Each room has its own kind. Whoever merely shows the sentence needs none of the rooms.
    """


class WalkError(ReportedError):
    """What is wrong with a walk or its file, in one sentence that names the part."""
