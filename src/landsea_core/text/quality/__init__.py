"""How good reading is: measured on labelled texts, by what people corrected, and week by week."""
