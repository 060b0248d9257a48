"""Numbers as people write them, read in one place for all callers.

A caller says where the number stands, since the same signs mean different things there:

- in running text (`NumberReader`): a filing, in any language of the corridor. "26.500 ກິໂລ" are twenty-six and a half
  thousand kilograms: nearly everybody here writes thousands in groups of three, behind whichever mark.
- in a statement (`statement`): English and Chinese press, where a comma keeps thousands apart and a point opens the decimals.
- in a form (`typed`): a reader's own marks decide, and a number that may be meant in two ways is asked about.

All three share the reading of digits (`digits`, told by a `Notation` what the marks mean). Running text is also read for
Chinese numerals (`han`) and the number words of `data/lexicon/numbers.jsonl`; a statement for Chinese numerals and English
words. Lao, for example, is rows there: "ຊາວຫ້າ" is twenty ("ຊາວ", kind "number") and five ("ຫ້າ"), "ສາມສິບເອັດ" thirty and the
one that only stands behind a ten ("ເອັດ", kind "number_behind_ten"), "500 ລ້ານ" 500 times a million ("ລ້ານ", kind
"number_times"), and ໑໒ are digits like 12.
"""
