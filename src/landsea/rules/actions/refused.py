"""What an action says when it does not act: a code for programs and tests, a sentence for people."""


class Refused(Exception):
    """The act is not done. `sentence` says what to do instead, in the reader's language."""

    def __init__(self, code: str, sentence: str):
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence
