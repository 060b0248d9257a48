"""The sentences of the core's checks, named here so that they are collected for translation; `words.said` looks them up.

A test holds this list against the core.
"""

from django.utils.translation import gettext_noop

SENTENCES = (
    gettext_noop("%(delta)s on %(base)s is %(right)s, said was %(said)s"),
    gettext_noop("%(one)s a %(per)s are %(right)s a %(longer)s, said were %(other)s"),
    gettext_noop("%(one)s are %(right)s, said were %(other)s"),
    gettext_noop("%(one)s at %(rate)s yuan a dollar are %(right)s, said were %(other)s"),
    gettext_noop("%(part)s (%(name)s) is a part of %(whole)s (%(all)s) and larger"),
    gettext_noop("%(part)s is part of %(whole)s"),
    gettext_noop("%(part)s of %(whole)s is %(right)s, said was %(said)s"),
    gettext_noop("%(parts)s is more than the %(whole)s of the whole of %(period)s"),
    gettext_noop("%(parts)s make %(right)s, as said"),
    gettext_noop("%(parts)s make %(right)s, said was %(whole)s"),
    gettext_noop(
        "%(place)s: clearance of %(said)s stands beside a traced trip that spent %(stood)s there (“%(words)s”)"
    ),
    gettext_noop("%(rate)s per %(per)s over %(count)s make %(right)s, said were %(total)s"),
    gettext_noop("%(result)s is %(right)s times %(base)s, said was %(said)s"),
    gettext_noop("%(result)s is %(right)s times %(base)s, said was “%(said)s”"),
    gettext_noop("%(said)s as a %(part)s, with nothing to compute it from"),
    gettext_noop("%(said)s compared with what? The two figures are not both there."),
    gettext_noop("%(said)s has no unit: say of what it is (yuan, TEU, tonnes, days, ...)."),
    gettext_noop("%(said)s in %(period)s"),
    gettext_noop("%(said)s in %(period)s agrees with what is held: %(held)s %(unit)s (%(grade)s, %(source)s)"),
    gettext_noop("%(said)s in %(period)s agrees with what is held: %(held)s (%(grade)s, %(source)s)"),
    gettext_noop("%(said)s in %(period)s: held is %(held)s %(unit)s (%(grade)s, %(source)s)"),
    gettext_noop("%(said)s in %(period)s: held is %(held)s (%(grade)s, %(source)s)"),
    gettext_noop("%(said)s is more than a tenfold: look at the decimal point."),
    gettext_noop("%(said)s is no share: a part lies between 0 and 100 %% of its whole"),
    gettext_noop("%(said)s of what? Say whether it is a growth or a share, and of which total."),
    gettext_noop("%(said)s, no period named"),
    gettext_noop("%(subject)s: %(figure)s in %(period)s is %(right)s a day, not %(said)s"),
    gettext_noop("%(subject)s: %(figure)s lies above the capacity of %(capacity)s"),
    gettext_noop("%(subject)s: %(notes)s make %(total)s, not %(whole)s"),
    gettext_noop("%(subject)s: %(one)s and %(other)s are both given for the same thing"),
    gettext_noop("%(subject)s: %(one)s and %(other)s are both given for the same thing%(period)s"),
    gettext_noop("%(subject)s: %(one)s and %(other)s make %(total)s, not %(whole)s"),
    gettext_noop(
        "%(subject)s: %(one)s in %(first)s is %(slow)s a month, %(other)s in %(second)s is %(fast)s a "
        "month, and the two share %(months)s months"
    ),
    gettext_noop("%(subject)s: %(one)s was a largest figure (“%(first)s”) and comes back as an average (“%(second)s”)"),
    gettext_noop(
        "%(subject)s: %(part)s (%(grew)s) in %(short)s and %(whole)s (%(all)s) in %(long)s leave "
        "%(rest)s for the other %(months)s months, which is %(right)s: the two hardly count the same "
        "thing"
    ),
    gettext_noop("%(subject)s: %(parts)s is more than the %(whole)s of all %(period)s"),
    gettext_noop("%(subject)s: %(parts)s make %(total)s, not %(whole)s for %(period)s"),
    gettext_noop("%(subject)s: %(rate)s a day make %(right)s in %(period)s, not %(total)s"),
    gettext_noop("%(subject)s: %(said)s was claimed, %(took)s was what it took"),
    gettext_noop("%(subject)s: a total of %(one)s by %(first)s cannot be %(other)s by %(second)s"),
    gettext_noop(
        "%(subject)s: from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s"
    ),
    gettext_noop(
        "%(subject)s: from %(one)s (%(first)s) to %(other)s (%(second)s) within %(months)s months: the "
        "two hardly count the same thing"
    ),
    gettext_noop("%(subject)s: the shares %(shares)s are more than 100 %%"),
    gettext_noop("%(year)s looks like a year of the Buddhist era: write %(common)s."),
    gettext_noop("No figure was found here: only amounts, percentages and durations are checked."),
    gettext_noop("The statement is longer than %(most)s characters: check it in parts."),
    gettext_noop("There are more than %(most)s figures in it: check it in parts."),
    gettext_noop("There is nothing to check: write a sentence with figures."),
    gettext_noop("a fall of %(said)s is impossible: nothing can fall by more than 100 %%"),
    gettext_noop("a part of %(part)s is more than its whole of %(whole)s"),
    gettext_noop("between %(base)s and %(result)s lies %(right)s, said was %(said)s"),
    gettext_noop("between %(ends)s by %(mode)s both %(one)s (%(first)s) and %(other)s (%(second)s) are given"),
    gettext_noop("for the same thing both %(one)s and %(other)s are said"),
    gettext_noop("from %(base)s to %(result)s"),
    gettext_noop("from %(base)s to %(result)s in %(years)s years is %(right)s a year, said was %(said)s"),
    gettext_noop("from %(base)s to %(result)s is %(points)s percentage points or %(right)s, not %(said)s"),
    gettext_noop("from %(base)s to %(result)s is %(right)s percentage points, said were %(said)s"),
    gettext_noop("from %(base)s to %(result)s is %(right)s, as said"),
    gettext_noop("from %(base)s to %(result)s is %(right)s, not %(said)s; %(said)s would start from %(start)s"),
    gettext_noop("from %(base)s to %(result)s is a %(is_)s, not a %(said)s"),
    gettext_noop("the shares %(shares)s make %(total)s, not 100 %%"),
)
