// --- args: --dump=tokens --stop-after=bind fail_usage.ts
// --- exit: 2
// --- stderr
perry-cc: --dump=tokens needs --stop-after=lex
Run with --help for more information.
