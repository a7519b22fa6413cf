"""The Log window: a day, a week, a month, a year, and all of the record."""
