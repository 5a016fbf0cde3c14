/** Escapes %, _ and \ so that LIKE matches user input literally. */
export const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export const containing = (text: string): string => `%${literal(text)}%`;
