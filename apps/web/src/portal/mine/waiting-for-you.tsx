import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AskedCard } from './asked-card.js';
import type { Case, Reader } from './queries.js';
import { StepCard } from './step-card.js';

/** A card for each thing that she is asked to send or has agreed to do. */
export function WaitingForYou({ shown, reader }: { readonly shown: Case; readonly reader: Reader }): ReactNode {
  const { t } = useTranslation();
  const { deadlines, information, meetings } = shown;
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLHeadingElement>(null);
  const say = (words: string): void => {
    setSaid(words);
    heading.current?.focus();
  };
  const owes = (id: string) => deadlines.find((it) => it.id === id && it.owedBy.party === 'ENTREPRENEUR');
  const asked = information
    .filter(({ open, withdrawn }) => open && !withdrawn)
    .flatMap((request) => request.items.map((item) => ({ request, item })))
    .filter(({ item: { state } }) => state !== 'ACCEPTED');
  const waiting = asked.filter(({ item: { state } }) => state !== 'GIVEN');
  const given = asked.filter(({ item: { state } }) => state === 'GIVEN');
  const steps = meetings.flatMap(({ nextSteps }) => nextSteps).filter((it) => it.deadline && owes(it.deadline));
  if (shown.closedAt !== undefined && asked.length + steps.length === 0) return null;
  const cards = (found: typeof asked) =>
    found.map(({ request, item }) => (
      <AskedCard
        key={`${request.id}:${item.item}`}
        shown={shown}
        request={request}
        item={item}
        deadline={owes(`information.answer:${request.id}`)}
        dormancy={deadlines.find(({ kind, id }) => kind === 'information.dormancy' && id.includes(request.id))}
        reader={reader}
        say={say}
      />
    ));
  return (
    <>
      <section className="block" aria-labelledby="waiting">
        <h2 id="waiting" ref={heading} tabIndex={-1}>
          {t('mine.waitingTitle')}
        </h2>
        <p role="status" className="said">
          {said}
        </p>
        {waiting.length + steps.length === 0 && <p>{t('mine.nothingWaits')}</p>}
        {cards(waiting)}
        {steps.map((step) => (
          <StepCard
            key={step.id}
            shown={shown}
            step={step}
            deadline={owes(step.deadline ?? '')}
            reader={reader}
            say={say}
          />
        ))}
      </section>
      {given.length > 0 && (
        <section className="block" aria-labelledby="looking">
          <h2 id="looking">{t('mine.lookingTitle')}</h2>
          {cards(given)}
        </section>
      )}
    </>
  );
}
