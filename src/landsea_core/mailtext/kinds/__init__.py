"""What a mail is: a chain of filters, each a file with one question and its own examples."""
