"""The signals that end a program in good order."""

import signal


def ending_signals() -> list[signal.Signals]:
    """Ctrl+C, a kill that can be caught, and the end of the terminal; without those that are to be ignored.

    A terminal's end is ignored under `nohup`, Ctrl+C in what a script starts in the background.
    """
    # Windows has no SIGHUP.
    found = (getattr(signal, name, None) for name in ("SIGINT", "SIGTERM", "SIGHUP"))
    return [each for each in found if each is not None and signal.getsignal(each) is not signal.SIG_IGN]
