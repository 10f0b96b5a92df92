// Compares dates with Node's: texts and fields of instants, local times, setters, and Date.parse.
//
//   node compare_dates.mjs BATCH [INSTANTS] [SEED] [--zones=A,B]
//
// INSTANTS are spread over the zones, or over those of `--zones`. Node has a time zone database of its
// own: where it is of another year than the system's, zones whose rules changed differ, so the default
// ones are those that no recent edition touched.
import { spawnSync } from 'node:child_process';

const options = Object.fromEntries(process.argv.filter((a) => a.startsWith('--')).map((a) => a.slice(2).split('=')));
const [batch, instants = '10000', seed = '1'] = process.argv.slice(2).filter((a) => !a.startsWith('--'));
const zones = options.zones?.split(',') ?? ['UTC', 'Europe/Berlin', 'Europe/London', 'Europe/Dublin', 'Europe/Lisbon',
  'Europe/Moscow', 'Europe/Istanbul', 'Europe/Kyiv', 'Europe/Athens', 'Africa/Cairo', 'Africa/Johannesburg',
  'Africa/Lagos', 'Africa/Nairobi', 'Africa/Monrovia', 'America/New_York', 'America/Chicago', 'America/Denver',
  'America/Los_Angeles', 'America/Phoenix', 'America/Anchorage', 'America/St_Johns', 'America/Sao_Paulo',
  'America/Argentina/Buenos_Aires', 'America/Caracas', 'America/Santiago', 'America/Havana', 'Asia/Kolkata',
  'Asia/Kathmandu', 'Asia/Shanghai', 'Asia/Tokyo', 'Asia/Seoul', 'Asia/Karachi', 'Asia/Dubai', 'Asia/Jerusalem',
  'Australia/Sydney', 'Australia/Adelaide', 'Australia/Lord_Howe', 'Pacific/Auckland', 'Pacific/Chatham',
  'Pacific/Apia', 'Etc/GMT+5'];

let state = Number(seed) >>> 0;
function random() {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), state | 1);
  t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
}
const below = (n) => Math.floor(random() * n);
const pick = (list) => list[below(list.length)];
const between = (low, high) => Math.floor(low + random() * (high - low));

function instant() {
  switch (below(6)) {
    case 0: return between(-8.64e15, 8.64e15);
    case 1: return between(Date.UTC(1880), Date.UTC(1970));
    case 2: return pick([0, 8.64e15, -8.64e15, 2 ** 31 * 1000, -62198755200000]);
    // Around the hours at which clocks change.
    case 3: return Date.UTC(between(1970, 2037), below(12), 1 + below(31), below(24), pick([0, 59]), pick([0, 59]));
    default: return between(Date.UTC(1970), Date.UTC(2040));
  }
}

const textMethods = ['toString', 'toUTCString', 'toLocaleString', 'toLocaleDateString', 'toLocaleTimeString',
  'toDateString', 'toTimeString', 'getTimezoneOffset', 'getFullYear', 'getMonth', 'getDate', 'getDay', 'getHours',
  'getMinutes', 'getSeconds', 'getMilliseconds', 'toJSON'];
const setters = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']
  .flatMap((part) => [`set${part}`, `setUTC${part}`]);

// --- texts to parse ---

const months = ['Jan', 'february', 'MAR', 'Apr', 'may', 'June', 'jul', 'Aug', 'Sept', 'Oct', 'Nov', 'December', 'Janus'];
const zoneTexts = ['Z', 'z', 'GMT', 'UTC', 'ut', 'EST', 'pdt', 'GMT+2', 'GMT-0330', 'UTC+05:30', '+0100', '-8', '+1:30',
  '+12345', 'GMT+', '(PST)', 'CEST', '+', '-', 'GMT+1:', '+005', 'UTC-7:15:'];
