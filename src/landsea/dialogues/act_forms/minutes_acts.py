"""The forms of the minutes: opened, written line by line with what a decision promises, agreed by each side's chair."""

from landsea.dialogues.access import find_line
from landsea.dialogues.act_forms.act_form import ActForm, Press, make_typed_day_field, make_typed_field
from landsea.dialogues.actions import minutes, minutes_lines
from landsea.directory.desk_picking import find_desk_meant


class OpenMinutesForm(ActForm):
    """Who is present is noted; that opens the minutes."""

    many_rows = ("present",)
    act = "open_minutes"

    def do(self, press: Press) -> None:
        present = {int(one) for one in self.data.getlist("present") if one.isdecimal() and len(one) < 10}
        minutes.open_minutes(press.actor, press.dialogue.pk, present, now=press.now)


class PromisingForm(ActForm):
    """A line with what its decision promises. `owner` is what names the desk, `desk_code` the desk that was picked."""

    text = make_typed_field()
    what = make_typed_field()
    owner = make_typed_field()
    desk_code = make_typed_field()
    due = make_typed_day_field()
    success = make_typed_field()

    def promised(self) -> minutes_lines.Promised | None:
        """Return what the decision promises; None when nothing of it was filled in."""
        typed = self.cleaned_data
        if not any(typed[name] for name in ("what", "owner", "desk_code", "due", "success")):
            return None
        barrier, owner = self.number("barrier") or None, find_desk_meant(typed["owner"], typed["desk_code"])
        return minutes_lines.Promised(typed["what"], owner, typed["due"], typed["success"], barrier)


class WriteLineForm(PromisingForm):
    """A line is added at the end, or one that sets an agreed line right (`corrects`)."""

    rows = ("barrier", "item", "corrects")
    act = "write_line"
    kind = make_typed_field()

    def do(self, press: Press) -> None:
        minutes_lines.write_line(
            press.actor,
            press.dialogue.pk,
            self.cleaned_data["kind"],
            self.cleaned_data["text"],
            now=press.now,
            promised=self.promised(),
            item_id=self.number("item") or None,
            corrects=self.number("corrects") or None,
        )


class ChangeLineForm(PromisingForm):
    """A line that is not agreed gets other words."""

    rows = ("line", "barrier")
    act = "change_line"

    def do(self, press: Press) -> None:
        line = find_line(press.dialogue, self.number("line"))
        text, promised = self.cleaned_data["text"], self.promised()
        minutes_lines.change_line(press.actor, line.pk, text, now=press.now, promised=promised)


class AgreeLineForm(ActForm):
    """A chair agrees to a line as it was read."""

    rows = ("line",)
    act, need = "agree_line", "side"
    text = make_typed_field()

    def do(self, press: Press) -> None:
        line = find_line(press.dialogue, self.number("line"))
        minutes_lines.agree_line(press.actor, line.pk, self.cleaned_data["text"], now=press.now)
