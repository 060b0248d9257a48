"""How numbers are written where Django says nothing of a language or something else than CLDR (FORMAT_MODULE_PATH)."""
