/** Maps the items with at most `width` promises at a time. The results are in the order of the items. */
export async function pMap<Item, Result>(
  width: number,
  items: readonly Item[],
  mapper: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) results[at] = await mapper(items[at] as Item);
  };
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}
