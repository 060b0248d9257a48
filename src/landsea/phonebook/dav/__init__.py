"""CardDAV, read only (RFC 4918, 5397, 6352, 6578): bodies read, properties of each thing, reports, answers."""
