function graphql() { return "local"; }
function graphql2() { return "wraps " + graphql(); }
export { graphql2 as graphql };
