"""Applying batches to a replica: the same few lines for desk, phones and rehearsal."""

from fasilitaattori.log.jobs import Batch
from fasilitaattori.workshop.replica import Replica


def take_in(replica: Replica, batch: Batch) -> set[str]:
    """Fold a batch into a replica of the calling thread. Gives the touched parts; "turnout" when ballots came in."""
    touched = replica.refold_all(batch.events) if batch.anew else replica.apply(batch.events)
    if batch.turnout:
        replica.state.turnout.update(batch.turnout)
        touched.add("turnout")
    return touched
