"""The steps of tools/check, one file each."""
