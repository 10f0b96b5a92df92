console.log('two runs when it is asked for');
export { inner as default } from './deep/inner.mjs';
