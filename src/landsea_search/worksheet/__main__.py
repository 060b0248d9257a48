"""`python -m landsea_search.worksheet DIR --criteria 4 --out FILE`: the work sheet as a command."""

import sys

from landsea_search.worksheet.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
