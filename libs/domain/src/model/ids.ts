export type UserId = string;
export type UnitId = string;
/** Key of a text row; the text itself is in Postgres only. */
export type TextKey = string;
