import { format, items } from "@example/prices";
import { withTax } from "@example/prices/tax";

let sum = 0;
for (const item of items) sum += withTax(item.cents);
console.log(`to pay: ${format(sum)}`);
