export class Fiber { a = 1; }
