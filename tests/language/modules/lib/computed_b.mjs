import { own, value } from '../computed.mjs';
export { own as given } from '../computed.mjs';
export const late = () => value + own().next().value;
