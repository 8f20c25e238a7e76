"""What we talk about: frozen values that know no file format, no graph and no library."""
