/** A number as it is read and dialled at home, in one piece. */
export const shownPhone = (phone: string): string => phone.replace(/^\+47\s*/, '').replaceAll(' ', '\u00a0');

export const callAddress = (phone: string): string => `tel:${phone.replaceAll(/\s/g, '')}`;
