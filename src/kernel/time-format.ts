const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;
const DAY_MS = 86_400_000;

/** The parts of Go's reference time, longest first where one begins with another (Go: package time, constants). */
const LAYOUT_PART =
  /January|Jan(?![a-z])|Monday|Mon(?![a-z])|MST|2006|Z07:00:00|Z070000|Z07:00|Z0700|Z07|-07:00:00|-070000|-07:00|-0700|-07|[.,](?:0+|9+)(?!\d)|__2|002|01|02|03|04|05|06|15|_2(?!006)|1|2|3|4|5|PM|pm/g;

/** Writes `time` (milliseconds since the epoch, shown in UTC) as Go's `Time.Format` does: `2006-01-02` gives the date. */
export function formatGoTime(time: number, layout: string): string {
  const date = new Date(time);
  return layout.replace(LAYOUT_PART, (part) => goPart(date, part));
}

function goPart(date: Date, part: string): string {
  const fraction = /^([.,])(0+|9+)$/.exec(part);
  if (fraction !== null) return secondFraction(date, fraction[1] ?? '.', fraction[2] ?? '');
  const write = GO_PARTS[part];
  return write === undefined ? part : write(date);
}

const GO_PARTS: Readonly<Record<string, (date: Date) => string>> = {
  January: monthName,
  Jan: (date) => monthName(date).slice(0, 3),
  '1': (date) => String(date.getUTCMonth() + 1),
  '01': (date) => pad(date.getUTCMonth() + 1),
  Monday: dayName,
  Mon: (date) => dayName(date).slice(0, 3),
  '2': (date) => String(date.getUTCDate()),
  _2: (date) => String(date.getUTCDate()).padStart(2),
  '02': (date) => pad(date.getUTCDate()),
  __2: (date) => String(dayOfYear(date)).padStart(3),
  '002': (date) => pad(dayOfYear(date), 3),
  '15': (date) => pad(date.getUTCHours()),
  '3': (date) => String(twelveHour(date)),
  '03': (date) => pad(twelveHour(date)),
  '4': (date) => String(date.getUTCMinutes()),
  '04': (date) => pad(date.getUTCMinutes()),
  '5': (date) => String(date.getUTCSeconds()),
  '05': (date) => pad(date.getUTCSeconds()),
  '2006': year,
  '06': (date) => pad(date.getUTCFullYear() % 100),
  PM: halfDay,
  pm: (date) => halfDay(date).toLowerCase(),
  MST: () => 'UTC',
  Z0700: () => 'Z',
  Z070000: () => 'Z',
  'Z07:00': () => 'Z',
  'Z07:00:00': () => 'Z',
  Z07: () => 'Z',
  '-0700': () => '+0000',
  '-070000': () => '+000000',
  '-07:00': () => '+00:00',
  '-07:00:00': () => '+00:00:00',
  '-07': () => '+00',
};

/** `.000` shows the digits asked for; `.999` leaves out zeros at the end, and itself where nothing is left. */
function secondFraction(date: Date, point: string, pattern: string): string {
  const digits = pad(date.getUTCMilliseconds(), 3).padEnd(pattern.length, '0').slice(0, pattern.length);
  if (pattern.startsWith('0')) return point + digits;
  const significant = digits.replace(/0+$/, '');
  return significant === '' ? '' : point + significant;
}

/**
 * Writes `time` (milliseconds since the epoch, shown in UTC) by those letters of `strftime` that Packer's library
 * (github.com/jehiah/go-strftime) has; all others stay as they are written.
 */
export function formatStrftime(time: number, format: string): string {
  const date = new Date(time);
  return format.replace(/%(.)/gs, (whole, letter: string) => STRFTIME_LETTERS[letter]?.(date) ?? whole);
}

const STRFTIME_LETTERS: Readonly<Record<string, (date: Date) => string>> = {
  A: dayName,
  a: (date) => dayName(date).slice(0, 3),
  B: monthName,
  b: (date) => monthName(date).slice(0, 3),
  d: (date) => pad(date.getUTCDate()),
  H: (date) => pad(date.getUTCHours()),
  I: (date) => pad(twelveHour(date)),
  L: (date) => secondFraction(date, '.', '000'),
  M: (date) => pad(date.getUTCMinutes()),
  m: (date) => pad(date.getUTCMonth() + 1),
  p: halfDay,
  S: (date) => pad(date.getUTCSeconds()),
  Y: year,
  y: (date) => pad(date.getUTCFullYear() % 100),
  Z: () => 'UTC',
  z: () => '+0000',
  '%': () => '%',
};

/** Week and year by ISO 8601: weeks begin on Monday, and week 1 holds the year's first Thursday. */
export function isoWeek(date: Date): { readonly year: number; readonly week: number } {
  const thursday = new Date(date.getTime() + (3 - ((date.getUTCDay() + 6) % 7)) * DAY_MS);
  return { year: thursday.getUTCFullYear(), week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
}

/** The day of the year in UTC; 1 is January 1st. */
export function dayOfYear(date: Date): number {
  const today = Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
  return (today - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY_MS + 1;
}

function monthName(date: Date): string {
  return MONTHS[date.getUTCMonth()] ?? '';
}

function dayName(date: Date): string {
  return DAYS[date.getUTCDay()] ?? '';
}

function year(date: Date): string {
  return pad(date.getUTCFullYear(), 4);
}

function twelveHour(date: Date): number {
  return date.getUTCHours() % 12 || 12;
}

function halfDay(date: Date): string {
  return date.getUTCHours() < 12 ? 'AM' : 'PM';
}

function pad(number: number, width = 2): string {
  return String(number).padStart(width, '0');
}
