"""How fast the site is, as ratios to a bare Django view measured beside each case: `make bench`."""
