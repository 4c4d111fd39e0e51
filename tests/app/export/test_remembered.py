import pytest
from PySide6.QtCore import QSettings

from sd3explorer.app.export.remembered import keep_options, remembered_options
from sd3explorer.export import Options, Quality
from sd3explorer.walk.timing import Ending


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(smooth=True, rounds=0, ending=Ending.ONCE, quality=Quality.QUICK),
        Options(dither=0.25, max_bytes=8_000_000, captions=True, columns=3),
    ],
)
def test_options_are_the_same_at_the_next_start(options):
    keep_options(options)
    assert remembered_options() == options


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"scale": -1}', '{"scale": "a"}', '{"colour": 1}', "null"])
def test_what_another_version_kept_does_no_harm(kept):
    QSettings().setValue("export/options", kept)
    assert remembered_options() == Options()


def test_what_is_one_walks_own_is_not_kept():
    keep_options(Options(scale=2.5, pictures=True, dither=0.5))
    assert remembered_options() == Options(dither=0.5)


def test_at_first_there_is_nothing_to_remember():
    assert remembered_options() == Options()
