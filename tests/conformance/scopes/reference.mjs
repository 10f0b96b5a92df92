// The same facts as others see them: {goal, references: Map of position to {name, targets}}, where
// `targets` are the positions of the declarations of what the name leads to.

function collect(manager, isReference) {
  const references = new Map();
  for (const scope of manager.scopes) {
    for (const reference of scope.references) {
      const { identifier, resolved } = reference;
      // Declarations that initialise what they declare are no references here.
      if (reference.init || !isReference(identifier, resolved)) continue;
      // TypeScript's global types stand without a declaration.
      const definitions = resolved?.defs ?? [];
      references.set(identifier.range?.[0] ?? identifier.start, {
        name: identifier.name,
        targets: definitions.map((d) => d.name.range?.[0] ?? d.name.start),
        definitions: definitions.map((d) => d.type),
        isInferred: resolved?.scope?.type === 'conditionalType',
      });
    }
  }
  return references;
}

/** A name that a declaration gives can be written to as well: `for (var x of y)`. */
const isNoDeclaration = (identifier, resolved) =>
  !(resolved?.identifiers ?? []).includes(identifier);

function javascript(require) {
  const acorn = require('acorn');
  const { analyze } = require('eslint-scope');
  const goals = [['module', 'module'], ['commonjs', 'script']];
  return (text) => {
    for (const [goal, sourceType] of goals) {
      let tree;
      try {
        tree = acorn.parse(text, {
          ecmaVersion: 'latest',
          sourceType,
          ranges: true,
          allowHashBang: true,
          allowReturnOutsideFunction: sourceType === 'script',
        });
      } catch {
        continue;
      }
      const manager = analyze(tree, {
        ecmaVersion: 2025,
        sourceType: goal,
        fallback: 'none',
      });
      return { goal, references: collect(manager, isNoDeclaration) };
    }
    return null;
  };
}

function typescript(require) {
  const { parse } = require('@typescript-eslint/typescript-estree');
  const { analyze } = require('@typescript-eslint/scope-manager');
  return (text, path) => {
    let tree;
    try {
      tree = parse(text, { range: true, jsx: path.endsWith('x'), filePath: path });
    } catch {
      return null;
    }
    const manager = analyze(tree, { sourceType: 'module', lib: [] });
    return { goal: '', references: collect(manager, isNoDeclaration) };
  };
}

export function readReference(require, isTypeScript) {
  return isTypeScript ? typescript(require) : javascript(require);
}
