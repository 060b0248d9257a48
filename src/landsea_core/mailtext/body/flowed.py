"""Plain text whose lines flow (RFC 3676): a line that ends in a space goes on in the next one of the same quote depth."""


def join_flowed_lines(text: str, *, without_space: bool = False) -> str:
    """Return the text with flowing lines joined; with `without_space` (DelSp=yes) the space at the join goes too.

    >>> join_flowed_lines("one \\ntwo\\n> three\\n-- \\nMe")
    'one two\\n> three\\n-- \\nMe'
    """
    out: list[str] = []
    flows, depth_before = False, -1
    for line in text.split("\n"):
        bare = line.lstrip(">")
        depth = len(line) - len(bare)
        if bare.startswith(" ") and (depth or bare.startswith((" ", " >", " From "))):
            bare = bare[1:]
        is_rule = bare == "-- "
        if flows and depth == depth_before and not is_rule:
            out[-1] = (out[-1][:-1] if without_space else out[-1]) + bare
        else:
            out.append((">" * depth + " " if depth else "") + bare)
        flows, depth_before = bare.endswith(" ") and not is_rule, depth
    return "\n".join(out)
