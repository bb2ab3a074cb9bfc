"""What people change by hand: values, relations, elements that turn out to be one."""
