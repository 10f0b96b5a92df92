// The metadata at the head of a test262 file: as much of YAML as they use.

const BLOCK = /\/\*---\r?\n?([\s\S]*?)---\*\//;

function parseList(text) {
  return text.split(/[,\s]+/).filter(Boolean);
}

export function parseMetadata(source) {
  const yaml = BLOCK.exec(source)?.[1] ?? '';
  const flags = new Set();
  let negative = null;
  const inline = /^flags:\s*\[([^\]]*)\]/m.exec(yaml);
  if (inline) parseList(inline[1]).forEach((flag) => flags.add(flag));
  const listed = /^flags:\s*\r?\n((?:\s*-\s*\w+\s*\r?\n?)+)/m.exec(yaml);
  if (listed) for (const match of listed[1].matchAll(/-\s*(\w+)/g)) flags.add(match[1]);
  const block = /^negative:\s*\r?\n((?:[ \t]+.*\r?\n?)+)/m.exec(yaml);
  if (block) {
    negative = {
      phase: /phase:\s*(\w+)/.exec(block[1])?.[1],
      type: /type:\s*(\w+)/.exec(block[1])?.[1],
    };
  }
  return { flags, negative };
}
