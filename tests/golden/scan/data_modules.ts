// --- main.ts
import data from "./data.json";
import text from "./note.md" with { type: "text" };
import bytes from "./note.md" with { type: "bytes" };
import * as all from "./data.json";
export const x = [data, text, bytes, all];
// --- data.json
{"x": 1}
// --- note.md
text
// --- stdout
main.ts (module)
  import "./data.json": data.json
  import "./note.md": note.md
  import "./note.md": note.md
  import "./data.json": data.json
  all = namespace of data.json
  bytes = value default of note.md
  data = value default of data.json
  text = value default of note.md
data.json (json)
  exports default = default of data.json
note.md (text)
note.md (bytes)
