"""Checkpoints: models as artists have them, in `.safetensors` files, read without Keras."""
