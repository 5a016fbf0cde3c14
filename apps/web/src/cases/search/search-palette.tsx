import { Dialog, Input } from '@digdir/designsystemet-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../command/refusal.js';
import { findCases, isLongEnough, marked } from './found-cases.js';
import type { FoundCase, Piece } from './found-cases.js';
import './search.css';

const PAUSE_MS = 180;

interface SearchPaletteProps {
  readonly onClose: () => void;
}

/** Finds a case by what is remembered of it, without leaving the keyboard. */
export function SearchPalette({ onClose }: SearchPaletteProps): ReactNode {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const dialog = useRef<HTMLDialogElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const found = useFoundCases(words);
  const rows = isLongEnough(words) ? (found.data ?? []) : [];
  useEffect(() => {
    dialog.current?.showModal();
    input.current?.focus();
  }, []);

  const open = ({ number }: FoundCase): void => {
    dialog.current?.close();
    void navigate({ to: '/saker/$number', params: { number } });
  };
  const move = (event: KeyboardEvent): void => {
    const row = rows[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % Math.max(rows.length, 1));
    else if (event.key === 'ArrowUp') setActive((active - 1 + rows.length) % Math.max(rows.length, 1));
    else if (event.key === 'Enter' && row) open(row);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      ref={dialog}
      className="palette"
      closeButton={t('state.close')}
      aria-label={t('search.title')}
      onClose={onClose}
    >
      <div className="palette__field">
        <Input
          ref={input}
          role="combobox"
          aria-label={t('search.label')}
          aria-expanded={rows.length > 0}
          aria-controls={listId}
          aria-activedescendant={rows[active] && `${listId}-${active}`}
          autoComplete="off"
          value={words}
          onKeyDown={move}
          onChange={(event) => {
            setWords(event.target.value);
            setActive(0);
          }}
        />
      </div>
      <ul id={listId} role="listbox" aria-label={t('search.results')} className="palette__list">
        {rows.map((row, index) => (
          <ResultRow
            key={row.id}
            row={row}
            words={words}
            id={`${listId}-${index}`}
            isActive={index === active}
            onOpen={() => open(row)}
          />
        ))}
      </ul>
      <p role="status" className="soft small palette__said">
        {!isLongEnough(words)
          ? t('search.hint')
          : found.data && !found.isFetching && t('search.count', { count: rows.length })}
      </p>
      <Refusal error={found.error} />
    </Dialog>
  );
}

/** Asked when one has stopped writing for a moment; an answer that was overtaken is thrown away. */
function useFoundCases(words: string) {
  const [asked, ask] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => ask(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return useQuery({
    queryKey: ['search', asked.trim()],
    queryFn: ({ signal }) => findCases(asked, signal),
    enabled: isLongEnough(asked),
    placeholderData: keepPreviousData,
  });
}

interface ResultRowProps {
  readonly row: FoundCase;
  readonly words: string;
  readonly id: string;
  readonly isActive: boolean;
  readonly onOpen: () => void;
}

function ResultRow({ row, words, id, isActive, onOpen }: ResultRowProps): ReactNode {
  const { t } = useTranslation();
  const { number, title, organisation, phase, source, excerpt } = row;
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isActive) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    <li ref={place} id={id} role="option" aria-selected={isActive} className="palette__row" onClick={onOpen}>
      <strong>
        <Marked pieces={marked(title, words)} />
      </strong>
      <span className="soft small">
        {organisation && (
          <>
            <Marked pieces={marked(organisation, words)} /> ·{' '}
          </>
        )}
        <Marked pieces={marked(number, words)} /> · {t(`phase.${phase}`)}
      </span>
      {excerpt && (
        <span className="small palette__excerpt">
          {source && <>{t(`search.source.${source}`)}: </>}
          <Marked pieces={excerpt} />
        </span>
      )}
    </li>
  );
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }): ReactNode {
  return pieces.map(({ text, isHit }, index) => (isHit ? <mark key={index}>{text}</mark> : text));
}
