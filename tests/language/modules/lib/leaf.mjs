export let value = 1; export default "the default"; export const other = 2; value = 5;
