/** Works on many things, a few at a time; the results stand in the order of the things. */
export async function sideBySide<Thing, Result>(
  width: number,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let at = next++; at < things.length; at = next++) results[at] = await work(things[at] as Thing);
  };
  await Promise.all(Array.from({ length: Math.min(width, things.length) }, lane));
  return results;
}
