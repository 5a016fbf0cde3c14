/** Replaces every mention of a person. */
export const REDACTED = '[slettet]';

/** What a person may be called in free text. */
export interface PersonIdentifiers {
  readonly names: readonly string[];
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}

/** Removes a person's identifiers: `searchTokens` and `searchDigits` find candidate rows cheaply; `redact` is exact. */
export interface PersonRedactor {
  /** Every text that names the person contains one of these, in any letter case, or one of `searchDigits`. */
  readonly searchTokens: readonly string[];
  /** Phone numbers; to be searched for in the digits of the text alone. */
  readonly searchDigits: readonly string[];
  /** Replaces the person in every string of the value, keys too; returns the same object when it does not name them. */
  redact<T>(value: T): T;
}

/** Shorter numbers are not personal phone numbers. */
const MIN_PHONE_DIGITS = 5;

const WORD_START = '(?<![\\p{L}\\p{N}])';
/** Includes the genitive: `Karis`, `Lars'`. */
const WORD_END = "(?:['’]?s|['’])?(?![\\p{L}\\p{N}])";

/**
 * Redacts the full name (any letter case and spacing, also as `family name, given names`), the e-mail address, and the
 * phone number however its digits are grouped. A given name alone stays, because too many people share it.
 */
export function redactorFor({ names, emails, phones }: PersonIdentifiers): PersonRedactor {
  const [fullNames, addresses] = [
    names.map((name) => name.normalize('NFC').trim()).filter(isSearchable),
    emails.filter(isSearchable),
  ];
  const numbers = phones.map(nationalDigits).filter((digits) => digits.length >= MIN_PHONE_DIGITS);
  const patterns = [
    ...addresses.map((email) => `${WORD_START}${escapeRegExp(email)}(?![\\p{L}\\p{N}])`),
    ...fullNames.flatMap(namePatterns),
    ...numbers.map(numberPattern),
  ];
  const pattern = patterns.length === 0 ? undefined : new RegExp(patterns.join('|'), 'giu');
  return {
    searchTokens: [...fullNames.map(longestWord), ...addresses],
    searchDigits: numbers,
    redact: (value) => (pattern ? (redactValue(value, pattern) as typeof value) : value),
  };
}

function redactValue(value: unknown, pattern: RegExp): unknown {
  if (typeof value === 'string') return redactText(value, pattern);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const members = value.map((member) => redactValue(member, pattern));
    return members.some((member, index) => member !== value[index]) ? members : value;
  }
  const members = Object.entries(value).map(
    ([key, member]) => [redactText(key, pattern), redactValue(member, pattern), key, member] as const,
  );
  if (members.every(([key, member, oldKey, oldMember]) => key === oldKey && member === oldMember)) return value;
  return Object.fromEntries(members);
}

function redactText(text: string, pattern: RegExp): string {
  const composed = text.normalize('NFC');
  const redacted = composed.replace(pattern, REDACTED);
  return redacted === composed ? text : redacted;
}

function namePatterns(name: string): string[] {
  const parts = name.split(/\s+/u);
  const [last = '', given] = [parts.at(-1), parts.slice(0, -1)];
  const forms = [parts.map(escapeRegExp).join('\\s+')];
  if (given.length > 0) forms.push(`${escapeRegExp(last)}\\s*,\\s*${given.map(escapeRegExp).join('\\s+')}`);
  return forms.map((form) => `${WORD_START}${form}${WORD_END}`);
}

/** The digits without Norway's country code. */
function nationalDigits(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return digits.replace(/^(?:00)?47(?=\d{8}$)/, '');
}

function numberPattern(digits: string): string {
  return `(?<!\\d)(?:(?:\\+|00)?47[\\s.-]*|\\+|00)?${[...digits].join('[\\s.-]*')}(?!\\d)`;
}

function longestWord(text: string): string {
  const runs = text.match(/[\p{L}\p{N}]+/gu) ?? [];
  return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '');
}

const isSearchable = (text: string): boolean => longestWord(text) !== '';

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
