export class Fiber { b = 1; c = 2; }
