"""Systems of the same kind beside ours on the same machine, in the same run."""
