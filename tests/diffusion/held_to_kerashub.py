"""A pipeline in a child process; Keras is imported there only when its backend is chosen."""

from sd3explorer.render import engine
from sd3explorer.render.engine import load_pipeline


def load_with_a_decoder_like_kerashubs(settings):
    """The engine's pipeline, after a look at how the decoder is beside KerasHub's on its backend.

    Whoever looks on sees every picture that there is.
    """
    engine.SECONDS_BETWEEN_PICTURES = 0.0
    pipeline = load_pipeline(settings)
    from tests.diffusion.test_decoder import hold_to_kerashub

    # The layouts differ in what is computed, not in how; one has all that a backend can do differently.
    hold_to_kerashub("several blocks, as in SD3", pipeline._compiler)
    return pipeline
