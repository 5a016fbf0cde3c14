/** Thousands in groups: «1 200 000», «1.200.000». A lone point with other than three digits after it is a decimal point. */
const GROUPED = /^\d{1,3}(?:[ .]\d{3})+(?:,\d+)?$/;
const PLAIN = /^\d+(?:[.,]\d+)?$/;

/** Reads «1 200 000,50», «1.200», «-1,5», «1200 kr». NaN for what is no number. */
export function numberIn(written: string): number {
  const text = written
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/[\u2212\u2013]/, '-')
    .replace(/\s*(?:kr\.?|kroner|nok|,-)$/i, '')
    .replace(/,-$/, '')
    .trim();
  const [sign, digits] = text.startsWith('-') ? [-1, text.slice(1).trim()] : [1, text];
  if (GROUPED.test(digits)) return sign * Number(digits.replace(/[ .]/g, '').replace(',', '.'));
  return PLAIN.test(digits) ? sign * Number(digits.replace(',', '.')) : NaN;
}

/** «1 200 000,5», in groups that do not break over two lines. */
export const writtenNumber = (value: number): string =>
  new Intl.NumberFormat('nb-NO', { maximumFractionDigits: 10 }).format(value).replace('\u2212', '-');
