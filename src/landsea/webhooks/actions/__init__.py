"""The acts of webhooks: receivers kept, events noted, events posted."""
