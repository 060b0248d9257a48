"""Planning on the real network: `network` says it in the words of the exact search, which is `landsea_search`."""
