export let counter = 1;
export function bump() {
  counter++;
}
export { later };
const later = () => "later " + counter;
export default "default";
