"""The one form for corrections: what is typed is cleaned before it counts, and each fault says what to do."""

import uuid

import pytest

from landsea.base.corrections.forms import LONGEST, CorrectionForm


def sent(**typed) -> CorrectionForm:
    return CorrectionForm({"text": "The gate opens at six.", "form_key": str(uuid.uuid4())} | typed)


def test_words_are_cleaned_and_an_address_is_no_duty():
    form = sent(text="The gate\x00 opens at \u202esix.")
    assert (
        form.is_valid() and form.cleaned_data["text"] == "The gate opens at six." and form.cleaned_data["email"] == ""
    )


@pytest.mark.parametrize(
    ("typed", "name", "said"),
    [
        ({"text": " "}, "text", "Write in a sentence what is wrong here"),
        ({"text": "x" * (LONGEST + 1)}, "text", "it has 2001"),
        ({"email": "nobody"}, "email", "name@example.org"),
    ],
)
def test_a_fault_says_what_to_do(typed, name, said):
    assert said in sent(**typed).errors[name][0]
