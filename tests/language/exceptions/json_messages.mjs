// Where JSON.parse says that a text goes wrong.
for (const t of ['{oops','[1,\n 2,}',"{\"a\":1,\n\n  b}",'"abc','"a\nb"','nul','[1','{"a" 1}','1 2','\u2028','{"a":1,}','"\\x"','"\\u12"','-','01','1.','1e','tru','[1,,2]','{"a":"b','{\r\n"a":\r\n x}', 'abcdefghijklmnopqrstuvwxyz0123456789abcdefghijklmnopqrstuvwxyz'+'x'.repeat(50),'[' + '1,'.repeat(40) + 'x]', '{,}', '}', '{"a":tru}','\\']) {
  try { JSON.parse(t); console.log('ok', JSON.stringify(t)); } catch (e) { console.log(JSON.stringify(t), '|', JSON.stringify(e.message)); }
}
for (const t of ['{\r\n"a":1\r\n x}','{\r"a":1\r x}','{\n\r\n"a":1\n\n x}','{"😀":1 x}','\r\n\r\n{"a" 1}'])
  try { JSON.parse(t); } catch (e) { console.log(JSON.stringify(t), JSON.stringify(e.message)); }
