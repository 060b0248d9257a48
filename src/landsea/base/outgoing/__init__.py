"""Going out to other servers: the one door for webhooks, gateways of short messages and pages that are read."""
