"""An idea wall: collected from phones and paper, grouped into themes."""
