/** Escapes %, _ and \ so that LIKE matches user input literally. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

export const likeContaining = (text: string): string => `%${escapeLike(text)}%`;
