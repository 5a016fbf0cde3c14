const AT_ONCE = 8;

/** The same things, so many at a time. */
export async function* inBatches<T>(things: AsyncIterable<T> | Iterable<T>, most: number): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const thing of things) {
    batch.push(thing);
    if (batch.length < most) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** `map` for calls over the wire: a few at once, answers in order. */
export async function mapSome<T, Answer>(things: readonly T[], call: (thing: T) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = [];
  for await (const some of inBatches(things, AT_ONCE)) answers.push(...(await Promise.all(some.map(call))));
  return answers;
}

export async function allOf<T>(things: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const thing of things) all.push(thing);
  return all;
}
