"""A place to render that is chosen anew."""

from sd3explorer.app.rendering.chosen_place import ChosenPlace
from sd3explorer.render.child import ChildProcess


def test_backend_and_precision_hold_for_what_is_started_next(tmp_path, starter):
    chosen = []

    def choose(backend, precision, devices):
        chosen.append((backend, precision))
        return ChildProcess(tmp_path / "engine.log", backend=backend, asked_precision=precision)

    place = ChosenPlace(choose, "torch", "float16")
    assert place.precision() == "float16"
    before = place.settings(starter, (128, 128), place.precision())
    assert place.choose("jax", "float32")
    after = place.settings(starter, (128, 128), place.precision())
    assert (before.backend, before.precision) == ("torch", "float16")
    assert (after.backend, after.precision) == ("jax", "float32")
    assert place.log == tmp_path / "engine.log"
    assert not place.choose("jax", "float32")
    # What is automatic is left to the environment.
    place.choose("auto", "auto")
    assert chosen == [("torch", "float16"), ("jax", "float32"), (None, "auto")]
