// --- args: --format=json fail_unterminated.ts
let x = 'abc
// --- stderr
{"code":"P1003","name":"UnterminatedString","severity":"error","message":"unterminated string literal","args":[],"file":"fail_unterminated.ts","span":{"start":{"line":1,"column":9,"offset":8},"end":{"line":1,"column":10,"offset":9}},"labels":[],"notes":[],"fixes":[]}
