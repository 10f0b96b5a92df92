"""Projects of a wanted size that say the same in TypeScript, Go and Rust.

Module i has functions that call some of module i+1's and of one further on, so that everything is
reached and nothing can be left out; the program prints one number.
"""

from pathlib import Path

BODY_LINES = 7


def callees(index: int, count: int) -> list[int]:
    return [i for i in (index + 1, index + 7) if i < count]


def typescript(index: int, count: int, functions: int) -> str:
    lines = [f'import {{ f{i}_0 }} from "./m{i}";' for i in callees(index, count)]
    for f in range(functions):
        calls = " + ".join([f"f{i}_0(x - 1)" for i in callees(index, count)] if f == 0 else [f"f{index}_{f - 1}(x)"])
        lines += [f"export function f{index}_{f}(x: number): number {{",
                  f"  let sum = {index + f};",
                  "  for (let i = 0; i < x; i++) {",
                  "    if (i % 2 === 0) sum += i;",
                  "    else sum -= 1;",
                  "  }",
                  f"  return x <= 0 ? sum : sum + {calls or '0'};",
                  "}"]
    return "\n".join(lines) + "\n"


def go(index: int, count: int, functions: int) -> str:
    lines = [f"package m{index}"]
    lines += [f'import "bench/m{i}"' for i in callees(index, count)]
    for f in range(functions):
        calls = " + ".join([f"m{i}.F0(x-1)" for i in callees(index, count)] if f == 0 else [f"F{f - 1}(x)"])
        lines += [f"func F{f}(x int) int {{",
                  f"\tsum := {index + f}",
                  "\tfor i := 0; i < x; i++ {",
                  "\t\tif i%2 == 0 {", "\t\t\tsum += i", "\t\t} else {", "\t\t\tsum -= 1", "\t\t}",
                  "\t}",
                  "\tif x <= 0 {", "\t\treturn sum", "\t}",
                  f"\treturn sum + {calls or '0'}",
                  "}"]
    return "\n".join(lines) + "\n"


def rust(index: int, count: int, functions: int) -> str:
    lines = []
    for f in range(functions):
        calls = " + ".join([f"crate::m{i}::f0(x - 1)" for i in callees(index, count)] if f == 0
                           else [f"f{f - 1}(x)"])
        lines += [f"pub fn f{f}(x: i64) -> i64 {{",
                  f"    let mut sum = {index + f};",
                  "    let mut i = 0;",
                  "    while i < x {",
                  "        if i % 2 == 0 { sum += i; } else { sum -= 1; }",
                  "        i += 1;",
                  "    }",
                  f"    if x <= 0 {{ sum }} else {{ sum + {calls or '0'} }}",
                  "}"]
    return "\n".join(lines) + "\n"


def write_all(files: dict[Path, str]) -> None:
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)


def write_typescript(root: Path, count: int, functions: int) -> None:
    last = functions - 1
    files = {root / "package.json": '{"type": "module"}\n',
             root / "src/main.ts": f'import {{ f0_{last} }} from "./m0";\nconsole.log(f0_{last}(4));\n'}
    files |= {root / f"src/m{i}.ts": typescript(i, count, functions) for i in range(count)}
    write_all(files)


def write_go(root: Path, count: int, functions: int) -> None:
    files = {root / "go.mod": "module bench\n\ngo 1.19\n",
             root / "main.go": 'package main\n\nimport "bench/m0"\n\n'
                               f"func main() {{ println(m0.F{functions - 1}(4)) }}\n"}
    files |= {root / f"m{i}/m.go": go(i, count, functions) for i in range(count)}
    write_all(files)


def write_rust(root: Path, count: int, functions: int) -> None:
    modules = "".join(f"mod m{i};\n" for i in range(count))
    files = {root / "Cargo.toml": '[package]\nname = "bench"\nversion = "0.1.0"\nedition = "2021"\n',
             root / "src/main.rs": f'{modules}\nfn main() {{ println!("{{}}", m0::f{functions - 1}(4)); }}\n'}
    files |= {root / f"src/m{i}.rs": rust(i, count, functions) for i in range(count)}
    write_all(files)


def write_ninja(root: Path, count: int) -> None:
    """As many nodes as a build of Perry of that many modules has, without Perry."""
    lines = ["rule cp", "  command = cp $in $out"]
    for i in range(count):
        lines.append(f"build obj/m{i}.o: cp src/m{i}.ts")
    objects = " ".join(f"obj/m{i}.o" for i in range(count))
    lines += ["rule touch", "  command = touch $out",
              f"build app: touch {objects}", "default app"]
    write_all({root / "build.ninja": "\n".join(lines) + "\n"}
              | {root / f"src/m{i}.ts": "x\n" for i in range(count)})
