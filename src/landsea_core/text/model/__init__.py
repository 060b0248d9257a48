"""The trained model: what it sees of a text, how it is fitted, asked and kept. The texts themselves are read elsewhere."""
