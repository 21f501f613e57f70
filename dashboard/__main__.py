"""Lets `python -m dashboard` stand for the `savivalda` command."""

from dashboard.cli.main import main

if __name__ == "__main__":
    main()
