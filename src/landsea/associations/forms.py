"""Forms of an association: a member's entry, a list of members, and filing for members. The rules for a problem itself
(words, day, country, urgency) are those of the filer's form.
"""

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from landsea.base.ui.countries import list_country_options
from landsea.base.ui.fields import TOO_LONG, AddressField, make_words_field
from landsea.cases.forms import FilingForm
from landsea.cases.models import AssociationMember
from landsea_core.caseflow import Visibility

MOST_AT_ONCE = 100

VISIBILITIES = {
    Visibility.NAMED: _("The desk may know the member"),
    Visibility.COORDINATOR_ONLY: _("Only the coordinator may know the member"),
    Visibility.PSEUDONYMOUS: _("Nobody outside the association may know the member"),
}

ONE_EACH, JOINT = "each", "joint"

NEWS_TO_US, NEWS_TO_MEMBER = "us", "member"

NEWS = {NEWS_TO_US: _("to me"), NEWS_TO_MEMBER: _("to the member; to me where the register has no address")}


class MemberForm(forms.Form):
    """A member's entry in the register."""

    party = make_words_field(
        _("Name of the firm"), 200, required=True, error_messages={"required": _("Write the firm's name.")}
    )
    country = forms.ChoiceField(
        label=_("Country"),
        error_messages={
            "required": _("Choose the firm's country."),
            "invalid_choice": _("Choose one of the twelve countries."),
        },
    )
    contact_name = make_words_field(_("Who to speak to"), 120)
    email = AddressField(
        label=_("E-mail address"),
        required=False,
        error_messages={
            "invalid": _("Write the address as name@example.org, or leave it empty."),
            "max_length": TOO_LONG,
        },
    )
    phone = make_words_field(_("Phone number"), 40, attrs={"inputmode": "tel"})
    language = forms.ChoiceField(
        label=_("Language of mails"),
        choices=settings.LANGUAGES,
        error_messages={
            "required": _("Choose a language."),
            "invalid_choice": _("Choose one of the languages of the pages."),
        },
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["country"].choices = [("", _("choose")), *list_country_options(get_language() or "en")]


class AssociationFilingForm(FilingForm):
    """One problem of one or several members; `members` are those who may be ticked."""

    name = party = email = phone = None
    members = forms.MultipleChoiceField(
        label=_("For which members?"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick at least one member."),
            "invalid_choice": _("One of the ticked members is no longer in the register. Tick again."),
        },
    )
    how = forms.ChoiceField(
        label=_("If you ticked several"),
        widget=forms.RadioSelect,
        choices=[(ONE_EACH, _("one case for each member")), (JOINT, _("one joint case with all of them"))],
        error_messages={"required": _("Choose one case each, or one joint case.")},
    )
    news = forms.ChoiceField(
        label=_("Where do the mails go?"),
        widget=forms.RadioSelect,
        choices=list(NEWS.items()),
        error_messages={"required": _("Choose where the mails go.")},
    )

    def __init__(self, *args, members: list[AssociationMember], **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["filer_country"]  # the register knows it
        lane = self.fields["lane"]
        lane.choices, lane.required = [one for one in lane.choices if one[0]], True  # for others one says it oneself
        self.by_id = {str(member.pk): member for member in members}
        self.fields["members"].choices = [(key, member.party) for key, member in self.by_id.items()]
        self.fields["visibility"].label = _("Who may know which member it is?")
        self.fields["visibility"].choices = [(one.value, said) for one, said in VISIBILITIES.items()]
        self.fields["visibility"].choice_help = {
            Visibility.COORDINATOR_ONLY.value: _("The desk sees the case without the member's name."),
        }

    def clean_members(self) -> list[AssociationMember]:
        """Return the ticked members, at most `MOST_AT_ONCE`."""
        ticked = [self.by_id[key] for key in self.cleaned_data["members"]]
        if len(ticked) > MOST_AT_ONCE:
            raise forms.ValidationError(
                _("At most %(most)d members at once. For more, send a spreadsheet."), params={"most": MOST_AT_ONCE}
            )
        return ticked

    def clean(self) -> dict:
        """Check as for any filer; the party is the ticked members, so a name is never missing. Members of one country say
        where the firm is, which helps to understand the words.
        """
        countries = {member.country for member in self.cleaned_data.get("members", ())}
        self.cleaned_data |= dict.fromkeys(("name", "email", "phone"), "") | {"party": "a member"}
        self.cleaned_data["filer_country"] = countries.pop() if len(countries) == 1 else ""
        return super().clean()
