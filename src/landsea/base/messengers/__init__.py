"""Short messages out and in: SMS, calls, messengers. Knows no case and no desk."""
