"""A world with one of every object, made by the platform's own acts: what the permission matrix and the counts of queries
ask for. `make_everything` makes it; each module makes what one part of the platform knows.

A part returns, by the name of a route, the values of that route's parameters. A route with parameters that no part names
fails the tests (`Everything.pages`): whoever adds a page adds the object that it shows.
"""

from tests.contract.one_of_each.everything import Everything, make_everything

__all__ = ["Everything", "make_everything"]
