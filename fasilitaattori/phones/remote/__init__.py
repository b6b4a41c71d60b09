"""The facilitator's own phone as a remote of the desk: what it shows, what it may order."""
