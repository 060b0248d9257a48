"""The compiled search as a planner: which stages answer a query, with what is kept from one query to the next.

`planner` is what is called. It fits a network to a query's window (`fitted`), runs the loops of `compiled` stage by stage
(`stages`), with the optional part `lookahead` where labels become very many, and hands on what they found (`found`).
"""
