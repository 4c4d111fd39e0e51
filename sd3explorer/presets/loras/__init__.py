"""LoRAs: small changes to a model's weights, in `.safetensors` files, read without Keras."""
