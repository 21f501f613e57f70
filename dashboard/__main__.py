"""The `savivalda` command, which is `python -m dashboard` too.

What it does is imported when it is called: the processes that check files side by side import
whatever was started, and need none of it.
"""

from __future__ import annotations


def main() -> None:
    """Runs the command of the arguments; see `dashboard.cli.ending` for how it ends."""
    from dashboard.cli.ending import told_to_the_end  # noqa: PLC0415

    with told_to_the_end():
        from dashboard.cli.main import main as command  # noqa: PLC0415

        command()


if __name__ == "__main__":
    main()
