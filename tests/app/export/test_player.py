import numpy as np
import pytest

from sd3explorer.app.export.player import Player
from sd3explorer.export import Clip, export


@pytest.fixture
def player(qtbot):
    player = Player()
    qtbot.addWidget(player)
    player.resize(300, 200)
    player.show()
    yield player
    player.close_down()


def made(path, levels, frame_rate=50.0):
    frames = [np.full((16, 24, 3), level, np.uint8) for level in levels]
    export(Clip(frames, range(len(frames)), frame_rate, rounds=0, columns=2), path)
    return path


def level(player):
    return -1 if player.image is None else player.image.pixelColor(3, 3).red()


@pytest.mark.parametrize("suffix", [".gif", ".webp", ".mp4"])
def test_a_file_plays_again_and_again(qtbot, player, tmp_path, suffix):
    player.play(made(tmp_path / f"walk{suffix}", [20, 220]), 24)
    for wanted in (220, 20, 220, 20):
        qtbot.waitUntil(lambda wanted=wanted: abs(level(player) - wanted) < 12)


def test_a_still_stays(qtbot, player, tmp_path):
    player.play(made(tmp_path / "sheet.png", [20, 220]), 48)
    qtbot.waitUntil(lambda: player.image is not None)
    assert (player.image.width(), player.image.height()) == (48, 16)
    qtbot.waitUntil(lambda: not player.findChildren(type(player._thread)))


def test_another_file_takes_over(qtbot, player, tmp_path):
    player.play(made(tmp_path / "one.gif", [20, 30]), 24)
    player.play(made(tmp_path / "two.gif", [200, 210]), 24)
    qtbot.waitUntil(lambda: level(player) >= 200)


def test_a_file_that_is_gone_is_reported(qtbot, player, tmp_path):
    player.play(tmp_path / "gone.gif", 24)
    qtbot.waitUntil(lambda: "gone.gif can't be played" in player.accessibleDescription())
    assert player.image is None


def test_words_take_the_place_of_a_file(qtbot, player, tmp_path):
    player.play(made(tmp_path / "one.gif", [20, 30]), 24)
    qtbot.waitUntil(lambda: player.image is not None)
    player.say("Nothing yet", "Render first")
    assert player.image is None
    assert player.accessibleDescription() == "Nothing yet Render first"


def test_small_pictures_are_shown_by_whole_factors_and_large_ones_whole(qtbot, player, tmp_path):
    player.play(made(tmp_path / "one.png", [200]), 24)
    qtbot.waitUntil(lambda: player.image is not None)
    shot = player.grab().toImage()
    ratio = shot.width() / player.width()
    middle = shot.height() // 2
    row = [shot.pixelColor(x, middle).red() > 190 for x in range(shot.width())]
    # 260 × 160 are free of 300 × 200, into which 24 × 16 goes ten times.
    assert sum(row) == int(10 * ratio) * 24
