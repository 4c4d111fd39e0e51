"""What there is to compute with: this computer, its graphics cards, what backends see of them, and advice."""
