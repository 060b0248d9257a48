"""What a text is made of: letters and scripts, cleaning and folding, words. No lexicon and no meaning lives here."""
