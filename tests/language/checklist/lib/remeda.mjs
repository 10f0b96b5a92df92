export const omit = () => "remeda omit", map = () => "remeda map";
