interface Greeting {
  readonly name: string;
  readonly times: number;
}

function* greet({ name, times }: Greeting): Generator<string> {
  for (let index = 1; index <= times; index++) yield `${index}: hello, ${name}`;
}

const name = process.argv[2] ?? "world";
for (const line of greet({ name, times: 3 })) {
  await null;
  console.log(line);
}

export {};
