"""A walk through three prompts, on which tracks of the timeline are tested."""

from sd3explorer.walk.paths import Keyframe, Morph
from sd3explorer.walk.timing import Timing
from sd3explorer.walk.walk import Walk

KEYFRAMES = (Keyframe("dog"), Keyframe("cat"), Keyframe("fox"))
WALK = Walk(path=Morph(KEYFRAMES), timing=Timing(25))
