"""Where records are kept: tables, repositories, blobs, migrations."""
