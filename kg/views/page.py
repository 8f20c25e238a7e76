"""One HTML file that asks nobody for anything: assets inlined, scripts and styles pinned."""

from __future__ import annotations

import base64
import json
import re
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

WEB = Path(__file__).resolve().parent / "web"

# What may not stand raw inside <script>: < and & could end it or open a comment in it, and the two
# separators end a line in older JavaScript. A surrogate without a partner is no UTF-8.
_RISKY = re.compile("[<>&\u007f\u0085\u2028\u2029\ufeff\ud800-\udfff]")


def environment(loader: BaseLoader | None = None) -> Environment:
    """Return a Jinja environment that escapes by default and knows no undefined names."""
    return Environment(
        loader=loader or FileSystemLoader(WEB, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def read_asset(*names: str) -> str:
    """Return our own style sheets or scripts, one after the other."""
    return "\n".join((WEB / name).read_text(encoding="utf-8") for name in names)


@cache
def read_vis_network() -> str:
    """Return vis-network as pyvis brings it, banner and all, without the link to its source map."""
    spec = find_spec("pyvis")
    assert spec is not None  # noqa: S101  # a dependency of this package
    assert spec.origin is not None  # noqa: S101  # it is no namespace package
    lib = Path(spec.origin).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    # A parser of HTML turns CRLF into LF before it computes the hash that the policy names.
    words = lib.read_text(encoding="utf-8").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n?//# sourceMappingURL=.*", "", words).rstrip() + "\n"


def in_script(data: object) -> Markup:
    """Return ``data`` as JSON that cannot leave the script element it stands in."""
    words = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return Markup(_RISKY.sub(lambda found: f"\\u{ord(found[0]):04x}", words))  # noqa: S704  # escaped on this line


def policy(*, scripts: tuple[str, ...], styles: tuple[str, ...], runs_engine: bool = False) -> str:
    """Return a Content-Security-Policy under which these scripts and styles alone do anything.

    ``runs_engine`` lets them start a worker of what is in the page, and WebAssembly in it. That
    allows no other script: the worker stands under the same policy.
    """
    pins = [*map(_pin, scripts), *(["'wasm-unsafe-eval'"] if runs_engine else [])]
    return "; ".join(
        [
            "default-src 'none'",
            f"script-src {' '.join(pins)}",
            *(["worker-src blob:"] if runs_engine else []),
            f"style-src {' '.join(map(_pin, styles))}",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


def _pin(words: str) -> str:
    return f"'sha256-{base64.b64encode(sha256(words.encode()).digest()).decode()}'"
