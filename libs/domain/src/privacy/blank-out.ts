/** What stands where somebody was named. */
export const BLANK = '[slettet]';

/** How somebody is named in words. */
export interface Naming {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** A naming made ready: what to look for first, cheaply, and what then takes it out. */
export interface Blanking {
  /** Every text that names the person holds one of these, in whatever case, or one of `digits`. */
  readonly tokens: readonly string[];
  /** The same for phone numbers, when only the digits of the text are looked at. */
  readonly digits: readonly string[];
  /** The value without the person, whatever strings it is made of; the same value when it does not name them. */
  blank<T>(value: T): T;
}

/** Fewer digits than this are no number of anybody's. */
const FEWEST_DIGITS = 5;

const START = '(?<![\\p{L}\\p{N}])';
/** Also of somebody: `Karis`, `Lars'`. */
const END = "(?:['’]?s|['’])?(?![\\p{L}\\p{N}])";

/**
 * Takes a person out of words: the whole name, in any case, spacing or order of family name and given names, the e-mail
 * address, and the phone number however it is grouped. A given name alone is left: it is too many people's.
 */
export function blankingOf({ names, emails, phones }: Naming): Blanking {
  const [known, addresses] = [names.map((name) => name.normalize('NFC').trim()).filter(isSaid), emails.filter(isSaid)];
  const numbers = phones.map(nationalDigits).filter((digits) => digits.length >= FEWEST_DIGITS);
  const patterns = [
    ...addresses.map((email) => `${START}${literal(email)}(?![\\p{L}\\p{N}])`),
    ...known.flatMap(namePatterns),
    ...numbers.map(numberPattern),
  ];
  const pattern = patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'giu');
  return {
    tokens: [...known.map(longestRun), ...addresses],
    digits: numbers,
    blank: (value) => (pattern ? (within(value, pattern) as typeof value) : value),
  };
}

function within(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return inText(value, pattern);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const members = value.map((member) => within(member, pattern));
    return members.some((member, index) => member !== value[index]) ? members : value;
  }
  const members = Object.entries(value).map(
    ([key, member]) => [inText(key, pattern), within(member, pattern), key, member] as const,
  );
  if (members.every(([key, member, oldKey, oldMember]) => key === oldKey && member === oldMember)) return value;
  return Object.fromEntries(members);
}

function inText(text: string, pattern: RegExp): string {
  const composed = text.normalize('NFC');
  const blanked = composed.replace(pattern, BLANK);
  return blanked === composed ? text : blanked;
}

function namePatterns(name: string): string[] {
  const parts = name.split(/\s+/u);
  const [last = '', given] = [parts.at(-1), parts.slice(0, -1)];
  const forms = [parts.map(literal).join('\\s+')];
  if (given.length > 0) forms.push(`${literal(last)}\\s*,\\s*${given.map(literal).join('\\s+')}`);
  return forms.map((form) => `${START}${form}${END}`);
}

/** Without the country code of Norway. */
function nationalDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.replace(/^(?:00)?47(?=\d{8}$)/, '');
}

function numberPattern(digits: string): string {
  return `(?<!\\d)(?:(?:\\+|00)?47[\\s.-]*|\\+|00)?${[...digits].join('[\\s.-]*')}(?!\\d)`;
}

function longestRun(text: string): string {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

const isSaid = (text: string): boolean => longestRun(text) !== '';

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
