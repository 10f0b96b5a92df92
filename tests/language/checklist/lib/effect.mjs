export const omit = () => "effect omit", map = () => "effect map";
