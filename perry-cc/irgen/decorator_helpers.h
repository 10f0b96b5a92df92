#pragma once

#include <array>
#include <string_view>

// What decorated classes call, in JavaScript. Irgen lowers those functions into the modules that
// use them; they capture nothing and name only globals.
namespace perry::irgen {

enum class Helper : unsigned char {
  Decorate,        // applies the decorators of a class or member
  Initialize,      // runs initialisers over an object
  Metadata,        // makes a class's metadata, as far as there is Symbol.metadata
  SetMetadata,     // ... and gives it to the class
  LegacyDecorate,  // TypeScript's experimentalDecorators
  LegacyParameter,
  LegacyMetadata,  // emitDecoratorMetadata
  LegacyType,      // what stands for a type that has a name
};
inline constexpr size_t kHelperCount = 8;

// In the order of the enumeration. `decorators` holds pairs of a function and its receiver, the
// first one written first.
inline constexpr std::array<std::string_view, kHelperCount> kHelperSources = {
    R"js((function (decorators, kind, name, isStatic, access, metadata, value, initializers, extra) {
  const check = (f) => {
    if (typeof f !== "function") throw new TypeError("Function expected");
    return f;
  };
  const prepend = (f) => {
    for (let i = initializers.length; i > 0; i--) initializers[i] = initializers[i - 1];
    initializers[0] = check(f);
  };
  let done = false;
  for (let i = decorators.length - 2; i >= 0; i -= 2) {
    const context = { kind, name };
    if (kind !== "class") {
      context.static = isStatic;
      context.private = access !== undefined;
      context.access = { has: access === undefined ? (object) => name in object : access.has };
      if (kind !== "setter")
        context.access.get = access === undefined ? (object) => object[name] : access.get;
      if (kind !== "method" && kind !== "getter")
        context.access.set = access === undefined
          ? (object, value) => { object[name] = value; } : access.set;
    }
    context.metadata = metadata;
    context.addInitializer = (f) => {
      if (done) throw new TypeError("Cannot add initializers after decoration has completed");
      extra[extra.length] = check(f);
    };
    const target = kind === "accessor" ? { get: value.get, set: value.set } : value;
    const decorator = decorators[i], receiver = decorators[i + 1];
    const result = receiver === undefined
      ? decorator(target, context) : Reflect.apply(decorator, receiver, [target, context]);
    if (result === undefined) continue;
    if (kind === "accessor") {
      if (result === null || typeof result !== "object") throw new TypeError("Object expected");
      const { get, set, init } = result;
      if (get !== undefined) value.get = check(get);
      if (set !== undefined) value.set = check(set);
      if (init !== undefined) prepend(init);
    } else if (kind === "field") {
      prepend(result);
    } else {
      value = check(result);
    }
  }
  done = true;
  return value;
});)js",
    R"js((function (object, initializers, gives, value) {
  for (let i = 0; i < initializers.length; i++) {
    const result = Reflect.apply(initializers[i], object, gives ? [value] : []);
    if (gives) value = result;
  }
  return value;
});)js",
    R"js((function (base) {
  if (!Symbol.metadata) return undefined;
  return Object.create(base?.[Symbol.metadata] ?? null);
});)js",
    R"js((function (made, metadata) {
  if (metadata === undefined) return;
  Object.defineProperty(made, Symbol.metadata,
    { value: metadata, writable: true, enumerable: true, configurable: true });
});)js",
    R"js((function (decorators, target, key, isMember, isField) {
  let result = target;
  if (isMember) result = isField ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (typeof Reflect.decorate === "function") {
    const plain = [];
    for (let i = 0; i < decorators.length; i += 2) {
      const decorator = decorators[i], receiver = decorators[i + 1];
      plain[i / 2] = receiver === undefined
        ? decorator : (...values) => Reflect.apply(decorator, receiver, values);
    }
    result = isMember ? Reflect.decorate(plain, target, key, result)
                      : Reflect.decorate(plain, target);
  } else {
    for (let i = decorators.length - 2; i >= 0; i -= 2) {
      if (!decorators[i]) continue;
      const values = isMember ? [target, key, result] : [result];
      result = Reflect.apply(decorators[i], decorators[i + 1], values) || result;
    }
  }
  if (isMember && result) Object.defineProperty(target, key, result);
  return result;
});)js",
    R"js((function (decorator, receiver, index) {
  return (target, key) => { Reflect.apply(decorator, receiver, [target, key, index]); };
});)js",
    R"js((function (key, value) {
  if (typeof Reflect.metadata === "function") return Reflect.metadata(key, value);
});)js",
    R"js((function (value, isEnum, path) {
  for (let i = 0; i < path.length; i++) value = value?.[path[i]];
  if (typeof value === "function") return value;
  if (!isEnum || typeof value !== "object") return Object;
  let hasTexts = false, hasNumbers = false;
  for (const name of Object.keys(value)) {
    if (String(Number(name)) === name) continue;
    if (typeof value[name] === "string") hasTexts = true;
    else hasNumbers = true;
  }
  return !hasTexts ? Number : hasNumbers ? Object : String;
});)js"};

}  // namespace perry::irgen
