/** Eleven digits, each after at most two spaces, hyphens, dots or slashes. */
const ELEVEN_DIGITS = /(?<!\d)(?=(\d(?:[\s./\-\u2010-\u2015]{0,2}\d){10})(?!\d))/g;

const FIRST_WEIGHTS = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];

/** Added to the month: of a help number, and of a synthetic number of NAV (40) or of the Tax Administration (80). */
const MONTH_OFFSETS = [0, 40, 80];
/** Added to the day of a D-number. */
const DAY_OFFSETS = [0, 40];
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * Whether the text holds a valid Norwegian national identity number: a fødselsnummer, a D-number or a synthetic one, with
 * its digits in one or in groups. Other numbers of eleven digits, such as most of those of bank accounts, are none.
 */
export function hasNationalIdentityNumber(text: string): boolean {
  const found = text.normalize('NFKC').matchAll(ELEVEN_DIGITS);
  return [...found].some(([, digits = '']) => isNationalIdentityNumber(digits.replace(/\D/g, '')));
}

function isNationalIdentityNumber(number: string): boolean {
  const digits = [...number].map(Number);
  const isDivisible = (weights: readonly number[]): boolean =>
    weights.reduce((sum, weight, place) => sum + weight * (digits[place] ?? 0), 0) % 11 === 0;
  return hasBirthDate(number) && isDivisible(FIRST_WEIGHTS) && isDivisible(SECOND_WEIGHTS);
}

/** The year is not asked: the century is in the digits that follow, and 29 February is in one of them. */
function hasBirthDate(number: string): boolean {
  const [day, month] = [Number(number.slice(0, 2)), Number(number.slice(2, 4))];
  return MONTH_OFFSETS.some((months) =>
    DAY_OFFSETS.some((days) => {
      const last = DAYS_IN_MONTH[month - months - 1];
      return last !== undefined && day - days >= 1 && day - days <= last;
    }),
  );
}
