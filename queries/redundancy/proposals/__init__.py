"""The check of a proposed application: what does its work already, advice, and recommendations."""
