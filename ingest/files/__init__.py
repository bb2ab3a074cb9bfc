"""Files that arrive: out of folders and zips, looked into before parsing, parsed in a process apart."""
