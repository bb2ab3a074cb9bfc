"""Parts of pages: typed answers in, charts, tables and workbooks out."""
