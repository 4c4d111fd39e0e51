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
    if settings.backend == "jax":
        assert programs_of_more_steps(pipeline._compiler) <= FOR_ALL_STEPS
    return pipeline


# What takes the levels and the modulations of a step, and what the schedule is made of.
FOR_ALL_STEPS = 4


def programs_of_more_steps(compiler):
    """How many programs JAX compiles where a loop that has run for 3 steps runs for 20."""
    import jax
    from keras import ops

    loop = compiler.compile_loop(lambda latents, *_: latents + 1.0, [])
    inputs = {steps: (ops.linspace(1.0, 0.0, steps + 1), ops.zeros((steps, 2))) for steps in (3, 20)}
    loop(ops.zeros(()), *inputs[3], (), lambda _: True)
    compiled = []
    jax.monitoring.register_event_duration_secs_listener(
        lambda event, *_, **__: compiled.append(event) if event.endswith("backend_compile_duration") else None
    )
    assert float(loop(ops.zeros(()), *inputs[20], (), lambda _: True)) == 20.0
    assert compiled
    return len(compiled)
