"""Pictures that people give: taken from files of any kind, cut, and read again."""
