"""The API for programs: everything that a person may do, by the same forms, the same rights and the same acts."""
