// --- args: --stop-after=parse
a = <b c={d
// --- stderr
error[P1101]: expected `}`, found the end of the file
 --> fail_unclosed.jsx:2:1
  |
1 | a = <b c={d
  |          - opened here
2 |
  | ^
help: insert `}`
  |
1 | a = <b c={d}
  |            +
