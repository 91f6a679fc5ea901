"""Where the built program begins."""

import sys
from multiprocessing import freeze_support

freeze_support()  # first: a child of multiprocessing must never come to open a window

from pec_desktop.__main__ import main  # noqa: E402

sys.exit(main())
