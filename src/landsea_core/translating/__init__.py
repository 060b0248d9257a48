"""What a translation must keep: the values of a text found and marked before it is translated, and compared afterwards.

Nothing here translates. `protected_values` finds values, `marks` puts marks in their places and the values back,
`comparing` says what a translation lost, and `names` holds the names that have a word of their own in each language.
"""
