import { mean, total } from "./statistics";

const values = [3, 1, 4, 1, 5];
console.log(`total ${total(values)}, mean ${mean(values)}`);
