export function hasChildren(node) { return "children" in node; }
export class Leaf { name = "leaf"; }
export let kept = "before";
kept = "after";
