"""Entry of `python -m msolemu` and of the console script."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from msolemu.foundation.collector import collect_seldom

    collect_seldom()
    from msolemu.cli.main import main as run

    run()


if __name__ == "__main__":
    main()
