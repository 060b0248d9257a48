"""What a person newly wrote: quotes, markers, footers and disclaimers cut off, each by a small file with its own examples."""
