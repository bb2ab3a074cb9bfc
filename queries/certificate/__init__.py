"""Certificates: answers saved with all that a checker needs to confirm them (docs/certificates.md)."""
