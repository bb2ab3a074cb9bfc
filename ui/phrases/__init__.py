"""The words of the interface, in both languages, one module per page. Sources: the table of terms in docs."""
