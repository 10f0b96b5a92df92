return with_;
// --- stdout
{"type":"Program","start":0,"end":14,"body":[{"type":"ReturnStatement","start":0,"end":13,"argument":{"type":"Identifier","start":7,"end":12,"name":"with_"}}],"sourceType":"script"}
