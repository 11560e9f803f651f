"""Files that people hand in or print: workbooks, scans, forms."""
