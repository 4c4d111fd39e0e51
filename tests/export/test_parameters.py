"""How a picture was made, in the words of other programs, where keyframes have more than a prompt."""

from sd3explorer.export.parameters import parameters
from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk


def test_emphasis_and_guidance_are_those_of_the_frame():
    keyframes = (Keyframe("a (red:1.3) dog", guidance_scale=3.0), Keyframe(r"a cat \(sic\)"))
    walk = Walk(path=Morph(keyframes), timing=Timing(frames=3), sampler=Sampler(4, 5.0))
    first, second, last = (parameters(walk, index, 64, 64) for index in range(3))
    assert first.startswith("a (red:1.3) dog\n")
    assert second.startswith(r"a (red:1.3) dog :0.50 AND a cat \(sic\) :0.50" + "\n")
    assert last.startswith(r"a cat \(sic\)" + "\n")
    scales = [text.split("CFG scale: ")[1].split(",")[0] for text in (first, second, last)]
    assert scales == ["3.0", "4.0", "5.0"]
