// Makes a program that shows a difference shorter: takes out runs of lines, the longest first, as long as the
// difference stays. Lines with braces go together with the block that they open.
const ROUNDS = 400;

// The end of the run that starts at `line`: behind the block that it opens, or the next line.
function endOf(lines, line) {
  let depth = 0;
  for (let index = line; index < lines.length; index++) {
    for (const character of lines[index]) {
      if (character === "{") depth++;
      if (character === "}") depth--;
    }
    if (depth < 0) return null;
    if (depth === 0) return index + 1;
  }
  return null;
}

export async function shorten(text, stillDiffers) {
  let lines = text.split("\n");
  let rounds = 0;
  for (let changed = true; changed && rounds < ROUNDS;) {
    changed = false;
    for (let line = lines.length - 1; line >= 0 && rounds < ROUNDS; line--) {
      const end = endOf(lines, line);
      if (end === null) continue;
      const shorter = [...lines.slice(0, line), ...lines.slice(end)];
      rounds++;
      if (await stillDiffers(shorter.join("\n"))) {
        lines = shorter;
        changed = true;
      }
    }
  }
  return lines.join("\n");
}
