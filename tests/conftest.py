"""Options of the test run."""


def pytest_addoption(parser):
    """`--renew` writes the committed results (permission matrix, query counts) anew."""
    parser.addoption("--renew", action="store_true", help="write the committed matrix and query counts anew")
