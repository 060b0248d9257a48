"""`python -m landsea` is the same as the command `landsea`."""

from landsea.cli import main

main()
