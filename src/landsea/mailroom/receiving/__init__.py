"""How mails get in: who may hand one over, the server that takes it, the box that is emptied."""
