"""Who is accountable for a question: the desk that answers for it where somebody is there, else the coordinator."""

from landsea_core.routing import Routing, RoutingReason, choose_accountable

FOUND = Routing("gate", (), (RoutingReason("place_matches", {"place": "CNMHN"}),))


def test_a_desk_where_somebody_can_answer_is_accountable():
    chosen = choose_accountable(FOUND, {"gate"}, coordinator="coordinator")
    assert (chosen.desk, chosen.meant, chosen.reasons) == ("gate", "", FOUND.reasons)


def test_where_nobody_can_the_coordinator_is_and_it_is_said_which_desk_was_meant():
    chosen = choose_accountable(FOUND, {"other"}, coordinator="coordinator")
    assert (chosen.desk, chosen.meant) == ("coordinator", "gate")
    assert chosen.reasons == (*FOUND.reasons, RoutingReason("nobody_there", {"desk": "gate"}))


def test_what_goes_to_the_coordinator_anyway_is_meant_for_nobody_else():
    to_coordinator = Routing("coordinator", (), (RoutingReason("nobody_else", {}),))
    assert choose_accountable(to_coordinator, set(), coordinator="coordinator").meant == ""
