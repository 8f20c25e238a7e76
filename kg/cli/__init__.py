"""The command line: one file per command, in the order of the flow."""

from __future__ import annotations

import sys
from importlib import import_module

import click

# What shells expect of a program that Ctrl-C ended.
_INTERRUPTED = 130

# In the order of the flow; each is a module of this package with a click command of that name.
# The help is written here so that `kg --help` imports no command.
COMMANDS = {
    "new": "Begin a corpus of your own, or the annotations of a text.",
    "check": "Check texts, annotations and reference files; report every problem.",
    "build": "Turn texts and reference data into the graph and its findings.",
    "ask": "Ask a named question, or one of your own in SPARQL.",
    "findings": "List what this program infers: alleged and prospective violations.",
    "explain": "Print the case file of one finding, with the words on both sides.",
    "stances": "Print who affirms and who denies what, as time goes.",
    "compare": "Put a claim beside another: which says more, and can both be so?",
    "conflicts": "List claims that conflict: in numbers, days, denials, signatories.",
    "sources": "Count texts, origins and voices behind claims, and single points of failure.",
    "without": "Rehearse that a text, an origin or an issuer is withdrawn.",
    "gaps": "List what is missing, what would decide it, who is silent, what one text alone says.",
    "ledger": "Tell what norms say of a transfer, what changed, who is bound, what texts cite.",
    "replay": "Tell day by day what was said, adopted and found.",
    "cite": "Turn an answer into a small file: question, graph, result, references.",
    "verify": "Ask the question of a citation again: the same, or what changed.",
    "diff": "Tell what changes from one graph to another, in words.",
    "explore": "Write the explorer: one HTML file that needs no network.",
    "export": "Write the graph in a format of others, and tell what that does not hold.",
}


class _Commands(click.Group):
    """Imports a command's module when the command is run, not before."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(import_module(f"kg.cli.{name}"), name)
        assert isinstance(command, click.Command)  # noqa: S101  # a slip in this package alone
        return command

    def format_commands(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands, in the order of the flow"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            sys.exit(_INTERRUPTED)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from kg.marked import did_you_mean  # noqa: PLC0415  # heavy, and seldom needed

            hint = did_you_mean(args[0], list(COMMANDS))
            if hint is None:
                raise
            raise click.UsageError(f"{error.message} ({hint})", ctx) from error


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="arms-transfer-kg", prog_name="kg")
def kg() -> None:
    """Who says what about which arms transfer, and which norms it would breach.

    Every answer leads back to quoted words. Nothing here says that something happened; it says who
    says so.
    """


def main() -> None:
    """Run the command line; exit with 1 for problems in what was given, 2 for wrong usage."""
    from kg.errors import KgError  # noqa: PLC0415  # kept beside its use

    try:
        kg(standalone_mode=True)
    except KgError as error:
        for problem in error.problems:
            click.echo(str(problem), err=True)
        count = len(error.problems)
        if count > 1:
            click.echo(f"{count} problems", err=True)
        sys.exit(1)
    except BrokenPipeError:
        # Whoever reads the output has closed it (`kg findings | head`): no traceback.
        sys.stderr.close()
        sys.exit(1)
