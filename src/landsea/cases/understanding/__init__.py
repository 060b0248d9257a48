"""What was understood of a filing: read from its words, suggested, shown as chips, checked before sending."""
