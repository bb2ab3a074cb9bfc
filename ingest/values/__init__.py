"""What cells say: values by their type, numbers, dates, references, blanks."""
