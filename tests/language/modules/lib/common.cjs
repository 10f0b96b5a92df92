exports.named = "named"; exports.lazy = () => require("./other.cjs").answer + typeof module.exports;
