"""What filers of the played year wrote in English: two ways to begin and two ways to ask of each kind."""

WORDS = {
    "plant": (
        (
            "{n} loads of {goods} stand at Mohan since {days} hours ago: the phytosanitary certificate names the "
            "packing house in a spelling that the register does not have."
        ),
        (
            "Quarantine at Mohan sent our {goods} to the side. The certificate says lot {lot}, the cartons say lot "
            "{lot} A."
        ),
        "Can the office that issued it correct the certificate by a letter, or do we need a new original?",
        "Which of the two spellings does the register want, and who can confirm it today?",
    ),
    "laboratory": (
        (
            "The gate at Youyi Guan asks for a residue report from another laboratory than ours for {n} lorries of "
            "{goods}."
        ),
        (
            "Our report no. {lot} for {goods} was accepted for months. Since Monday the officer says that the "
            "laboratory is not listed."
        ),
        "Where is the list that counts, and from which day?",
        "May samples be taken at the gate so that the fruit does not wait another {days} hours?",
    ),
    "label": (
        (
            "A pallet of {goods} for a shop in Nanning is held because the Chinese label was stuck over the original "
            "one."
        ),
        (
            "For {goods} we were told to print the nutrition table on the packet itself. A sticker was fine for the "
            "last {n} orders."
        ),
        "Is there a transition time for packets that are printed already? We have {many} of them.",
        "Please say which rule was changed and when it begins to apply.",
    ),
    "queue": (
        (
            "{n} refrigerated lorries with {goods} have been in the line at Mohan for {days} hours and the diesel "
            "runs low."
        ),
        (
            "We lost our turn at Mohan because the parking area called numbers in one language only. {goods} does not "
            "wait."
        ),
        "Is there a lane for fresh fruit, and what must the driver show to use it?",
        "Who keeps the list of numbers, and can a lorry that missed its call come back at its old place?",
    ),
    "rail": (
        (
            "{n} containers of {goods} are at the station in Vientiane for {days} days; every week our booking moves "
            "to the next one."
        ),
        "The forwarder says that small shippers of {goods} get a wagon only when a large customer cancels.",
        "On what does the order of loading depend, and where can we see it?",
        "May several small shippers book one block of wagons together?",
    ),
    "origin": (
        ("The preference for {goods} was refused: box 8 of the form says another criterion than the invoice's annex."),
        (
            "Customs doubts form {lot} for our {goods} because the stamp is printed and not pressed. It was issued "
            "electronically."
        ),
        "Can it be checked with the issuing authority while the goods are released against a deposit?",
        ("Which office compares the signatures, and how long may that take? The storage costs mount for {days} days."),
    ),
    "licence": (
        "For {goods} we were asked at the dry port for an import licence that the trade portal does not name.",
        (
            "Our licence for {goods} ran out while the lorries were under way: it was applied for {days} days before "
            "the end."
        ),
        "Which ministry gives it, what does it cost, and can one licence cover {n} deliveries?",
        "Is there a written list of the goods that need one? Two offices gave us two answers.",
    ),
    "lorry": (
        (
            "The permits for {n} lorries that carry {goods} were handed in {weeks} weeks ago and nobody can say where "
            "they are."
        ),
        (
            "Our permit says one crossing, the office told us that it is good for a year. Driver and {goods} were "
            "sent back."
        ),
        "Where does one see how far an application has come?",
        "May the trailer go on with another tractor while the permit is looked for?",
    ),
    "payment": (
        ("The bank in Chongqing returned the payment for {goods}: the contract names yuan, the declaration dollars."),
        (
            "For {days} days the money for {n} containers of {goods} has been with the buyer's bank, which wants the "
            "first contract again."
        ),
        "Is a supplement that both sides sign enough, or does the declaration have to be changed?",
        "Which papers does the foreign exchange office want for a trade that is settled in parts?",
    ),
    "permit": (
        "Two fitters who shall mount our line for {goods} wait {days} days for their work permits in Vientiane.",
        "The labour office wants the diploma of each technician certified, the list on its wall does not say so.",
        "Is there a short permit for mounting machines, for instance for {n} weeks?",
        "Who tells us the complete list, so that we need to come only once?",
    ),
    "charges": (
        (
            "On the bill for {n} boxes of {goods} from Qinzhou stands a fee for {days} days of storage, though the "
            "ship was late."
        ),
        "The agent adds a charge for weighing {goods} that the tariff of the port does not have.",
        "Who sets this charge, and may it be taken when the delay was not ours?",
        "Is there a published tariff for the whole port, with all that agents may add?",
    ),
    "declaration": (
        (
            "The declaration of {goods} at Youyi Guan was refused since the number plate was changed when the tractor "
            "broke down."
        ),
        "Our declaration {lot} for {goods} hangs in the system for {days} hours; neither side sees an error.",
        "Can the plate be corrected without cancelling the declaration?",
        "Whom do we call when the system shows nothing and the lorry blocks the gate?",
    ),
    "inspection": (
        "Every one of the last {n} lorries with {goods} was unloaded completely at the Thai side of the Mekong.",
        "Boxes of {goods} were opened by hand and the buyer refuses them. The scanner stood idle.",
        "What must a firm do to be checked by sample again?",
        "Can the check be made in the warehouse at the end, under seal?",
    ),
    "registration": (
        (
            "Our plant for {goods} was renewed in the register {days} days ago, but the system at the port shows the "
            "old end."
        ),
        "The number of our plant has one digit more than the form for {goods} takes.",
        "Who can refresh the entry, the authority at home or the one in China?",
        "May the {n} containers that are at sea be released on the paper that shows the renewal?",
    ),
}
