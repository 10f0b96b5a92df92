`plain` `` `a${b}c${`nested ${{}}`}d`
`\n\u{61}\${x}`
`two
lines \
joined`
tag`\unicode and \xerxes`
// --- stdout
0..7 TemplateComplete "plain" "plain"
8..10 TemplateComplete "" ""
11..15 TemplateHead "a" "a"
15..16 Identifier "b"
16..20 TemplateMiddle "c" "c"
20..30 TemplateHead "nested " "nested "
30..31 LeftBrace
31..32 RightBrace
32..34 TemplateTail "" ""
34..37 TemplateTail "d" "d"
38..53 TemplateComplete "\na${x}" "\\n\\u{61}\\${x}" NewlineBefore
54..74 TemplateComplete "two\nlines joined" "two\nlines \\\njoined" NewlineBefore
75..78 Identifier "tag" NewlineBefore
78..100 TemplateComplete "\\unicode and \\xerxes" InvalidEscape
101..101 EndOfFile NewlineBefore
