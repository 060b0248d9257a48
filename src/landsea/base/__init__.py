"""The ground floor: what every app stands on and what knows no domain - no desk, no case, no rule.

Who asks (`actors`), which kind of person may come in (`doors`), pages and sheets (`ui`), what was done (`audit`), what has
to be sent (`outbox`), papers (`files`), background work (`jobs`), texts in the reader's language (`translation`).
"""
