"""The recipe of the starter model: from emoji in the npm registry to a preset in KerasHub's format."""
