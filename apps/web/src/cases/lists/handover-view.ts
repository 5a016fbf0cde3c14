export const HANDOVER_VIEWS = ['til-meg', 'fra-meg', 'underveis', 'star-fast'] as const;
export type HandoverView = (typeof HANDOVER_VIEWS)[number];

/** What the address of the list of handovers says; what it does not know is left out. */
export function handoverViewIn({ vis }: Readonly<Record<string, unknown>>): { readonly vis?: HandoverView } {
  const view = HANDOVER_VIEWS.find((it) => it === vis);
  return view ? { vis: view } : {};
}
