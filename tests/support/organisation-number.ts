import { isOrganisationNumber } from '#contracts/http/shared/organisation-number.js';

/** A valid organisation number, another one for every `n`. */
export function organisationNumberOf(n: number): string {
  const numbers = Array.from({ length: 20 }, (_, last) => String(900_000_000 + n * 20 + last));
  const valid = numbers.find(isOrganisationNumber);
  if (valid === undefined) throw new Error('of twenty numbers in a row one is valid');
  return valid;
}
