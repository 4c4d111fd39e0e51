"""Stable Diffusion 3 on Keras: loading, text encoding, compiled denoising and decoding.

The only room that imports Keras and its backends. Call `backend.select` before importing
anything else of it.
"""
