"""Mail both ways: what comes in is kept, sorted and done; every mail that goes out can be answered."""
