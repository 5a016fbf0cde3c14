import { useSyncExternalStore } from 'react';

type Scheme = 'light' | 'dark';

const KEY = 'stafett.colours';
const root = document.documentElement;
const prefersDark = window.matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set<() => void>();

const current = (): Scheme =>
  root.dataset['colorScheme'] === 'auto'
    ? prefersDark.matches
      ? 'dark'
      : 'light'
    : (root.dataset['colorScheme'] as Scheme);

/** Before the first drawing: what was chosen in this browser, else what the computer prefers. */
export function startColorScheme(): void {
  root.dataset['colorScheme'] = localStorage.getItem(KEY) ?? (prefersDark.matches ? 'dark' : 'light');
}

/** What was chosen in this browser; without a choice the computer decides. */
export const chosenScheme = (): Scheme | 'system' => (localStorage.getItem(KEY) as Scheme | null) ?? 'system';

export function chooseScheme(scheme: Scheme | 'system'): void {
  if (scheme === 'system') localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, scheme);
  startColorScheme();
  for (const listener of listeners) listener();
}

/** The colours shown, and how to change to the others. */
export function useColorScheme(): { readonly scheme: Scheme; readonly flip: () => void } {
  const scheme = useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, current);
  return {
    scheme,
    flip() {
      const other = scheme === 'dark' ? 'light' : 'dark';
      localStorage.setItem(KEY, other);
      root.dataset['colorScheme'] = other;
      for (const listener of listeners) listener();
    },
  };
}
