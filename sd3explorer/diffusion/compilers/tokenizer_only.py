"""TensorFlow where another backend computes: KerasHub's tokenizers need it, the GPU does not."""

import importlib.util


def keep_tensorflow_off_the_gpu() -> None:
    """Keeps TensorFlow from taking memory of a GPU that another backend computes on."""
    if importlib.util.find_spec("tensorflow") is None:
        return
    import tensorflow as tf

    tf.config.set_visible_devices([], "GPU")
