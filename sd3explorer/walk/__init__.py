"""The document and its maths: recipes, paths, noises, timing, walk files."""
