"""How far pictures are apart."""

import numpy as np
import pytest

from sd3explorer.motion.distance import distance, gist


def plain(value, size=(64, 64)):
    return np.full((*size, 3), value, np.uint8)


def square(left, size=64):
    image = plain(0, (size, size))
    image[size // 4 : size // 2, left : left + size // 4] = 255
    return image


def test_a_picture_is_not_apart_from_itself():
    assert distance(gist(square(3)), gist(square(3))) == 0.0


def test_plain_colours_are_as_far_apart_as_their_numbers():
    assert distance(gist(plain(50)), gist(plain(80))) == pytest.approx(30.0, rel=1e-5)


def test_it_is_as_far_back_as_there():
    first, second = gist(square(3)), gist(square(20))
    assert distance(first, second) == distance(second, first)


def test_a_way_over_a_third_picture_is_no_shorter():
    near, middle, far = (gist(square(left)) for left in (0, 7, 30))
    assert distance(near, far) <= distance(near, middle) + distance(middle, far)


@pytest.mark.parametrize("size", [(64, 64), (128, 192), (40, 72)])
def test_gists_of_all_sizes_are_alike_in_size(size):
    image = plain(0, size)
    image[: size[0] // 2] = 200
    small = plain(0)
    small[:32] = 200
    assert distance(gist(image), gist(small)) == pytest.approx(0.0, abs=1e-3)


def test_what_moves_less_than_a_pixel_of_a_gist_is_seen():
    still = gist(square(64, 256))
    one, two = (distance(still, gist(square(left, 256))) for left in (65, 66))
    assert 0.0 < one < two


def test_a_change_of_one_shade_is_not_lost():
    image = plain(100)
    changed = image.copy()
    changed[0, 0, 1] += 1
    assert distance(gist(image), gist(changed)) > 0.0


def test_twice_the_contrast_is_twice_as_far():
    one, two = (distance(gist(plain(0)), gist(square(3) // part)) for part in (2, 1))
    assert two == pytest.approx(2.0 * one, rel=0.01)
