/** The domain's `covers`, where the database compares: the row's days, both included. */
export const coveringSql = (row: string, day: string): string =>
  `${row}.from_on <= ${day} AND (${row}.to_on IS NULL OR ${row}.to_on >= ${day})`;
