"""The exchange board: goods offered and wanted, investment, events and programmes, introductions through desks."""
