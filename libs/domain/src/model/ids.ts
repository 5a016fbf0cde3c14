export type UserId = string;
export type UnitId = string;
/** Key of a text row; the text itself is in Postgres only. */
export type TextKey = string;

/** What shows that something is so: a document or a message of the case, by its id. */
export type ProofRef = { readonly document: string } | { readonly message: string };

export const isDocumentRef = (ref: ProofRef): ref is { readonly document: string } => 'document' in ref;
