// é counts one unit, 😀 two.
let é = '😀', after;
// --- stdout
{"type":"Program","start":0,"end":51,"body":[{"type":"VariableDeclaration","start":30,"end":50,"declarations":[{"type":"VariableDeclarator","start":34,"end":42,"id":{"type":"Identifier","start":34,"end":35,"name":"é"},"init":{"type":"Literal","start":38,"end":42,"value":"😀","raw":"'😀'"}},{"type":"VariableDeclarator","start":44,"end":49,"id":{"type":"Identifier","start":44,"end":49,"name":"after"},"init":null}],"kind":"let"}],"sourceType":"module"}
