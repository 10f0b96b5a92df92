const _null = "null", _undefined = "undefined", string = "string";
export { _null as null, _undefined as undefined, string };
