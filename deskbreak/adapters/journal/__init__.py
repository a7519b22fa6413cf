"""The parts of the SQLite journal: schema, opening, rows, backups, and the one in memory."""
