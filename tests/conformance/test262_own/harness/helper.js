function helped() { return true; }
let helperCount = 0;
