"""Tables of figures: series, printed rows, observations, rulings."""
