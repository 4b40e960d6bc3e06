"""The style of a storyboard."""

from __future__ import annotations

TYPE_CHECKING = False  # as in `liveschema`
if TYPE_CHECKING:
    from typing import Final

_LIGHT: Final = (
    "color-scheme:light;--ground:#f2f2f7;--panel:#fbfbfd;--line:#d8d8dd;--text:#0b0b0c;--second:#5f5f64;"
    "--error:#b3140b;--warning:#7a5200"
)
_DARK: Final = (
    "color-scheme:dark;--ground:#000;--panel:#111113;--line:#3a3a3c;--text:#fff;--second:#a1a1a8;"
    "--error:#ff6961;--warning:#ffb340"
)
_RULES: Final = """\
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--text);font:16px/1.45 -apple-system,BlinkMacSystemFont,"Segoe UI",\
Roboto,"Helvetica Neue",Arial,sans-serif}
main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.6rem;margin:0 0 .25rem;overflow-wrap:anywhere}
h2{font-size:1.05rem;margin:0}
header p{margin:.25rem 0}
ol,ul{list-style:none;margin:0;padding:0}
ol>li{margin-top:1.25rem;padding:1rem;background:var(--panel);border:1px solid var(--line);border-radius:1rem}
section{margin-top:1.25rem}
.facts{display:flex;flex-wrap:wrap;gap:.1rem 1rem;color:var(--second);font-size:.875rem;overflow-wrap:anywhere}
.pair{display:grid;grid-template-columns:minmax(0,364px) minmax(0,1fr);gap:1rem 1.5rem;margin-top:.75rem}
figure{margin:0}
figure svg{display:block;width:100%;max-width:364px;height:auto}
.pair p{margin:0 0 .5rem}
.remark,.note,.hint,.place{color:var(--second)}
.note,.place{font-size:.875rem}
.notes li{padding:.1rem 0 .1rem .75rem;border-left:3px solid;margin-bottom:.6rem;overflow-wrap:anywhere}
.notes .error{border-color:var(--error)}
.notes .warning{border-color:var(--warning)}
.error strong{color:var(--error)}
.warning strong{color:var(--warning)}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
@media (max-width:46rem){.pair{grid-template-columns:minmax(0,1fr)}main{padding:1rem .6rem 2rem}}
@media print{ol>li{break-inside:avoid}}
"""


def style_of(theme: str) -> str:
    """Return the style of a page in a theme, one of `liveschema.preview.THEMES`."""
    if theme == "dark":
        return f":root{{{_DARK}}}\n{_RULES}"
    dark = f"@media (prefers-color-scheme:dark){{:root{{{_DARK}}}}}\n" if theme == "auto" else ""
    return f":root{{{_LIGHT}}}\n{dark}{_RULES}"
