"""Numbers as people say them."""

import pytest

from sd3explorer.wording import FRAMES_THAT_COUNT, FrameRate, bytes_in, in_units


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("8 MB", 8_000_000),
        ("8mb", 8_000_000),
        ("8", 8_000_000),
        ("0.5", 500_000),
        ("2,5 MB", 2_500_000),
        ("500 kB", 500_000),
        ("1 GB", 1_000_000_000),
        ("300 b", 300),
        (" 1KiB ", 1024),
        ("999 bytes", 999),
        ("1.001001 MB", 1_001_001),
    ],
)
def test_a_size_is_said_with_its_unit(text, size):
    assert bytes_in(text, "mb") == size


def test_a_number_alone_is_bytes():
    assert bytes_in("300") == 300


@pytest.mark.parametrize("text", ["", "Any", "much", "-1 MB", "8 TB", "8 MB or so", "9" * 400, "9999999 GB"])
def test_anything_else_is_no_size(text):
    assert bytes_in(text) is None


@pytest.mark.parametrize(
    ("size", "text"),
    [(0, "0 bytes"), (999, "999 bytes"), (1200, "1.2 kB"), (44_000_000, "44 MB"), (5_400_000_000, "5.4 GB")],
)
def test_a_size_has_two_digits_that_count(size, text):
    assert in_units(size) == text
    if size:
        assert bytes_in(text) == size


def frames_at(*times):
    clock = iter((*times, times[-1]))
    rate = FrameRate(lambda: next(clock))
    for _ in times:
        rate.count()
    return rate


def test_the_time_left_follows_from_the_rate():
    assert frames_at(0.0, 2.0, 4.0, 6.0).measure(30) == (0.5, "1:00")


def test_a_night_in_which_the_machine_slept_is_soon_forgotten():
    asleep = [30_000.0 + 2.0 * number for number in range(FRAMES_THAT_COUNT + 1)]
    assert frames_at(0.0, 2.0, 4.0, *asleep).measure(30) == (0.5, "1:00")


def test_frames_of_one_batch_say_nothing_of_the_next():
    assert frames_at(5.0, 5.1, 5.2).measure(3) is None
    assert frames_at(5.0).measure(3) is None
