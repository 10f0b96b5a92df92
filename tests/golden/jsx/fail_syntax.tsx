// --- args: --stop-after=parse
a = <b c={} />;
a = <b c=d />;
a = <b {c} />;
a = <b c={...d} />;
a = <b c={d, e} />;
a = <b>}</b>;
a = <b>></b>;
a = <b /><c />;
a = <1 />;
// --- stderr
error[P3804]: JSX attribute must be assigned a non-empty expression
 --> fail_syntax.tsx:1:10
  |
1 | a = <b c={} />;
  |          ^^

error[P3805]: value of a JSX attribute must be a string, an expression in braces or an element, found `d`
 --> fail_syntax.tsx:2:10
  |
2 | a = <b c=d />;
  |          ^

error[P1101]: expected `...`, found `c`
 --> fail_syntax.tsx:3:9
  |
3 | a = <b {c} />;
  |         ^

error[P3806]: `...` cannot stand in a JSX attribute's value
 --> fail_syntax.tsx:4:11
  |
4 | a = <b c={...d} />;
  |           ^^^

error[P3807]: JSX expression may not use the comma operator
 --> fail_syntax.tsx:5:11
  |
5 | a = <b c={d, e} />;
  |           ^^^^

error[P1050]: `}` must be written as `{'}'}` in JSX text
 --> fail_syntax.tsx:6:8
  |
6 | a = <b>}</b>;
  |        ^
help: write `{'}'}`
  |
6 - a = <b>}</b>;
6 + a = <b>{'}'}</b>;

error[P1050]: `>` must be written as `{'>'}` in JSX text
 --> fail_syntax.tsx:7:8
  |
7 | a = <b>></b>;
  |        ^
help: write `{'>'}`
  |
7 - a = <b>></b>;
7 + a = <b>{'>'}</b>;

error[P3803]: JSX expressions must have one parent element
 --> fail_syntax.tsx:8:10
  |
8 | a = <b /><c />;
  |     -----^^^^^
  |     |
  |     the first element
  = note: put them into a fragment: `<>...</>`

error[P1101]: expected a name, found a number
 --> fail_syntax.tsx:9:6
  |
9 | a = <1 />;
  |      ^
