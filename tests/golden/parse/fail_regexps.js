a = [
  /a/gx, /a/gg, /a/uv,
  /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  /(?<1>a)/, /(?<a>b)(?<a>c)/, /(?<a>b)\k/, /(?<a>b)\k<c>/, /\1/u,
  /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  /\p{RGI_Emoji}/u, /\P{RGI_Emoji}/v,
  /[[a]/v, /[b-a]/, /[\d-a]/u,
  /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
];
// --- stderr
error[P1301]: unknown regular expression flag
 --> fail_regexps.js:2:7
  |
2 |   /a/gx, /a/gg, /a/uv,
  |       ^

error[P1302]: duplicate regular expression flag
 --> fail_regexps.js:2:14
  |
2 |   /a/gx, /a/gg, /a/uv,
  |              ^

error[P1303]: flags `u` and `v` cannot be combined
 --> fail_regexps.js:2:21
  |
2 |   /a/gx, /a/gg, /a/uv,
  |                     ^

error[P1304]: nothing to repeat
 --> fail_regexps.js:3:4
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |    ^

error[P1305]: numbers out of order in quantifier
 --> fail_regexps.js:3:10
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |          ^^^^^

error[P1306]: incomplete quantifier
 --> fail_regexps.js:3:20
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                    ^

error[P1307]: lone bracket must be escaped
 --> fail_regexps.js:3:27
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                           ^

error[P1308]: unmatched `)`
 --> fail_regexps.js:3:33
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                                 ^

error[P1309]: unterminated group
 --> fail_regexps.js:3:38
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                                      ^

error[P1310]: invalid group
 --> fail_regexps.js:3:43
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                                           ^^^

error[P1311]: repeated modifier in group
 --> fail_regexps.js:3:54
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                                                      ^

error[P1312]: `-` needs a modifier before or after it
 --> fail_regexps.js:3:64
  |
3 |   /?/, /a{2,1}/, /a{1/u, /]/u, /)/, /(/, /(?a)/, /(?ii:a)/, /(?-:a)/,
  |                                                                ^

error[P1313]: invalid capture group name
 --> fail_regexps.js:4:6
  |
4 |   /(?<1>a)/, /(?<a>b)(?<a>c)/, /(?<a>b)\k/, /(?<a>b)\k<c>/, /\1/u,
  |      ^^

error[P1314]: duplicate capture group name
 --> fail_regexps.js:4:25
  |
4 |   /(?<1>a)/, /(?<a>b)(?<a>c)/, /(?<a>b)\k/, /(?<a>b)\k<c>/, /\1/u,
  |                         ^

error[P1315]: `\k` needs a group name in `<` and `>`
 --> fail_regexps.js:4:40
  |
4 |   /(?<1>a)/, /(?<a>b)(?<a>c)/, /(?<a>b)\k/, /(?<a>b)\k<c>/, /\1/u,
  |                                        ^^

error[P1316]: reference to a capture group name that does not exist
 --> fail_regexps.js:4:53
  |
4 |   /(?<1>a)/, /(?<a>b)(?<a>c)/, /(?<a>b)\k/, /(?<a>b)\k<c>/, /\1/u,
  |                                                     ^^^^^

error[P1317]: reference to a capture group that does not exist
 --> fail_regexps.js:4:62
  |
4 |   /(?<1>a)/, /(?<a>b)(?<a>c)/, /(?<a>b)\k/, /(?<a>b)\k<c>/, /\1/u,
  |                                                              ^^

error[P1319]: invalid escape
 --> fail_regexps.js:5:4
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |    ^^

error[P1320]: invalid decimal escape
 --> fail_regexps.js:5:11
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |           ^^

error[P1321]: `\c` needs a letter
 --> fail_regexps.js:5:19
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                   ^^

error[P1322]: `\x` needs two hexadecimal digits
 --> fail_regexps.js:5:27
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                           ^^

error[P1323]: invalid Unicode escape
 --> fail_regexps.js:5:35
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                                   ^^

error[P1324]: code point above `10FFFF` in Unicode escape
 --> fail_regexps.js:5:43
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                                           ^^^^^^^^^^

error[P1325]: `\p` needs a property in `{` and `}`
 --> fail_regexps.js:5:58
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                                                          ^^

error[P1326]: unknown Unicode property
 --> fail_regexps.js:5:65
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                                                                 ^^^^^^^

error[P1327]: unknown value of Unicode property
 --> fail_regexps.js:5:77
  |
5 |   /\_/u, /\08/u, /\c1/u, /\x1/u, /\u1/u, /\u{110000}/u, /\p/u, /\p{Foo}/u, /\p{Script=Foo}/u,
  |                                                                             ^^^^^^^^^^^^^^

error[P1328]: property of strings needs the flag `v`
 --> fail_regexps.js:6:4
  |
6 |   /\p{RGI_Emoji}/u, /\P{RGI_Emoji}/v,
  |    ^^^^^^^^^^^^^

error[P1329]: property of strings cannot be negated
 --> fail_regexps.js:6:22
  |
6 |   /\p{RGI_Emoji}/u, /\P{RGI_Emoji}/v,
  |                      ^^^^^^^^^^^^^

error[P1330]: unterminated character class
 --> fail_regexps.js:7:4
  |
7 |   /[[a]/v, /[b-a]/, /[\d-a]/u,
  |    ^^^^

error[P1331]: range out of order in character class
 --> fail_regexps.js:7:14
  |
7 |   /[[a]/v, /[b-a]/, /[\d-a]/u,
  |              ^^^

error[P1332]: character class cannot be an end of a range
 --> fail_regexps.js:7:23
  |
7 |   /[[a]/v, /[b-a]/, /[\d-a]/u,
  |                       ^^^^

error[P1333]: character must be escaped in a `v` mode class
 --> fail_regexps.js:8:5
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |     ^

error[P1334]: reserved double punctuator in a `v` mode class
 --> fail_regexps.js:8:13
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |             ^^

error[P1334]: reserved double punctuator in a `v` mode class
 --> fail_regexps.js:8:23
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |                       ^^

error[P1335]: set operator needs an operand
 --> fail_regexps.js:8:35
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |                                   ^

error[P1336]: set operators need nested classes to be combined
 --> fail_regexps.js:8:46
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |                                              ^^

error[P1337]: `\q` needs strings in `{` and `}`
 --> fail_regexps.js:8:56
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |                                                        ^^

error[P1338]: negated character class may contain strings
 --> fail_regexps.js:8:64
  |
8 |   /[(]/v, /[&&&]/v, /[!!]/v, /[a--]/v, /[a&&b--c]/v, /[\q]/v, /[^\p{RGI_Emoji}]/v,
  |                                                                ^^^^^^^^^^^^^^^^
