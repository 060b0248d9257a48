"""How a part says at which addresses its objects stand: by route the values of its parameters, and beside them the query of
the address and what a form there sends, where a page needs them to get as far as the object.
"""

ANSWERER = "answerer"
"""Who opened the mailed links by which a desk without an account answers, and by which somebody invited does; a part gives the
desk's secret under this name.
"""
QUERY, TYPED = "the query of the address", "what a form sends"
FILER = "filer"
"""Whoever holds the secret link of `cases`' case, on the device on which it was opened; no account. A part gives the secret
under this name.
"""
