"""`python -m fasilitaattori`."""

import sys

from fasilitaattori.cli import main

if __name__ == "__main__":
    sys.exit(main())