const number = (digits) => String(below(10 ** digits)).padStart(pick([1, digits]), '0');
const clock = () => pick([
  () => `${number(2)}:${number(2)}`,
  () => `${number(2)}:${number(2)}:${number(2)}`,
  () => `${number(2)}:${number(2)}:${number(2)}.${number(1 + below(10))}`,
  () => `${number(2)}::${number(2)}`,
  () => `${number(2)}:${number(2)}${pick(['am', ' PM', 'pm', ' a.m.', 'x'])}`,
])();
const day = () => pick([
  () => `${pick(months)} ${number(2)}, ${number(pick([2, 4]))}`,
  () => `${number(2)} ${pick(months)} ${number(pick([2, 4]))}`,
  () => `${number(2)}-${pick(months)}-${number(pick([2, 4]))}`,
  () => `${pick(['Mon', 'Tue,', 'Friday', 'xyz'])} ${pick(months)} ${number(2)} ${number(4)}`,
  () => `${number(2)}/${number(2)}/${number(pick([2, 4]))}`,
  () => `${number(4)}${pick('/-. ')}${number(2)}${pick('/-. ')}${number(2)}`,
  () => `${pick(months)} ${number(2)}`,
  () => number(1 + below(10)),
])();
const iso = () => {
  let text = pick([() => String(between(0, 10000)).padStart(4, '0'), () => pick('+-') + number(6)])();
  if (below(4)) text += '-' + String(below(14)).padStart(2, '0');
  if (below(4)) text += '-' + String(below(33)).padStart(2, '0');
  if (below(3)) {
    text += pick(['T', 't', ' ']) + [below(26), below(62), below(62)].slice(0, 1 + below(3))
      .map((n) => String(n).padStart(2, '0')).join(':');
  }
  if (below(3) === 0) text += '.' + number(1 + below(12));
  return text + pick(['', '', 'Z', 'z', '+01:00', '-0230', '+24:00', '+1:00', ' Z', 'x', '-23:59']);
};
const alphabet = ['0', '1', '12', '31', '1999', '2020', '70', ':', ':', '-', '+', '.', '(', ')', ' ', ' ', '/', ',', 'T', 'Z',
  'am', 'PM', 'GMT', 'jan', 'Dec', 'est', 'x', '\n', '\u00a0', '\u2028', 'é', '\0', '000000', '00'];
function dateText() {
  switch (below(6)) {
    case 0: return iso();
    case 1: return `${day()}${pick([' ', ', ', ' at ', 'T', ''])}${clock()}${pick([' ', ''])}${pick(zoneTexts)}`;
    case 2: return `${clock()} ${day()}${pick(['', ' '])}${pick([...zoneTexts, ''])}`;
    case 3: return `${day()} ${pick(['', '(a comment)', '((x) y', ') '])} ${clock()}${pick([' ', ''])}${pick([...zoneTexts, ''])}`;
    case 4: {
      // A text that a date gives, with one character changed.
      const date = new Date(instant());
      const text = pick([date.toString(), date.toUTCString(), date.toISOString(), date.toLocaleString()]);
      const at = below(text.length);
      return below(2) ? text : text.slice(0, at) + pick([...alphabet, '']) + text.slice(at + 1);
    }
    default: return Array.from({ length: 1 + below(12) }, () => pick(alphabet)).join('');
  }
}
const units = (text) =>
  Array.from({ length: text.length }, (_, i) => text.charCodeAt(i).toString(16).padStart(4, '0')).join('');

// --- questions ---

const operations = {
  text: () => {
    const time = instant();
    const date = new Date(time);
    return [`text ${time}`, textMethods.map((method) => date[method]() + '|').join('')];
  },
  parse: () => {
    const text = dateText();
    return [`parse ${units(text)}`, String(Date.parse(text)), text];
  },
  parts: () => {
    const date = new Date(instant());
    const parts = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), date.getUTCHours(), date.getUTCMinutes(),
      date.getUTCSeconds(), date.getUTCMilliseconds()];
    if (below(4) === 0) parts[below(7)] += between(-1000, 1000);
    return [`parts ${parts.join(' ')}`, String(new Date(...parts).getTime())];
  },
  set: () => {
    const time = instant();
    const method = pick(setters);
    const values = Array.from({ length: 1 + below(4) }, () => (below(3) ? below(60) : between(-100000, 100000)));
    return [`set ${time} ${method} ${values.join(' ')}`, String(new Date(time)[method](...values))];
  },
};

const names = Object.keys(operations);
let asked = 0;
let wrong = 0;
for (const zone of zones) {
  process.env.TZ = zone;
  const rows = [];
  for (let i = 0; i < Number(instants) / zones.length; ++i) rows.push(operations[names[i % names.length]]());
  const run = spawnSync(batch, {
    input: rows.map(([question]) => question).join('\n') + '\n', maxBuffer: 2 ** 30, encoding: 'utf8',
    env: { ...process.env, TZ: zone },
  });
  if (run.status !== 0) {
    console.error(`batch ended with ${run.status ?? run.signal}: ${run.stderr}`);
    process.exit(1);
  }
  const answers = run.stdout.split('\n');
  let here = 0;
  rows.forEach(([question, expected, text = ''], i) => {
    ++asked;
    if (answers[i] === expected) return;
    ++wrong;
    if (++here <= 5) console.log(`${zone}: ${question} ${JSON.stringify(text)}\n  node  ${expected}\n  perry ${answers[i]}`);
  });
  if (here > 5) console.log(`${zone}: ${here} differences`);
}
console.log(`${asked} questions in ${zones.length} zones, ${wrong} answers differ`);
process.exit(wrong === 0 ? 0 : 1);
