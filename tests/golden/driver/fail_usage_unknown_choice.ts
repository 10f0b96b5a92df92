// --- args: --goal=page fail_usage_unknown_choice.ts
// --- exit: 2
// --- stderr
--goal: `page` is not one of script|module|commonjs
Run with --help for more information.
