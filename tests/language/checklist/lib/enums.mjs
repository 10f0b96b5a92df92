export var Flags;
(function (Flags) {
  Flags[(Flags["None"] = 0)] = "None";
  Flags[(Flags["Sampled"] = 1)] = "Sampled";
})(Flags || (Flags = {}));
export var Direct;
(function (Direct) { Direct["A"] = "a"; })((Direct ||= {}));
export var later;
