import { format, items } from "@example/prices";

for (const item of items) console.log(`${item.name} ${format(item.cents)}`);
