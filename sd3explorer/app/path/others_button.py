"""A button in the place of rows that would be too many to show."""

from PySide6.QtWidgets import QPushButton, QWidget


class OthersButton(QPushButton):
    """Says how many others there are, and leads to them; it hides where there are none.

    Args:
        text: What it says, with {count} in it.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setProperty("dashed", True)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Says how many there are."""
        self.setText(self._text.format(count=count))
        self.setVisible(count > 0)
