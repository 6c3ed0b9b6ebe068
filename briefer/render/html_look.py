"""What an HTML memo looks like, on screens light and dark and on paper."""

from __future__ import annotations

STYLE = """\
:root { color-scheme: light dark; --line: #767676; --faint: #595959; --tint: #f3f3f3; --shade: #e9ebee;
  --link: #0b4f9c }
@media (prefers-color-scheme: dark) { :root { --line: #8c8c8c; --faint: #b4b4b4; --tint: #2a2a2a;
  --shade: #33363b; --link: #8ab4f8 } }
body { margin: 2rem auto; padding: 0 1.25rem; max-width: 44rem; font: 1rem/1.5 system-ui, "Segoe UI", Arial,
  sans-serif; overflow-wrap: break-word }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 1.6em 0 .5em; break-after: avoid }
h1 { font-size: 1.6rem } h2 { font-size: 1.2rem } h3, h4, h5, h6 { font-size: 1rem }
p, ul, ol, dl, table, blockquote, pre { margin: 0 0 .75em }
a { color: var(--link) }
.marking { text-align: center; font-weight: bold; letter-spacing: .05em; margin: 1em 0 }
.reference { color: var(--faint); margin-top: 2em }
.kicker { font-size: .8125rem; font-weight: bold; letter-spacing: .06em; text-transform: uppercase;
  color: var(--faint) }
.kicker + h1 { margin-top: .25em }
.bottom-line { margin: 0; padding: .6em .8em; background: var(--shade); font-size: 1.05em }
.question, .box-heading { font-weight: bold; margin-bottom: .25em; break-after: avoid }
.question { color: var(--faint) }
.box { margin: 1em 0; padding: .6em .8em; border: 1px solid var(--faint) }
.box > :last-child { margin-bottom: 0 }
.signature { max-width: 20em; margin-top: 3.5em; padding-top: .25em; border-top: 1px solid }
.numbered, .under { padding-inline-start: 2.5em }
.numbered { text-indent: -2.5em }
.numbered > .number { display: inline-block; min-width: 2.5em; text-indent: 0 }
.numbered + ul, .under + ul { padding-inline-start: 3.75em }
.level-1 { margin-inline-start: 2.5em }
.level-2 { margin-inline-start: 5em }
.header > div { display: flex; gap: 1em }
.header dt { flex: 0 0 8em; font-weight: bold }
.header dd { margin: 0 }
table { width: 100%; border-collapse: collapse; font-size: .9375em }
th, td { padding: .35em .6em; border: 1px solid var(--line); text-align: start; vertical-align: top }
th { background: var(--tint) }
thead { display: table-header-group }
tr { break-inside: avoid }
.left { text-align: left } .center { text-align: center } .right { text-align: right }
blockquote { margin-inline: 1.5em; padding-inline-start: 1em; border-inline-start: 3px solid var(--line) }
pre { padding: .6em; background: var(--tint); white-space: pre-wrap }
hr { border: 0; border-top: 1px solid var(--line); margin: 1.5em 0 }
sup { line-height: 0 }
.notes { margin-top: 2em; border-top: 1px solid var(--line); padding-top: .75em; font-size: .875em }
.notes p { margin: 0 0 .35em }
@media print { body { margin: 0; padding: 0; max-width: none; font-size: 11pt } a { color: inherit }
  .page-break { break-before: page } p, li { orphans: 2; widows: 2 } }
"""
