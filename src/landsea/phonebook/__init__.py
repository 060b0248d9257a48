"""The directory as phone books: for telephones and mail programs by CardDAV, and as files."""
