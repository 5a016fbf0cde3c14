import { MagnifyingGlassIcon } from '@navikt/aksel-icons';
import { lazy, Suspense, useEffect, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSettings } from '../../access/settings.js';

const SearchPalette = lazy(async () => ({ default: (await import('./search-palette.js')).SearchPalette }));

/** Opens the search: with the pointer, with Ctrl K everywhere, and with «/» where nothing is being written. */
export function SearchButton(): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { singleKeys } = useSettings();
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      const isCtrlK = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k';
      const isSlash = singleKeys && event.key === '/' && !event.ctrlKey && !event.altKey && !isWriting(event.target);
      if (!isCtrlK && !isSlash) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', open);
    return () => window.removeEventListener('keydown', open);
  }, [singleKeys]);
  return (
    <>
      <button type="button" className="search-button" aria-keyshortcuts="Control+K" onClick={() => setOpen(true)}>
        <MagnifyingGlassIcon aria-hidden fontSize="1.25rem" />
        <span className="search-button__text">{t('search.button')}</span>
        <kbd aria-hidden>Ctrl K</kbd>
      </button>
      {isOpen && (
        <Suspense>
          <SearchPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const isWriting = (place: EventTarget | null): boolean =>
  place instanceof HTMLElement && place.matches('input, textarea, select, [contenteditable]');
