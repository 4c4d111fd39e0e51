"""The benchmark: the same frames by the ways there are of rendering Stable Diffusion 3, taking turns.

Imported only when it is asked for. Only what runs inside a way's own process imports Keras or PyTorch.
"""
