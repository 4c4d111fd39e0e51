"""The room as a package and as a function at once."""

import subprocess
import sys
from collections.abc import Iterator

import sd3explorer as sx
import sd3explorer.render
import sd3explorer.render.store as store
from sd3explorer.render import walks
from sd3explorer.render.local import LocalRenderer
from sd3explorer.render.messages import EngineSettings
from sd3explorer.walk.sampler import Sampler
from sd3explorer.walk.timing import Timing
from tests.gradient import GradientModel


def test_its_modules_can_be_imported_by_any_way_of_writing_it():
    assert store.FrameStore is sd3explorer.render.store.FrameStore
    assert sys.modules["sd3explorer.render"] is sx.render


def test_calling_it_renders_a_walk(starter, tmp_path):
    walk = sx.Walk(timing=Timing(2), sampler=Sampler(num_steps=1))
    renderer = LocalRenderer(EngineSettings(starter, (64, 64)), GradientModel)
    frames = sx.render(walk, store=tmp_path, renderer=renderer)
    assert isinstance(frames, Iterator)
    assert [frame.index for frame in frames] == [0, 1]
    assert all(frame.from_store for frame in walks.render(walk, store=tmp_path, renderer=renderer))


def test_importing_the_package_loads_nothing_that_renders():
    probe = "import sys, sd3explorer; print([n for n in sys.modules if n.startswith('sd3explorer.render.')])"
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
