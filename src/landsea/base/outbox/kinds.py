"""What each mail is about, in words for whoever looks after the outbox: one line for each template, none of its facts."""

from django.utils.translation import gettext_lazy as _

KINDS = {
    "account_notice": _("a change of an account's sign-in"),
    "account_wished": _("a desk wants an account"),
    "appointed": _("somebody was appointed"),
    "case_accepted": _("the desk took the case"),
    "case_answered": _("the desk answered"),
    "case_arrived": _("a case for a desk"),
    "case_asked": _("the desk asks the filer"),
    "case_confirm_by_filer": _("the filer confirmed"),
    "case_consulted": _("another desk is asked"),
    "case_dispute_by_filer": _("the filer says it is not solved"),
    "case_due_moved": _("a deadline moved, to the filer"),
    "case_due_moved_office": _("a deadline moved, to the desk"),
    "case_extended": _("the desk needs more time"),
    "case_filed": _("a case has arrived, to its filer"),
    "case_filed_by_mail": _("a case has arrived by mail, to its filer"),
    "case_handed_on": _("another place can help"),
    "case_late": _("a deadline passed"),
    "case_may_share": _("may others learn from the case?"),
    "case_message": _("a message for the filer"),
    "case_message_office": _("a message among offices"),
    "case_moved_desk": _("another desk is accountable now"),
    "case_new_link": _("a new link for the filer"),
    "case_officer_changed": _("another officer looks after the case"),
    "case_outcome": _("is it solved?"),
    "case_reminder": _("a deadline comes near, to the desk"),
    "case_reminder_filer": _("a reminder to say whether it is solved"),
    "case_reopen_by_filer": _("the filer opened the case again"),
    "case_reply": _("the filer replied"),
    "case_silence": _("nobody answered in time"),
    "case_withdraw_by_filer": _("the filer withdrew the case"),
    "case_unheard": _("nobody was heard about an urgent case"),
    "contact_address_changed": _("a contact's address was changed"),
    "code_not_good": _("an answer to a message"),
    "connected": _("a messenger was connected"),
    "contact_confirm": _("is the contact still right?"),
    "contact_confirm_other": _("somebody else is asked about a contact"),
    "correction_handled": _("what became of a suggested correction"),
    "desk_gained": _("somebody is at a desk now, to the coordinator"),
    "desk_lost": _("nobody is left at a desk, to the coordinator"),
    "dialogue_cancelled": _("a dialogue was called off"),
    "dialogue_changed": _("a dialogue was changed"),
    "dialogue_invited": _("an invitation to a dialogue"),
    "dialogue_seat_freed": _("a seat at a dialogue is no longer needed"),
    "exchange_asked": _("an introduction was asked for"),
    "exchange_declined": _("an introduction did not come about"),
    "exchange_held": _("an entry of the exchange is held back"),
    "exchange_introduced": _("an introduction, to who asked"),
    "exchange_introduced_owner": _("an introduction, to whose entry it is"),
    "exchange_moved_up": _("a place became free"),
    "exchange_outcome": _("what came of an introduction?"),
    "exchange_posted": _("an entry of the exchange has arrived"),
    "exchange_registered": _("a registration"),
    "exchange_removed": _("an entry of the exchange was removed"),
    "exchange_reported": _("an entry of the exchange was reported"),
    "exchange_shown": _("an entry of the exchange is shown"),
    "exchange_to_look_at": _("an entry of the exchange to look at"),
    "exchange_to_vouch": _("a desk is asked to introduce"),
    "exchange_waiting": _("a place on a waiting list"),
    "exchange_wants_to_meet": _("somebody wants to meet whose entry it is"),
    "hook_paused": _("a receiver does not answer"),
    "late_digest": _("late cases that wait for somebody"),
    "mail_digest": _("several mails in one"),
    "mail_is_it_yours": _("is a mail from another address theirs?"),
    "mail_written_back": _("an answer to a mail that was held"),
    "paper_expires": _("a paper expires"),
    "plan_changed": _("a kept plan has changed"),
    "plan_kept": _("a plan to be kept"),
    "promise_due": _("a promise is due soon"),
    "promise_late": _("a promise is late"),
    "promise_made": _("a desk promised something"),
    "rule_changed": _("a rule changed"),
    "rule_digest": _("rules that changed"),
    "rule_withdrawn": _("a rule was withdrawn"),
    "wake": _("somebody is woken for an urgent case"),
    "wake_answered": _("an answer to a message"),
    "watch_saved": _("a watch to be confirmed"),
}

CHANNEL_WORDS = {
    "sms": _("SMS"),
    "call": _("call"),
    "telegram": "Telegram",
    "wecom": "WeCom",
}


def channel_words(channel: str) -> str:
    """Return a channel other than mail in the language of now; its name itself where it has no words."""
    return str(CHANNEL_WORDS.get(channel, channel))


def kind_words(template: str) -> str:
    """Return what a mail of this template is about, in the language of now; the name itself where it has no words."""
    return str(KINDS.get(template, template))
