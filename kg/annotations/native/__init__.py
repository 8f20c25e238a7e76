"""The claim-first YAML of docs/annotation.md, read into values with every quote anchored."""
