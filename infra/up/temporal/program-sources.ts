import { reasonOf } from '../shared/wait.js';

/** A place where a program may be found or downloaded. */
export interface ProgramSource {
  readonly name: string;
  /** Path of the program; undefined when there is none. Rejects with the reason when the search fails. */
  readonly find: () => Promise<string | undefined>;
  /** Removes a downloaded program that does not work. */
  readonly discard?: () => void;
}

export type SearchResult = { readonly file: string } | { readonly tried: readonly string[] };

/** Tries the sources in order and returns the first program that passes `verify`. */
export async function firstWorkingProgram(
  sources: readonly ProgramSource[],
  verify: (file: string) => Promise<void>,
): Promise<SearchResult> {
  const tried: string[] = [];
  for (const { name, find, discard } of sources) {
    try {
      const file = await find();
      if (file !== undefined) {
        await verify(file);
        return { file };
      }
      tried.push(`${name}: not there`);
    } catch (error) {
      discard?.();
      tried.push(`${name}: ${reasonOf(error)}`);
    }
  }
  return { tried };
}
