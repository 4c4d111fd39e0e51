"""What tracks of the timeline need around them."""

import pytest

from sd3explorer.app.document.document import Document
from sd3explorer.app.playhead import Playhead
from sd3explorer.app.timeline.frame_axis import FrameAxis, FrameScale
from tests.app.timeline.dog_cat_fox import WALK


@pytest.fixture
def axis(qapp):
    axis = FrameAxis()
    axis.set_scale(FrameScale(25, 1, 40))
    return axis


@pytest.fixture
def playhead(qapp):
    playhead = Playhead()
    playhead.set_walk(WALK)
    return playhead


@pytest.fixture
def document(qapp):
    document = Document()
    document.show(WALK)
    return document
