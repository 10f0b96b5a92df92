const log: any[] = [];
function d(n: string): any { log.push("eval " + n); return (v: any, c: any) => { log.push("call " + n + " " + c.kind + " " + String(c.name) + " " + c.static + " " + c.private); c.addInitializer(function (this: any) { log.push("init " + n) }); if (c.kind === "class") return class extends v { z = 1 } as any; if (c.kind === "field") return (x: any) => { log.push("fi " + n + " " + x); return x + 1 } }; }
const o = { d };
@d("C") class C extends (log.push("heritage"), Object) {
  @d("m") m() {}
  @o.d("sf") static sf = (log.push("sf"), 1);
  static self = this;
  @d("f1") @d("f2") f = (log.push("f"), 1);
  @d("g") get g() { return 1 }
  @d("a") accessor a = (log.push("a"), 1);
  @d("sm") static sm() {}
  @d("k") [(log.push("key"), "k")]() {}
  @d("p") #p() {}
  static { log.push("block", this === C); }
}
const c = new (C as any)();
console.log(log.join("\n"), c.f, c.z, C.self === C);
