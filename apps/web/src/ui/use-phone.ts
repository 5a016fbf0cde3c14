import { useSyncExternalStore } from 'react';

const phone = window.matchMedia('(max-width: 40rem)');

const subscribe = (listener: () => void): (() => void) => {
  phone.addEventListener('change', listener);
  return () => phone.removeEventListener('change', listener);
};

/** Whether the page is as narrow as on a phone. */
export const usePhone = (): boolean => useSyncExternalStore(subscribe, () => phone.matches);
