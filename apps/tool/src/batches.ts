const MAX_CONCURRENT_CALLS = 8;

/** Yields the items in arrays of at most `size`. */
export async function* inBatches<T>(items: AsyncIterable<T> | Iterable<T>, size: number): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Maps items through an asynchronous call, a few concurrently. Results keep the order of the items. */
export async function mapInBatches<T, Result>(
  items: readonly T[],
  call: (item: T) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  for await (const batch of inBatches(items, MAX_CONCURRENT_CALLS))
    results.push(...(await Promise.all(batch.map(call))));
  return results;
}

export async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
