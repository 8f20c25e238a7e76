"""Write docs/commands.md from the help of the commands, or with --check say whether it is stale."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from click.testing import CliRunner

from kg.cli import COMMANDS, kg

TARGET = Path(__file__).resolve().parent.parent / "docs" / "commands.md"

HEAD = """# Commands

Generated from `kg COMMAND --help` by `make docs`; do not edit. Results go to standard output, words about them to standard
error; `-` means standard input. Exit codes: 0; 1 problems in what was given; 2 wrong usage; 130 interrupted.
"""


def main(arguments: list[str]) -> int:
    written = HEAD + "".join(_section(name) for name in _names())
    if arguments == ["--check"]:
        fresh = TARGET.is_file() and TARGET.read_text(encoding="utf-8") == written
        if not fresh:
            print("docs/commands.md is stale: run `make docs`", file=sys.stderr)
        return 0 if fresh else 1
    TARGET.write_text(written, encoding="utf-8", newline="\n")
    return 0


def _names() -> list[str]:
    """Return every command, and after a group of commands each of its own."""
    names = [""]
    for name in COMMANDS:
        names.append(name)
        command = kg.get_command(click.Context(kg), name)
        if isinstance(command, click.Group):
            names += [f"{name} {each}" for each in command.commands]
    return names


def _section(name: str) -> str:
    runner = CliRunner()
    arguments = [*name.split(), "--help"]
    result = runner.invoke(kg, arguments, prog_name="kg", terminal_width=100, color=False)
    if result.exit_code != 0:
        raise click.ClickException(f"kg {name} --help failed: {result.output}")
    return f"\n## kg {name}".rstrip() + f"\n\n```text\n{result.output.rstrip()}\n```\n"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
