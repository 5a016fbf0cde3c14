/** The name of everybody who was erased; their id stays, and identifies nobody. */
export const ERASED_NAME = 'Slettet person';

/** Somebody who left without being erased has a name of their own. */
export const isErased = (person: { readonly name: string; readonly deactivatedAt: Date | null }): boolean =>
  person.name === ERASED_NAME && person.deactivatedAt !== null;
