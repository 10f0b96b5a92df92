// --- args: --stop-after=parse
a = <b></c>;
d = <e><f></e>;
g = <></h>;
i = <j></>;
k = <l>;
// --- stderr
error[P3802]: expected closing tag `</b>`
 --> fail_closing.jsx:1:10
  |
1 | a = <b></c>;
  |      -   ^
  |      |
  |      opened here

error[P3801]: JSX element `<f>` has no corresponding closing tag
 --> fail_closing.jsx:2:9
  |
2 | d = <e><f></e>;
  |         ^

error[P3802]: expected closing tag `</>`
 --> fail_closing.jsx:3:9
  |
3 | g = <></h>;
  |     --  ^
  |     |
  |     opened here

error[P3802]: expected closing tag `</j>`
 --> fail_closing.jsx:4:8
  |
4 | i = <j></>;
  |      - ^^^
  |      |
  |      opened here

error[P3801]: JSX element `<l>` has no corresponding closing tag
 --> fail_closing.jsx:5:6
  |
5 | k = <l>;
  |      ^
