"""No mutated mail makes the reader stumble: a few hundred here, 20,000 in `make drill`."""

from bench.drill_mail import mutated, raw_mails, stumbles


def test_the_reader_does_not_stumble():
    faults, kinds, _ = stumbles(raw_mails(), 0, 400)
    assert faults == []
    assert len(kinds) >= 6  # the mutations leave enough of a mail to be read


def test_a_number_makes_the_same_mail_each_time():
    mails = raw_mails()
    assert mutated(mails, 7) == mutated(mails, 7) != mutated(mails, 8)


def test_numbers_that_once_made_it_stumble():
    mails = raw_mails()
    assert [fault for number in (4_807, 5_241, 12_826, 19_500) for fault in stumbles(mails, number, 1)[0]] == []
