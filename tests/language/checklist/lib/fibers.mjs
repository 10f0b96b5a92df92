export { Fiber as FiberA } from "./fiber_a.mjs";
export { Fiber as FiberB } from "./fiber_b.mjs";
