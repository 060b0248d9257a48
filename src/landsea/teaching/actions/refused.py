"""What an act of this app raises when it is not possible."""


class Refused(Exception):
    """`sentence` says why and what to do, in the reader's language; `code` is stable."""

    def __init__(self, code: str, sentence: str):
        super().__init__(sentence)
        self.code, self.sentence = code, sentence
