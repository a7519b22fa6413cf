"""What the journal adds up to over weeks, months and years."""
