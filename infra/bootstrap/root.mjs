import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Only right when run from the sources, not from dist. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
