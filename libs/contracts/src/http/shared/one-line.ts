/** Control characters other than white space, and those that turn the direction of writing. */
const REFUSED = String.raw`\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069`;
export const ONE_LINE = new RegExp(`^[^${REFUSED}]*$`);
export const NO_CONTROLS = new RegExp(String.raw`^[^\x00-\x1f\x7f-\x9f]*$`);
const DIRECTIONS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Text on one line: white space, line breaks among it, is one space, and none at the ends. */
export const toOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** As names are, and without the characters that no name may have but that come along when one is copied. */
export const toSearchText = (text: string): string => toOneLine(text.replace(DIRECTIONS, ''));
