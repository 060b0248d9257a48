"""Names of XML elements that CardDAV uses, as lxml writes them: {namespace}name."""

DAV, CARDDAV, CALENDARSERVER = "DAV:", "urn:ietf:params:xml:ns:carddav", "http://calendarserver.org/ns/"
PREFIXES = {"D": DAV, "C": CARDDAV, "S": CALENDARSERVER}


def name_in_dav(name: str) -> str:
    """Return a name of WebDAV."""
    return f"{{{DAV}}}{name}"


def name_in_carddav(name: str) -> str:
    """Return a name of CardDAV."""
    return f"{{{CARDDAV}}}{name}"


GETCTAG = f"{{{CALENDARSERVER}}}getctag"
