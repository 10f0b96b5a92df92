function f() {
  await g();
  for await (const x of y) { }
}
async function h() {
  for await (x in y) { }
  for await (let i = 0; i < 1; i++) { }
}
// --- stderr
error[P1141]: `await` is only allowed in async functions and at the top level of modules
 --> fail_await.js:2:3
  |
2 |   await g();
  |   ^^^^^

error[P1142]: `for await` is only allowed in async functions and at the top level of modules
 --> fail_await.js:3:7
  |
3 |   for await (const x of y) { }
  |       ^^^^^

error[P1122]: `for await` needs `of`, found `in`
 --> fail_await.js:6:16
  |
6 |   for await (x in y) { }
  |                ^^

error[P1122]: `for await` needs `of`, found `;`
 --> fail_await.js:7:23
  |
7 |   for await (let i = 0; i < 1; i++) { }
  |                       ^
