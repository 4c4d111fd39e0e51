"""The accents that can be chosen: one colour in the neutral window, for what is selected or primary."""

from enum import Enum


class Accent(Enum):
    """A colour for what is selected or primary."""

    AMBER = "amber"
    GREEN = "green"
    BLUE = "blue"
    VIOLET = "violet"
    ROSE = "rose"
    GREY = "grey"


# Of each: as a fill in the dark and in the light scheme, and as a text on what is light. On the dark greys
# the fill is legible as a text. Contrast is at least 4.5, of the texts and of the text on the fills.
SHADES = {
    Accent.AMBER: ("#e8a33d", "#dc901c", "#855100"),
    Accent.GREEN: ("#6fbf73", "#4fa356", "#2c6b31"),
    Accent.BLUE: ("#6cb0f0", "#5b9fe0", "#1f5fa0"),
    Accent.VIOLET: ("#b79af0", "#a889e6", "#6a45b0"),
    Accent.ROSE: ("#f08fb0", "#e07fa2", "#a0335f"),
    Accent.GREY: ("#c4c4c4", "#a0a0a0", "#555555"),
}
