"""What the columns of the arrays in `Room` mean, and the numbers that stand there for something."""

from landsea_search.compiled.loops import int64

# Columns of `Room.nodes`, one row a node: what the destination takes at least from here (-1: too far), the last journey
# and the last label that beat something here, and where in `Room.words` the node's words are.
LEAST_AHEAD, LAST_JOURNEY, LAST_LABEL, FIRST, COUNT, SPACE = range(6)
# Columns of `Room.labels`: its node, the next label of the same minute, the label before, and how it came here: a run and
# the moves it was boarded before and left after, or run -1 and a step, or run -2 and a haulage.
NODE, NEXT, BEFORE, RUN, BOARDED, LEFT = range(6)
BY_STEP, BY_HAUL = int64(-1), int64(-2)
# Columns of `Room.ready_logs`, one row a stop: where in `Room.words` the labels that became ready there are, one after
# another as a word and a number each, how many, and for how many there is space.
LOG, LOGGED, LOG_SPACE = range(3)
# Results of a search.
DONE, MORE_LABELS, MORE_WORDS, MORE_JOURNEYS, RAN_OVER, OVER_BUDGET = range(6)
# Columns of `state`: how much of the room is in use, how the search ended, and what it took: labels that were settled, and
# how often one was compared with the labels of its node, and with journeys.
LABELS, WORDS, JOURNEYS, END, SETTLED, WITH_LABELS, WITH_JOURNEYS, COLUMNS = range(8)

# Numbers with a type of their own: a loop is compiled apart for each plain number that it is called with.
NONE, ZERO = int64(-1), int64(0)
NEVER_AGAIN = (1 << 31) - 1  # when the next run of a line starts that has none left
