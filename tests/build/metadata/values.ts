export class Service {}
export enum Level { low, high }
export enum Color { red = "r" }
export default class Main {}
export interface Hidden { y: number }
export namespace inner { export class Deep {} }
