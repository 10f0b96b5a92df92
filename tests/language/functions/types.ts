// Types mean nothing at run time, whatever they claim.
interface Shape {
  area(): number;
}
class Square implements Shape {
  constructor(private readonly side: number) {}
  area(): number {
    return this.side * this.side;
  }
}
const lie = "3" as unknown as number;
function add(a: number, b: number): number {
  return a + b;
}
const shapes: Shape[] = [new Square(2), { area: () => 7 }];
console.log(shapes.map((s) => s.area()).join(), add(lie, 4), add(3, 4), (lie as any) * 2);
type Named = { name: string };
const named = <T extends Named>(x: T): string => x.name!;
console.log(named({ name: "n", extra: 1 } as Named));
