"""What can be wrong with the file of the log; without SQL, so that windows can name it before anything heavy loads."""

from fasilitaattori.errors import FasilitaattoriError

FILE = "fasilitaattori.db"


class NewerDatabase(FasilitaattoriError):
    """The database was written by a newer version of the program."""


class DamagedDatabase(FasilitaattoriError):
    """The file is not a whole database."""
