"""What Suoja costs at two sizes of caseload, as ratios within one run: `make bench`."""
