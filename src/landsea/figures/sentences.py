"""The sentences of the core's checks, named here so that they are collected for translation; `ui.saying.said` looks them up.

A test holds this list against the core.
"""

from django.utils.translation import gettext_lazy

SENTENCES = (
    gettext_lazy("the growth of the whole lies between those of its parts (%(parts)s), said was %(said)s"),
    gettext_lazy("%(delta)s on %(base)s is %(right)s, said was %(said)s"),
    gettext_lazy("%(one)s a %(per)s are %(right)s a %(longer)s, said were %(other)s"),
    gettext_lazy("%(one)s are %(right)s, said were %(other)s"),
    gettext_lazy("%(one)s at %(rate)s yuan a dollar are %(right)s, said were %(other)s"),
    gettext_lazy("%(part)s (%(name)s) is a part of %(whole)s (%(all)s) and larger"),
    gettext_lazy("%(part)s is part of %(whole)s"),
    gettext_lazy("%(part)s of %(whole)s is %(right)s, said was %(said)s"),
    gettext_lazy("%(parts)s is more than the %(whole)s of the whole of %(period)s"),
    gettext_lazy("%(parts)s make %(right)s, as said"),
    gettext_lazy("%(parts)s make %(right)s, said was %(whole)s"),
    gettext_lazy(
        "%(place)s: clearance of %(said)s stands beside a traced trip that spent %(stood)s there (“%(words)s”)"
    ),
    gettext_lazy("%(rate)s per %(per)s over %(count)s make %(right)s, said were %(total)s"),
    gettext_lazy("%(result)s is %(right)s times %(base)s, said was %(said)s"),
    gettext_lazy("%(result)s is %(right)s times %(base)s, said was “%(said)s”"),
    gettext_lazy("%(said)s as a %(part)s, with nothing to compute it from"),
    gettext_lazy("%(said)s compared with what? The two figures are not both there."),
    gettext_lazy("%(said)s has no unit: say of what it is (yuan, TEU, tonnes, days, ...)."),
    gettext_lazy("%(said)s in %(period)s"),
    gettext_lazy("%(said)s in %(period)s agrees with what is held: %(held)s %(unit)s (%(grade)s, %(source)s)"),
    gettext_lazy("%(said)s in %(period)s agrees with what is held: %(held)s (%(grade)s, %(source)s)"),
    gettext_lazy("%(said)s in %(period)s: held is %(held)s %(unit)s (%(grade)s, %(source)s)"),
    gettext_lazy("%(said)s in %(period)s: held is %(held)s (%(grade)s, %(source)s)"),
    gettext_lazy("%(said)s is more than a tenfold: look at the decimal point."),
    gettext_lazy("%(said)s is no share: a part lies between 0 and 100 %% of its whole"),
    gettext_lazy("%(said)s of what? Say whether it is a growth or a share, and of which total."),
    gettext_lazy("%(said)s, no period named"),
    gettext_lazy("%(said)s; and %(count)s alike"),
    gettext_lazy("%(subject)s: %(figure)s in %(period)s is %(right)s a day, not %(said)s"),
    gettext_lazy("%(subject)s: %(figure)s lies above the capacity of %(capacity)s"),
    gettext_lazy("%(subject)s: %(notes)s make %(total)s, not %(whole)s"),
    gettext_lazy("%(subject)s: %(one)s and %(other)s are both given for the same thing"),
    gettext_lazy("%(subject)s: %(one)s and %(other)s are both given for the same thing%(period)s"),
    gettext_lazy("%(subject)s: %(one)s and %(other)s make %(total)s, not %(whole)s"),
    gettext_lazy(
        "%(subject)s: %(one)s in %(first)s is %(slow)s a month, %(other)s in %(second)s is %(fast)s a "
        "month, and the two share %(months)s months"
    ),
    gettext_lazy("%(subject)s: %(one)s was a largest figure (“%(first)s”) and comes back as an average (“%(second)s”)"),
    gettext_lazy(
        "%(subject)s: %(part)s (%(grew)s) in %(short)s and %(whole)s (%(all)s) in %(long)s leave "
        "%(rest)s for the other %(months)s months, which is %(right)s: the two hardly count the same "
        "thing"
    ),
    gettext_lazy("%(subject)s: %(parts)s is more than the %(whole)s of all %(period)s"),
    gettext_lazy("%(subject)s: %(parts)s make %(total)s, not %(whole)s for %(period)s"),
    gettext_lazy("%(subject)s: %(rate)s a day make %(right)s in %(period)s, not %(total)s"),
    gettext_lazy("%(subject)s: %(said)s was claimed, %(took)s was what it took"),
    gettext_lazy("%(subject)s: a total of %(one)s by %(first)s cannot be %(other)s by %(second)s"),
    gettext_lazy(
        "%(subject)s: from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s"
    ),
    gettext_lazy(
        "%(subject)s: from %(one)s (%(first)s) to %(other)s (%(second)s) within %(months)s months: the "
        "two hardly count the same thing"
    ),
    gettext_lazy("%(subject)s: the shares %(shares)s are more than 100 %%"),
    gettext_lazy("%(year)s looks like a year of the Buddhist era: write %(common)s."),
    gettext_lazy("No figure was found here: only amounts, percentages and durations are checked."),
    gettext_lazy("The statement is longer than %(most)s characters: check it in parts."),
    gettext_lazy("There are more than %(most)s figures in it: check it in parts."),
    gettext_lazy("There is nothing to check: write a sentence with figures."),
    gettext_lazy("a fall of %(said)s is impossible: nothing can fall by more than 100 %%"),
    gettext_lazy("a part of %(part)s is more than its whole of %(whole)s"),
    gettext_lazy("between %(base)s and %(result)s lies %(right)s, said was %(said)s"),
    gettext_lazy("between %(ends)s by %(mode)s both %(one)s (%(first)s) and %(other)s (%(second)s) are given"),
    gettext_lazy("for the same thing both %(one)s and %(other)s are said"),
    gettext_lazy("from %(base)s to %(result)s"),
    gettext_lazy("from %(base)s to %(result)s in %(years)s years is %(right)s a year, said was %(said)s"),
    gettext_lazy("from %(base)s to %(result)s is %(points)s percentage points or %(right)s, not %(said)s"),
    gettext_lazy("from %(base)s to %(result)s is %(right)s percentage points, said were %(said)s"),
    gettext_lazy("from %(base)s to %(result)s is %(right)s, as said"),
    gettext_lazy("from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s"),
    gettext_lazy("from %(base)s to %(result)s is a %(is_)s, not a %(said)s"),
    gettext_lazy("the shares %(shares)s make %(total)s, not 100 %%"),
)
