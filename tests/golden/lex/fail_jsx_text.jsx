// --- args: --stop-after=parse
x = <p>a > b } c</p>;
// --- stderr
error[P1050]: `>` must be written as `{'>'}` in JSX text
 --> fail_jsx_text.jsx:1:10
  |
1 | x = <p>a > b } c</p>;
  |          ^
help: write `{'>'}`
  |
1 - x = <p>a > b } c</p>;
1 + x = <p>a {'>'} b } c</p>;

error[P1050]: `}` must be written as `{'}'}` in JSX text
 --> fail_jsx_text.jsx:1:14
  |
1 | x = <p>a > b } c</p>;
  |              ^
help: write `{'}'}`
  |
1 - x = <p>a > b } c</p>;
1 + x = <p>a > b {'}'} c</p>;
