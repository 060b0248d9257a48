"""From bytes to letters: what mail programs call their characters, and what these really are."""
