"""What a workshop produced as data, for spreadsheets and other programs."""
