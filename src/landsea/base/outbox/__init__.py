"""What has to be sent."""
