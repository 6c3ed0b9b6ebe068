"""Templates of ill will, by their file names: each wants to run code, read a file, or never end."""

from __future__ import annotations

from hostile.packages import LAUGHS, READS_A_FILE, WORD_PACKAGES, paragraph, word

FRONT = "---\nname: Stranger\nsections:\n- {id: summary, label: Summary}\n---\n"

BODIES = {
    "class": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "globals": "{{ cycler.__init__.__globals__.os.environ }}",
    "attr": "{{ '' | attr('__class__') }}",
    "map-attribute": "{{ [''] | map(attribute='__class__') | list }}",
    "format": "{{ '{0.__class__.__init__.__globals__}'.format(brief) }}",
    "format-map": "{{ '{x.__class__}'.format_map({'x': brief}) }}",
    "include": "{% include 'canary.txt' %}",
    "import": "{% import 'canary.txt' as x %}",
    "extends": "{% extends '/etc/passwd' %}",
    "from-import": "{% from '../canary.txt' import x %}",
    "self": "{{ self._TemplateReference__context }}",
    "environment": "{{ self.environment }}{{ config }}{{ request }}",
    "power": "{{ 9**(9**9) }}",
    "folded": "{{ ('a'*10**9) | length }}",
    "folded-center": "{{ 'a' | center(999999999) }}",
    "folded-list": "{{ ([0]*10**8) | length }}",
    "percent": "{{ '%1000000000d' % 1 }}",
    "batch": "{{ [1] | batch(10**8, 0) | list | length }}",
    "range": "{% for a in range(10**9) %}{% endfor %}",
    "loops": "{% for a in range(4999) %}" * 6 + "x" + "{% endfor %}" * 6,
    "recursion": "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "doubling": "{% set a = 'xx' %}" + "{% set a = a ~ a %}" * 60 + "{{ a }}",
    "replace": "{{ ('a'*9999).replace('a', 'b'*9999).replace('b', 'c'*9999) | length }}",
    "urlize": "{{ ('www.' ~ 'a.'*99999) | urlize }}",
    "tojson": "{{ brief | tojson }}{{ brief | pprint }}{{ brief | xmlattr }}",
    "regex": "{{ ('a'*5000 ~ '!') | striptags | wordcount }}",
    "sort": "{{ range(5000) | list | sort | sort | sort | list | length }}" * 400,
    "deep-parens": "{{ " + "(" * 4_000 + "1" + ")" * 4_000 + " }}",
    "deep-ifs": "{% if 1 %}" * 3_000 + "{% endif %}" * 3_000,
    "many-tags": "{{ brief.title }}" * 60_000,
    "unclosed": "{{ " * 50_000,
    "comment": "{# " * 80_000,
    "long-line": "x" * 1_900_000,
    "too-large": "x" * 2_500_000,
    "quotes": "> " * 40_000 + "x",
    "stars": "*a **b " * 40_000,
    "brackets": "[" * 40_000,
    "table": "|" * 60_000 + "\n" + "|-" * 60_000,
    "hexadecimal": "{{ 0x" + "f" * 50_000 + " }}",
    "long-word": "{{ '" + "x" * 900_000 + "' }}",
    "reserved": "\ue000\ue001a1\ue002 {{ header.subject }}",
}

FRONTS = {
    "alias-bomb": "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nname: x\n",
    "python-tag": "name: !!python/object/apply:os.system ['id']\n",
    "set-tag": "name: x\nsections: !!set {a}\n",
    "long-language": "name: x\nlanguage: " + "x" * 5_000 + "\n",
    "long-style": "name: x\nstyle: " + "x" * 9_000 + ".docx\n",
    "deep-yaml": "name: " + "[" * 30_000 + "\n",
    "large-yaml": "name: x\ndescription: " + "x" * 200_000 + "\n",
    "style-path": "name: x\nstyle: ../../../etc/passwd\n",
    "style-url": "name: x\nstyle: http://127.0.0.1:9/x.docx\n",
    "style-canary": "name: x\nstyle: canary.txt\n",
    "many-fields": "name: x\nsections:\n" + "".join(f"- {{id: s{n}, label: L}}\n" for n in range(3_000)),
    "limit": "name: x\nlimit: {pages: .inf}\n",
    "limit-huge": "name: x\nlimit: {pages: 99999999999999999999999}\n",
    "not-a-map": "- x\n",
    "twice": "name: x\nname: y\n",
}

TEMPLATES: dict[str, bytes] = {
    **{f"{name}.md": (FRONT + body + "\n").encode() for name, body in BODIES.items()},
    **{f"front-{name}.md": f"---\n{front}---\nBody\n".encode() for name, front in FRONTS.items()},
    "empty.md": b"",
    "noise.md": bytes(range(256)) * 200,
    "nul.md": b"---\nname: x\n---\n\x00\x00",
    **{f"{name}.docx": data for name, data in WORD_PACKAGES.items()},
    **{
        f"tag-{name}.docx": word(paragraph(BODIES[name].replace("<", "&lt;").replace("&", "&amp;")))
        for name in (
            "class",
            "globals",
            "include",
            "power",
            "folded",
            "loops",
            "doubling",
            "recursion",
            "deep-parens",
        )
    },
    "field.docx": word(
        '<w:p><w:fldSimple w:instr=" INCLUDETEXT canary.txt "><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
        '<w:p><w:fldSimple w:instr=" DDEAUTO cmd "><w:r><w:t>{{ header.subject }}</w:t></w:r></w:fldSimple></w:p>'
    ),
    "laughing-tag.docx": word(paragraph("{{ header.subject }}&j;"), head=LAUGHS),
    "reading-tag.dotx": word(paragraph("{{ header.subject }}&x;"), head=READS_A_FILE),
}
"""File name to content."""
