const WRITTEN = /^(?:NO)?((?:\d[ .-]?){8}\d)(?:MVA)?$/i;
const WEIGHTS = [3, 2, 7, 6, 5, 4, 3, 2];

/** The nine digits of a number as people write it: `123 456 785`, `NO 123 456 785 MVA`. Other text as it is. */
export function toOrganisationNumber(text: string): string {
  const [, digits] = WRITTEN.exec(text.replace(/\s+/g, '')) ?? [];
  return digits?.replace(/\D/g, '') ?? text;
}

/** Nine digits of which the last is the check digit (modulus 11, as the Brønnøysund register gives them). */
export function isOrganisationNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(text[at]), 0);
  return (11 - (sum % 11)) % 11 === Number(text[8]);
}
