"""Files, folders and streams → releases: ``read`` finds the inputs, one module a format turns bytes into releases.

What comes out is ready for offsets: the encoding is repaired here and nothing changes the text afterwards.
"""

from beatbook.reading.sources import read

__all__ = ["read"]
