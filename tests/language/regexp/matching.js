// What patterns match, one line each.
function show(regexp, text) {
  const match = regexp.exec(text);
  console.log(String(regexp), JSON.stringify(text), match === null ? null : JSON.stringify([match.index, ...match]));
}

// Quantifiers and backtracking.
show(/a*?b/, 'aaab');
show(/(a+)+b/, 'aaaaaaaaaaaaaaaaaac');
show(/(?:a*)*c/, 'aaaaaaaaaaaaaaaaab');
show(/(a|aa)+$/, 'aaaaaaaaaaaaaaaaab');
show(/(z)((a+)?(b+)?(c))*/, 'zaacbbbcac');
show(/(a*)*/, 'b');
show(/(?:a?)*?y/, 'z');
show(/(a?)*?$/, 'ab');
show(/(?:(a)|b)*/, 'ab');
show(/a{2,3}?(a*)/, 'aaaaa');
show(/(?:ab){3,}/, 'abababab');
show(/(?:a|ab){20}c/, 'ab'.repeat(20) + 'c');
show(/x{0}y/, 'xy');
show(/(?:)/, '');
show(/(?:(\w)\d?){2,4}/, 'a1b2c3d4e5');

// Looks and references.
show(/(?=(a+))a*b\1/, 'baaabac');
show(/(?=(a))(?!b)./, 'ab ac');
show(/(.*?)a(?!(a+)b\2c)\2(.*)/, 'baaabaac');
show(/(?<=\$)\d+(?:\.\d\d)?/, 'cost: $10.53');
show(/(?<!\$)\b\d+/, '$10 20');
show(/(?<=(\d+)(\d+))$/, '1053');
show(/(?<=\1(a))b/, 'aab');
show(/(?<a>.)(?<b>.)\k<b>\k<a>/, 'xabbay');
show(/(?<year>\d{4})|(?<year>\d{2})/, 'in 99');
show(/(?:(?<x>a)|(?<x>b))\k<x>/, 'abb');
show(/\1(a)/, 'aa');
show(/(a)\10/, 'aa0');
show(/\k<a>/, 'k<a>');

// Anchors, flags and modifiers.
show(/^b/m, 'a\nb');
show(/a$/m, 'a\nb');
show(/a.c/s, 'a\nc');
show(/a.c/, 'a\nc');
show(/(?i:ab)c/, 'ABc');
show(/(?i:ab)c/, 'ABC');
show(/(?-i:a)b/i, 'aB');
show(/(?s-i:.A)/i, '\nA');
show(/(?m:^)b/, 'a\nb');
show(/\bfoo\B/, 'a food');

// Case.
show(/[^x]/i, 'X');
show(/[a-z]+/i, 'ABCxyz');
show(/\u212a/i, 'k');
show(/\u212a/iu, 'k');
show(/[^\W]/iu, 'ſ');
show(/\bſ\b/iu, 's');
show(/ß/i, 'ẞ');
show(/ß/iu, 'ẞ');
show(/ǆ/i, 'ǅ');
show(/(ſ)\1/iu, 'sS');

// Unicode.
show(/^.$/, '😀');
show(/^.$/u, '😀');
show(/[😀]/u, 'x😀');
show(/\ud83d/u, '😀');
show(/\ud83d/, '😀');
show(/\u{1f600}/u, '😀');
show(/\p{Lu}\p{Script=Greek}+/u, 'xAλόγος');
show(/\P{L}+/u, 'abc123');
show(/^\p{RGI_Emoji}$/v, '👨‍👩‍👧');
show(/[\p{L}--[a-z]]+/v, 'abcÀÉ');
show(/[\w&&\d]+/v, 'abc123');
show(/[\q{abc|a|ab}x]/v, 'zabcd');
show(/^[^\p{Emoji}]$/v, 'x');
show(/[^\d\s]+/v, ' 12ab 3');

// Annex B.
show(/\c/, '\\c');
show(/[\c_]/, '\x1f');
show(/\8\07\377/, '8\x07\xff');
show(/a{,2}/, 'a{,2}');
show(/[\d-z]+/, '1-z');
show(/]{/, ']{');
show(/(?=a)*b/, 'b');
