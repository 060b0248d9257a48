"""From the parts of a mail to its words (plain and HTML), and to the papers that came with them."""
