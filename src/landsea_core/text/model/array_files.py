"""What may go wrong with a file of arrays, as models, names and centres are kept in. Readers say it in a sentence of their
own, so that a damaged file is passed over as one that is not there.
"""

import zipfile
import zlib

UNREADABLE = (KeyError, TypeError, ValueError, OSError, EOFError, zipfile.BadZipFile, zlib.error)
"""What reading raises when a file holds other arrays than expected, or was cut off or damaged."""
