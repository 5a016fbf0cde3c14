/** Names of this machine that only this machine answers to. */
const LOOPBACK_NAME = /^(127(\.\d{1,3}){3}|localhost|::1|\[::1\])$/i;

/** Whether a host name or IP address is that of this machine alone. */
export const isLoopback = (name: string): boolean => LOOPBACK_NAME.test(name);

/** The name in a Host header, without the port. */
export const nameInHost = (host: string | undefined): string => (host ?? '').replace(/:\d+$/, '');

/**
 * Whether a request of the demonstration was meant for it. Against DNS rebinding: a page of another site whose name comes to
 * resolve to this machine sends that name.
 * @param ownUrl  the address that people use.
 */
export function isForThisMachine(host: string | undefined, ownUrl: string): boolean {
  const name = nameInHost(host);
  return isLoopback(name) || (URL.canParse(ownUrl) && new URL(ownUrl).hostname === name);
}
