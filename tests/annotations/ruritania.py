"""A statement of an invented state, with its annotations, in which tests plant mistakes."""

from __future__ import annotations

NAME = "2015-04-01-ruritania"

TEXT = """\
Statement by the Ministry of Ruritania

We condemn the delivery of artillery shells by Freedonia to Utopia. We don’t doubt\u00a0 that
Utopia’s army asked for them – “at once”. Utopia’s neighbours are worried, and Utopia’s allies too.
The delivery would breach the Zenda Convention.

Freedonia says: we have sent nothing to Utopia.

Page 1 of 1
"""

ANNOTATIONS = """\
format: kg-annotation/1
text:
  file: 2015-04-01-ruritania.txt
  sha256: {digest}
  language: en
  kind: verbatim
document:
  title: A statement on shells
  kind: statement
  date: 2015-04-01
  issued-by: X1
  released-by:
    - actor: X1-ministry
      quote: We condemn
annotation:
  by: the test
  date: 2026-11-24
parts:
  head:
    quote: Statement by the Ministry of Ruritania
    ignore: true
  body:
    quote: We condemn the delivery […] the Zenda Convention.
    speaker: X1
  reply:
    after: "Freedonia says:"
    before: Page 1
    speaker: X3
names:
  X1-ministry: Ministry of Ruritania
  X2: [Utopia]
  X3: [Freedonia]
norms:
  convention:
    cited-as: the Zenda Convention
    reading:
      norms: zenda-1
      by: the test
      why: There is but one.
claims:
  shells:
    transfer:
      supplier: X3
      recipient: X2
      item: artillery-ammunition
      date: 2015-03
      purpose: request
    said:
      - quote: We condemn the delivery of artillery shells by Freedonia to Utopia
        stance: presupposes
        status: actual
        attitude: condemns
      - quote: we have sent nothing to Utopia
        stance: denies
        status: completed
  request:
    conduct:
      kind: seeking
      agent: X2
    said:
      quote: Utopia's army asked for them - "at once"
      stance: affirms
      status: actual
  breach:
    breach:
      concerns: shells
      breach-of: convention
    said:
      - quote: The delivery would breach the Zenda Convention
        stance: asserts
        status: conditional
"""
