/** The domain's `covers` in SQL: `from_on` and `to_on` are both inclusive. */
export const periodCoversSql = (row: string, day: string): string =>
  `${row}.from_on <= ${day} AND (${row}.to_on IS NULL OR ${row}.to_on >= ${day})`;
