"""Who works in this browser: the name under which decisions and changes are recorded."""
