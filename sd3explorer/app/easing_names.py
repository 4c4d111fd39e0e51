"""What easings are called in the window."""

from sd3explorer.app.texts import translate
from sd3explorer.walk.easing import Bezier, Easing


def easing_name(easing: Easing | Bezier) -> str:
    """What an easing is called in the window."""
    if isinstance(easing, Bezier):
        return translate("Easing", "Custom")
    return {
        Easing.LINEAR: translate("Easing", "Linear"),
        Easing.EASE_IN: translate("Easing", "Ease in"),
        Easing.EASE_OUT: translate("Easing", "Ease out"),
        Easing.EASE_IN_OUT: translate("Easing", "Ease in-out"),
    }[easing]
