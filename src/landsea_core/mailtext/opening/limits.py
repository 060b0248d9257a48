"""How large a mail may be that is read, how deep its parts may lie in each other, and how many there may be.

What lies beyond is left closed. A mail is still read when its words come before that; otherwise it is kept unread for a
person. The figures are far above what people's programs write (four levels, some dozens of parts).
"""

MAX_BYTES = 40 * 1024 * 1024
MAX_LEVELS = 40
MAX_PARTS = 500
MAX_TEXT = 200_000
"""Characters of the words of a mail that are read: a book of a hundred pages."""
MAX_HEADER = 20_000
"""Characters of one header that are read."""
