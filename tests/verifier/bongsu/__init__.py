"""An independent reader of Bongsu's frozen format, written from docs/format.md and from nothing else."""
