"""How cases of the played year ended, by kind of trouble and outcome, in English, in which offices of two countries write
to each other; and what was said on the way there."""

ENDS: dict[str, dict[str, tuple[str, ...]]] = {
    "plant": {
        "fixed": (
            "The letter arrived and all lots were released before noon.",
            "The code was explained to the post; the cartons passed.",
        ),
        "workaround": (
            (
                "Two cartons of each lot were relabelled at the gate; for the next loads print the lot as in "
                "the register."
            ),
        ),
        "explained_no_change": ("The name in the register decides. It can be changed once a year, in March.",),
    },
    "laboratory": {
        "fixed": (
            "The copy with both names was accepted.",
            "The sample was clean and the lorries drove on at dawn.",
        ),
        "workaround": (
            ("Until the list is printed again, the second laboratory in town takes such samples within a day."),
        ),
        "explained_no_change": (
            "The laboratory's accreditation has ended. Reports of it do not count until it is renewed.",
        ),
    },
    "label": {
        "fixed": (
            "The pallet was labelled again and left the store.",
            "The packets that were printed before may be sold; the office has it in writing.",
        ),
        "workaround": ("A folded label beside the original one is accepted until the next print.",),
        "explained_no_change": ("The rule for printed tables holds for everybody since the first of the quarter.",),
    },
    "queue": {
        "fixed": (
            "All lorries were through by the evening.",
            "The parking area calls in three languages since Friday.",
        ),
        "workaround": ("The load went by the next post, 60 km further, which had no queue.",),
        "explained_no_change": (
            "A number that was missed three times goes to the end: the line would stand otherwise.",
        ),
    },
    "rail": {
        "fixed": (
            "Your boxes left with Thursday's train.",
            "The order of loading hangs in the station and is sent by mail on Mondays.",
        ),
        "workaround": ("Two boxes went by road to the border and by train from there.",),
        "explained_no_change": (
            ("Wagons are allotted by contract this season. Small shippers can join one of the three forwarders."),
        ),
    },
    "origin": {
        "fixed": (
            "The reissued form was accepted, the duty is paid back.",
            "The number was found; the goods were released without a deposit.",
        ),
        "workaround": ("The goods were released against a deposit, which returns when the other office has answered.",),
        "explained_no_change": (
            "The part from a third country is above the limit, so that the preference does not apply.",
        ),
    },
    "licence": {
        "fixed": (
            "The licence was given the next day and is good for the quarter.",
            "The dry port released the goods on the receipt of the application.",
        ),
        "workaround": ("A single permit was given for this delivery; apply for the quarter before the next one.",),
        "explained_no_change": ("The licence protects plants from disease and stays. The list is on the portal now.",),
        "not_a_barrier": ("The goods never needed a licence; the broker had picked a wrong code.",),
    },
    "lorry": {
        "fixed": (
            "All permits were handed over on Friday.",
            "The border has the correction, the lorries drive through.",
        ),
        "workaround": ("The trailer went on with a tractor of a firm that has a permit.",),
        "explained_no_change": ("The yearly number of permits is used up. New ones are given in January.",),
    },
    "payment": {
        "fixed": (
            "The money arrived on the account.",
            "The bank took the list; the rest was paid the same week.",
        ),
        "workaround": ("The buyer paid through a bank that has a branch in both countries.",),
        "explained_no_change": (
            "The law asks that contract and declaration name one currency. There is no exception.",
        ),
    },
    "permit": {
        "fixed": (
            "Both permits were stamped, the fitters have begun.",
            "The new list hangs on the wall and is on the page of the office.",
        ),
        "workaround": ("They came on a business visa for two weeks and trained the factory's own people.",),
        "explained_no_change": ("Longer work needs the full permit; it takes twenty working days.",),
    },
    "charges": {
        "fixed": (
            "The bill was corrected, the days of delay were taken out.",
            "The agent paid the fee back for all boxes.",
        ),
        "workaround": ("Boxes that wait are moved to a depot outside, which is cheaper by half.",),
        "explained_no_change": ("Free days end at midnight of the fifth day, whoever is late; this is in the tariff.",),
        "not_a_barrier": ("The storage was at the wish of the buyer, who has said so.",),
    },
    "declaration": {
        "fixed": (
            "The plate was corrected and the lorry left.",
            "The answer came after it was sent again; the gate opened.",
        ),
        "workaround": ("The load was moved to the declared tractor's trailer in the yard.",),
        "explained_no_change": (
            "After the gate was passed a new declaration is needed: the first one is closed by then.",
        ),
    },
    "inspection": {
        "fixed": (
            "The tax number was corrected; the next lorry was checked by sample.",
            "The scanner works, boxes stay closed.",
        ),
        "workaround": ("Lorries with a seal are checked in the buyer's store from now on.",),
        "explained_no_change": ("These goods are on the list of full checks until the end of the quarter.",),
    },
    "registration": {
        "fixed": (
            "The new date is in the system, all boxes are free.",
            "The form takes the number now.",
        ),
        "workaround": ("The boxes were released on the paper; the next ones should come after the refresh.",),
        "explained_no_change": ("The register of the authority at home decides; the port only copies it.",),
    },
}

ASKED = (
    "Please send a photograph of the document, both sides.",
    "Which of the two numbers is on the seal?",
    "Please name the broker and the day of the declaration.",
)
REPLIED = (
    "Here it is, as the driver photographed it.",
    "The number is as on the invoice.",
    "The broker's name is on the first page.",
)
DISPUTED = (
    "It is stuck again today, with the same words.",
    "Two of the loads went through, the others still wait.",
    "The office at the gate says that it has not heard of this.",
)
WITHDRAWN = (
    "The buyer took another way.",
    "It was released before you wrote. Thank you.",
    "We sold the goods at home.",
)
