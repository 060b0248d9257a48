"""What nobody types: every route and every form gets hostile values, from all the people of the permission matrix.

`reading` finds out by itself which names each page takes, `values` knows what is hostile for each kind of them, `trials` draws
requests by a seed, `sending` sends one and leaves no trace, `judging` says what must never come back.
"""
