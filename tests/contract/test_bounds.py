"""Every value of every form has a bound that its column keeps, and the fields that give it stand in one place."""

import ast

import pytest
from django import forms
from tests.contract.test_house import PLATFORM, modules

from landsea.base.ui.fields import AddressField, DayField, MomentField, NumberField, WholeField

ONE_PLACE = "landsea/base/ui/fields.py"
BOUNDED = {
    "EmailField": "AddressField",
    "DateField": "DayField",
    "DateTimeField": "MomentField",
    "IntegerField": "WholeField",
    "FloatField": "NumberField",
}


def test_no_form_takes_what_has_no_bound():
    unbound = []
    for path in modules(PLATFORM):
        if str(path).endswith(ONE_PLACE):
            continue
        for node in ast.walk(ast.parse(path.read_text())):
            name = name_of_field(node)
            if name in BOUNDED and not {"min_value", "max_value"} <= named_in(node):
                unbound.append(f"{path}:{node.lineno}: {BOUNDED[name]} instead of {name}")
            elif name in {"CharField", "RegexField", "URLField"} and "max_length" not in named_in(node):
                unbound.append(f"{path}:{node.lineno}: {name} without max_length")
            elif name == "DecimalField" and not {"max_digits", "decimal_places"} <= named_in(node):
                unbound.append(f"{path}:{node.lineno}: DecimalField without max_digits and decimal_places")
    assert not unbound, "\n".join(unbound)


def name_of_field(node: ast.AST) -> str:
    """Return the name of the field of Django's forms that is made here, empty when none is."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return ""
    return node.func.attr if isinstance(node.func.value, ast.Name) and node.func.value.id == "forms" else ""


def named_in(node: ast.AST) -> set[str]:
    """Return the names of the values that a call is given."""
    return {one.arg for one in node.keywords if one.arg}


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (AddressField(), "a" * 64 + "@" + ".".join(["b" * 60] * 3) + ".example"),
        (AddressField(), "a\0@demo.example.org"),
        (DayField(), "0001-01-01"),
        (DayField(), "9999-12-31"),
        (DayField(years_ahead=60), "2999-01-01"),
        (DayField(), "1899-12-31"),
        (MomentField(), "0001-01-01T00:00"),
        (MomentField(), "0001-01-01T00:00+14:00"),
        (MomentField(), "9999-12-31T23:59-14:00"),
        (WholeField(), "2147483648"),
        (WholeField(), "9" * 5000),
        (NumberField(), "NaN"),
        (NumberField(), "1e999"),
        (NumberField(), "-1e13"),
    ],
)
def test_what_no_column_keeps_is_refused_with_a_sentence(field, typed):
    with pytest.raises(forms.ValidationError) as refused:
        field.clean(typed)
    assert all(len(sentence) > 10 for sentence in refused.value.messages)


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (AddressField(), "a" * 64 + "@" + ".".join(["b" * 60] * 2) + "." + "c" * 47 + ".example.org"),
        (DayField(), "1900-01-01"),
        (WholeField(), "2147483647"),
        (NumberField(), "2.5"),
    ],
)
def test_what_just_fits_is_taken(field, typed):
    assert str(field.clean(typed)) == typed
