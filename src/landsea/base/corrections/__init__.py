"""What readers say is wrong on a page: one table for all apps, each of which says who may read and settle its own."""
