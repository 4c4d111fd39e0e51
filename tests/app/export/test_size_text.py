import pytest

from sd3explorer.app.export.size_text import scale_of, size_text


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("256", 2.0),
        ("256 px", 2.0),
        ("256 × 256", 2.0),
        ("256x256", 2.0),
        ("256 × 256  (2×)", 2.0),
        ("64 × 64  (50 %)", 0.5),
        ("50 %", 0.5),
        ("50%", 0.5),
        ("3×", 3.0),
        ("1.5x", 1.5),
        ("1,5 x", 1.5),
        (" 128 ", 1.0),
    ],
)
def test_a_size_is_a_width_a_percentage_or_a_factor(text, scale):
    assert scale_of(text, 128) == pytest.approx(scale)


@pytest.mark.parametrize("text", ["", "large", "-3", "0", "0 %", "px", "%", "two", "2 apples"])
def test_anything_else_is_no_size(text):
    assert scale_of(text, 128) is None


def test_a_width_means_nothing_while_nobody_knows_how_wide_frames_are():
    assert scale_of("256", 0) is None
    assert scale_of("2×", 0) == 2.0


@pytest.mark.parametrize("scale", [0.25, 0.5, 1.0, 2.0, 8.0])
def test_what_is_shown_can_be_typed(scale):
    sides = (round(128 * scale), round(128 * scale))
    assert scale_of(size_text(sides, scale), 128) == scale
    assert scale_of(size_text((0, 0), scale), 0) == scale
