/** For p-map: calls to Temporal at a time. */
export const FEW_AT_A_TIME = { concurrency: 8 };

/** The items in arrays of at most `size`. */
export function* inBatches<T>(items: readonly T[], size: number): Iterable<readonly T[]> {
  for (let from = 0; from < items.length; from += size) yield items.slice(from, from + size);
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
