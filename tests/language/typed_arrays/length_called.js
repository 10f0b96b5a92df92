const ta = new Uint8Array(3);
for (let i = 0; i < 4; i++) { try { ta.length(); } catch (e) { console.log(e.message); } }
function f(x) { return x.length(1); }
for (const x of [ta, ta, [1], "ab", { length: (n) => n + 1 }, ta]) { try { console.log(f(x)); } catch (e) { console.log(e.message); } }
