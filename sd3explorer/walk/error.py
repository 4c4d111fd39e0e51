"""What goes wrong with walks."""


class WalkError(Exception):
    """What is wrong with a walk or its file, in one sentence that names the part."""
