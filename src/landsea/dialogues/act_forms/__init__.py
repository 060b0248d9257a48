"""One form for each act at a dialogue: what it takes, who may send it, what it does. By the names in their addresses."""

from landsea.base.ui.act_forms import make_table
from landsea.dialogues.act_forms import agenda_acts, minutes_acts, paper_acts, seat_acts
from landsea.dialogues.act_forms.act_form import ActForm, Press

ACT_FORMS = make_table(
    seat_acts.InviteForm,
    seat_acts.FreeSeatForm,
    seat_acts.ReplyForm,
    seat_acts.ProposeTimeForm,
    seat_acts.RenewLinkForm,
    seat_acts.CallOffForm,
    agenda_acts.ProposeAgendaForm,
    agenda_acts.AddWordsForm,
    agenda_acts.TakeOffForm,
    agenda_acts.AcceptAgendaForm,
    paper_acts.LayPaperForm,
    paper_acts.AddVersionForm,
    paper_acts.ConsultForm,
    paper_acts.AnswerConsultationForm,
    minutes_acts.OpenMinutesForm,
    minutes_acts.WriteLineForm,
    minutes_acts.ChangeLineForm,
    minutes_acts.AgreeLineForm,
)

__all__ = ["ACT_FORMS", "ActForm", "Press"]
