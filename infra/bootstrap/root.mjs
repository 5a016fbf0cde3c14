import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Correct only in the sources, not in dist/. */
export const root = fileURLToPath(new URL('../..', import.meta.url));
