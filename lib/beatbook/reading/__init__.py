"""Readers: a file per format, bytes in, Releases out."""
