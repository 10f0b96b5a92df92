globalThis.order = "before"; await 0; globalThis.order += " after";
