/// <reference types="node" />
export as namespace Lib;
export declare const a: 1;
export function b(): void;
export default class C { d(): void; private e; readonly f = 1 }
// --- args: --stop-after=parse
