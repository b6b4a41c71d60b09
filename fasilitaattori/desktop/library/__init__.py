"""The library: the next workshop, what is still to be prepared, and every workshop there is."""
