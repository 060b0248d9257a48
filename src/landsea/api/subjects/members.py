"""A chamber's register: its members, one that comes, changes, leaves or is back."""

from typing import Any

from django import forms

from landsea.api.form_bodies import Body
from landsea.api.lists import cut_page, list_schema, make_slicer
from landsea.api.operations import Answered, Asked, Operation
from landsea.api.parameters import CURSOR, ID_IN_PATH, LIMIT
from landsea.api.shapes import Shape, make_text_field, make_truth_field, make_whole_field
from landsea.api.subjects.associations import CODE, COMMON, find_association
from landsea.associations import access
from landsea.associations.actions.members import add_member, change_member, mark_left
from landsea.associations.forms import MemberForm

MEMBER = Shape(
    "Member",
    "A business in the association's register",
    {
        "id": make_whole_field(lambda row: row.pk),
        "party": make_text_field(lambda row: row.party),
        "country": make_text_field(lambda row: row.country),
        "left": make_truth_field(lambda row: row.left_at is not None),
    },
)


class LeftForm(forms.Form):
    """Whether a member left the association."""

    left = forms.ChoiceField(choices=[("yes", "yes"), ("no", "no")])


def list_members(asked: Asked) -> Answered:
    """Return the members in the association's register."""
    association = find_association(asked, asked.query["association"])
    return cut_page(asked, make_slicer(access.list_members(asked.actor, association.pk)), MEMBER)


def register_member(asked: Asked) -> dict[str, Any]:
    """Put a firm into the register of the only association, or of the one that the query names."""
    association = find_association(asked, asked.query["association"])
    return MEMBER.of(add_member(asked.actor, association.pk, asked.form.cleaned_data, now=asked.now))


def change_entry(asked: Asked) -> dict[str, Any]:
    """Change a member's entry: all of it, as the page does."""
    return MEMBER.of(change_member(asked.actor, asked.path["id"], asked.form.cleaned_data, now=asked.now))


def mark_member(asked: Asked) -> dict[str, Any]:
    """Mark a member as left, or as back."""
    left = asked.form.cleaned_data["left"] == "yes"
    return MEMBER.of(mark_left(asked.actor, asked.path["id"], left=left, now=asked.now))


OPERATIONS = [
    Operation(
        "GET",
        "/members",
        "list_members",
        "Members in the association's register, by name",
        list_members,
        list_schema(MEMBER),
        query=(CODE, LIMIT, CURSOR),
        **COMMON,
    ),
    Operation(
        "POST",
        "/members",
        "add_member",
        "Put a firm into the association's register",
        register_member,
        MEMBER,
        query=(CODE,),
        body=Body(MemberForm),
        status=201,
        **COMMON,
    ),
    Operation(
        "POST",
        "/members/{id}",
        "change_member",
        "Change a member's entry in the register",
        change_entry,
        MEMBER,
        in_path=ID_IN_PATH,
        body=Body(MemberForm),
        **COMMON,
    ),
    Operation(
        "POST",
        "/members/{id}/left",
        "mark_member",
        "Mark a member as left, or as back: its open cases go on",
        mark_member,
        MEMBER,
        in_path=ID_IN_PATH,
        body=Body(LeftForm),
        **COMMON,
    ),
]
