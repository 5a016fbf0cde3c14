import { Button } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { longDay } from '../../words/dates.js';
import { formsAbout, formsQuery } from '../command/forms-query.js';
import type { CaseForm } from '../command/forms-query.js';
import type { Schemas } from '../../api/client.js';
import { ActForm } from '../command/act-form.js';
import type { Done } from '../command/done-strip.js';
import { Capacities, receiversOf, UnitAndPerson } from './receivers.js';
import type { Receiver } from './receivers.js';
import './lapsed.css';

const CHOICES = ['EXTEND', 'REASSIGN', 'TAKE_BACK', 'STOP'] as const;

interface LapsedProps {
  readonly shown: Schemas['Collaboration'];
  readonly onTaken: (done: Done) => void;
}

/** After a handover that nobody answered: the manager's four choices, each with what it leads to; for others, who chooses. */
export function LapsedChoices({ shown, onTaken }: LapsedProps): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { data: forms = [] } = useQuery(formsQuery(shown));
  const [form, setForm] = useState<CaseForm>();
  const { handover, next, baton } = shown;
  if (handover?.state !== 'LAPSED') return null;
  const offered = formsAbout(forms, ['resolveLapsed']);
  const choosers = next.find(({ command }) => command === 'resolveLapsed')?.by ?? [];
  return (
    <section className="lapsed-panel" aria-labelledby="lapsed">
      <h2 id="lapsed">{t('relayPages.lapsedTitle')}</h2>
      <p>
        {t('relayPages.lapsedLead', { day: longDay(handover.endedAt ?? '', now), unit: baton?.unitName ?? '' })}
        {offered.length === 0 &&
          choosers.length > 0 &&
          ` ${t('relayPages.lapsedWaits', { names: choosers.map(({ name }) => name).join(', ') })}`}
      </p>
      {!form && (
        <ul className="lapsed">
          {CHOICES.flatMap((choice) => {
            const [found] = formsAbout(offered, ['resolveLapsed'], { choice });
            return found ? (
              <li key={choice}>
                <Button variant="secondary" onClick={() => setForm(found)}>
                  {found.label}
                </Button>
                <p className="small">{t(`relayPages.choice.${choice}`)}</p>
              </li>
            ) : (
              []
            );
          })}
        </ul>
      )}
      {form && <Chosen shown={shown} form={form} onTaken={onTaken} onCancel={() => setForm(undefined)} />}
    </section>
  );
}

interface ChosenProps extends LapsedProps {
  readonly form: CaseForm;
  readonly onCancel: () => void;
}

/** The form of one choice; other receivers are chosen above it, as where a handover is written. */
function Chosen({ shown, form, onTaken, onCancel }: ChosenProps): ReactNode {
  const { handover } = shown;
  const isReassigned = (form.body as { choice?: string }).choice === 'REASSIGN';
  const isPhase = handover?.purpose === 'PHASE';
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [unit, setUnit] = useState<Receiver>({ unit: '', person: '' });
  const { data: prefill } = useQuery({
    queryKey: ['prefill', shown.id, handover?.toPhase, shown.version],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/collaborations/{id}/handovers/prefill', {
          params: { path: { id: shown.id }, query: handover?.toPhase ? { toPhase: handover.toPhase } : {} },
        }),
      ),
    enabled: isReassigned && isPhase,
  });
  const needed = prefill?.receivers ?? [];
  const receivers = isPhase ? receiversOf(needed, chosen) : [unit];
  return (
    <>
      <h3>{form.label}</h3>
      {isReassigned && isPhase && (
        <Capacities needed={needed} chosen={chosen} onChoose={(of, person) => setChosen({ ...chosen, [of]: person })} />
      )}
      {isReassigned && !isPhase && <UnitAndPerson from={shown.unit ?? ''} {...unit} onChoose={setUnit} />}
      <ActForm
        act={isReassigned ? { ...form, body: { ...form.body, receivers } } : form}
        caseId={shown.id}
        version={shown.version}
        onTaken={(taken) => {
          onCancel();
          onTaken({ taken, canUndo: false });
        }}
        onCancel={onCancel}
      />
    </>
  );
}
