"""Reads lists of news of official sources and makes drafts for editors. It publishes nothing, and is off unless asked."""
