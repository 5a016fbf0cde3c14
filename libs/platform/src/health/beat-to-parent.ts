/** Tells the program that started this one, every so often, that its event loop turns. Nothing when there is no channel. */
export function beatToParent(everyMs = 2_000): void {
  if (process.send === undefined) return;
  process.channel?.unref();
  setInterval(() => {
    // The parent may be gone: then it does not need to know.
    if (process.connected) process.send?.('beat', undefined, undefined, () => undefined);
  }, everyMs).unref();
}
