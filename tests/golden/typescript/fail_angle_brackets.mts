// --- args: --stop-after=parse
a = <B>c;
d = <T>(e) => f;
// --- stderr
error[P3152]: type assertion `<T>x` is not allowed in files with the extension .mts or .cts; write `x as T`
 --> fail_angle_brackets.mts:1:5
  |
1 | a = <B>c;
  |     ^^^

error[P3153]: `<T>() =>` is not allowed in files with the extension .mts or .cts; write `<T,>() =>`
 --> fail_angle_brackets.mts:2:5
  |
2 | d = <T>(e) => f;
  |     ^^^
