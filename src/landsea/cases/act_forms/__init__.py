"""One form for each act on a case's page: what it takes, who may send it, what it does. By the names in their addresses."""

from landsea.base.ui.act_forms import make_table
from landsea.cases.act_forms import citing_acts, coordinator_acts, desk_acts, filer_acts
from landsea.cases.act_forms.act_form import ActForm, Press

OFFICE_FORMS = make_table(
    desk_acts.AcceptForm,
    citing_acts.AnswerForm,
    desk_acts.AskFilerForm,
    citing_acts.ProposeOutcomeForm,
    desk_acts.ExtendForm,
    desk_acts.NameRightDeskForm,
    desk_acts.MessageForm,
    desk_acts.ConsultForm,
    desk_acts.EndConsultationForm,
    desk_acts.ClassifyForm,
    desk_acts.OpenFilerForm,
    coordinator_acts.ReassignForm,
    coordinator_acts.HandOnForm,
    coordinator_acts.LinkForm,
    coordinator_acts.MergeForm,
    coordinator_acts.SplitForm,
    coordinator_acts.RedactForm,
)
FILER_FORMS = make_table(
    filer_acts.ReplyForm,
    filer_acts.ConfirmForm,
    filer_acts.DisputeForm,
    filer_acts.WithdrawForm,
    filer_acts.ReopenForm,
)

__all__ = ["FILER_FORMS", "OFFICE_FORMS", "ActForm", "Press"]
