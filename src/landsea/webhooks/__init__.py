"""Webhooks: what happens to cases and in the corridor, posted to receivers that people name for their programs."""
