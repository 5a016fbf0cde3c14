import { reasonOf } from '../wait.js';

/** A place where a program may be had. */
export interface Source {
  readonly name: string;
  /** The program's file, or undefined when this place has none. Rejects with why not. */
  readonly find: () => Promise<string | undefined>;
  /** Takes away what `find` brought when it turns out not to work. */
  readonly discard?: () => void;
}

export type Found = { readonly file: string } | { readonly tried: readonly string[] };

/** Asks the sources in order; the first program that passes `verify` is it, and no later source is asked. */
export async function firstThatWorks(
  sources: readonly Source[],
  verify: (file: string) => Promise<void>,
): Promise<Found> {
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
