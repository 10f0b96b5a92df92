// Views that die together with shapes of their own: each has a prototype that no other has.
for (let i = 0; i < 40; i++) {
  const prototype = [];
  prototype.length = 10000;
  prototype.fill(7);
  const view = new Int32Array(prototype);
  try {
    view.copyWithin(0, 100, {
      valueOf() {
        view.buffer.transfer();
        Object.setPrototypeOf(view, prototype);
        return 101;
      },
    });
  } catch (error) {
    if (i === 0) console.log(error.message, view.length);
  }
}
console.log("done");
