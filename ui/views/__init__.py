"""The pages: each reads the session, asks a question, and shows components."""
