// Dates in UTC, whatever zone the program runs in.
const log = (...values) => console.log(...values);
const date = new Date(Date.UTC(2023, 10, 14, 22, 13, 20, 123));
log(date, date.toISOString(), date.toUTCString(), JSON.stringify({ date }), date.getTime(), +date, date.toGMTString === date.toUTCString);
for (const field of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
  log(field, date['getUTC' + field]());
}
for (const time of [0, -1, 8.64e15, -8.64e15, 8.64e15 + 1, NaN, -62198755200000, -62135596800001, 951782400000,
  4107542400000, 1.9, -1.9, -0]) {
  const some = new Date(time);
  log(time, some.getTime(), some.toUTCString(), Number.isNaN(some.getTime()) ? String(some) : some.toISOString());
}
log(new Date(NaN), [new Date(0)], Object.prototype.toString.call(date));

const set = new Date(0);
log(set.setUTCFullYear(2024, 1, 29), set.setUTCMonth(14), set.setUTCDate(0), set.setUTCHours(25, -1, 70, 5000), set.toISOString());
log(set.setUTCMinutes(1), set.setUTCSeconds(1.9, 2.9), set.setUTCMilliseconds(-1), set.setTime('5'), set.setTime());
log(set.setUTCMonth(1), set.setUTCFullYear(2000), set.toISOString(), set.setUTCFullYear(1e9), set.setTime(8.64e15));
const order = [];
const value = (name) => ({ valueOf() { order.push(name); return 1; } });
new Date(NaN).setUTCHours(value('a'), value('b'), value('c'), value('d'), value('e'));
Date.UTC(value('y'), value('m'), value('d'));
log(order.join());
log(Date.UTC(), Date.UTC(99), Date.UTC(100), Date.UTC(2000, 0, 1, 0, 0, 0, 0.9), Date.UTC(275760, 8, 13), Date.UTC(275760, 8, 14));
log(new Date(date).getTime() === date.getTime(), new Date('2020-01-01').getTime(), new Date(null).getTime(),
  new Date(undefined).getTime(), new Date(true).getTime(), typeof Date(), new Date(2020).getTime());
for (const hint of ['number', 'string', 'default']) log(typeof date[Symbol.toPrimitive](hint));
log(typeof (date + 1), date - 1, date > 0, `${new Date(NaN)}`);
for (const wrong of [() => date[Symbol.toPrimitive]('other'), () => Date.prototype[Symbol.toPrimitive].call(1),
  () => Date.prototype.getTime.call({}), () => Date.prototype.setTime.call(1), () => new Date(NaN).toISOString(),
  () => Date.prototype.toJSON.call({}), () => Date.prototype.toString.call({}), () => new Date(Symbol()),
  () => new Date(1n)]) {
  try {
    log(wrong());
  } catch (error) {
    log(String(error));
  }
}
log(new Date(NaN).toJSON(), Date.prototype.toJSON.call({ toISOString: () => 'own' }));
class Day extends Date {
  get year() { return this.getUTCFullYear(); }
}
log(new Day(0).year, new Day(0) instanceof Date, new Day(86400000));
for (const text of ['2023-11-14T22:13:20Z', '2023-11-14T22:13:20.1Z', '2023-11-14T22:13:20.123456789+0530',
  '2023-11-14T24:00:00Z', '2023-11-14T24:00:01Z', '+002023-11', '-000000-01-01', '2023-13-01', '2023', '2023-11',
  'Tue, 14 Nov 2023 22:13:20 GMT', 'Tue Nov 14 2023 22:13:20 GMT+0200 (Some Time)', '14 Nov 23 10:13 PM UTC',
  'nov 14 2023 (a (nested) comment) 12:00 am EST', '2023/11/14 GMT-8', '11/14/49 Z', '11/14/50 Z',
  'garbage 1 Jan 2000 UTC', 'garbage1 Jan 2000 UTC', '1 Jan 2000 garbage', '2000 Jan 1 00:00:00.5 Z', '12:30 1/1/2000 Z',
  '1::2 1/1/2000 Z', '', ' ', 'Z', '1/1/2000 GMT+', '1/1/2000 GMT+12345', '2023-11-14T22:13', '2023-11-14T2:13Z',
  'T', '2000-01-01T00:00:00+24:00', '1 2 3 4', '32 1 2000 Z', '2000-1-1 Z', '2000-02-31T00:00:00Z']) {
  const time = Date.parse(text);
  // Local times depend on the zone.
  const hasZone = ['Z', 'GMT', 'UTC', '+', 'EST'].some((zone) => text.includes(zone));
  log(JSON.stringify(text), hasZone ? time : Number.isNaN(time));
}
