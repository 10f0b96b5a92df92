// Binding and assignment patterns, each with a source that suits it most of the time.
import { expression } from "./expressions.mjs";

export function bindingPattern(g, scope, depth, nextName) {
  const element = () => {
    const name = nextName();
    const fallback = g.random.chance(40) ? ` = ${expression(g, scope, depth - 1)}` : "";
    if (depth > 1 && g.random.chance(20)) {
      const inner = bindingPattern(g, scope, depth - 2, nextName);
      return { text: `${inner.text} = ${inner.source}`, key: g.random.pick(["a", "b", "x"]) };
    }
    return { text: name + fallback, key: g.random.pick(["a", "b", "x", "length"]) };
  };
  const elements = Array.from({ length: 1 + g.random.below(3) }, element);
  if (g.random.chance(50)) {
    const rest = g.random.chance(25) ? `, ...${nextName()}` : "";
    const hole = g.random.chance(15) ? ", " : "";
    return {
      text: `[${hole}${elements.map(({ text }) => text).join(", ")}${rest}]`,
      source: `arr(${expression(g, scope, depth - 1)})`,
    };
  }
  const rest = g.random.chance(25) ? `, ...${nextName()}` : "";
  return {
    text: `{ ${elements.map(({ text, key }) => `${key}: ${text}`).join(", ")}${rest} }`,
    source: `obj(${expression(g, scope, depth - 1)})`,
  };
}
