import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { dayOfMonth, longDay } from '../../words/dates.js';
import { FormButtons } from '../command/form-buttons.js';
import { formsAbout } from '../command/forms-query.js';
import { Quote, Row } from './row.js';
import type { AskedProps } from './row.js';

type Meeting = Schemas['Meeting'];

/** Meetings with the entrepreneur, those to come first: who comes, what came of it, and what was agreed. */
export function MeetingRows(props: AskedProps): ReactNode {
  const order = ({ state, on }: Meeting): string => `${state === 'PLANNED' ? 0 : 1}${on}`;
  const meetings = [...props.shown.meetings].sort((a, b) => order(a).localeCompare(order(b)));
  if (meetings.length === 0) return null;
  return (
    <ul className="card">
      {meetings.map((meeting) => (
        <MeetingRow key={meeting.id} {...props} meeting={meeting} />
      ))}
    </ul>
  );
}

const names = (parties: readonly { readonly name: string }[]): string => parties.map(({ name }) => name).join(', ');

function MeetingRow({ meeting, ...props }: AskedProps & { readonly meeting: Meeting }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { id, label, state, on, at, place, participants, agenda, cancelled, held, corrected = [], nextSteps } = meeting;
  return (
    <Row
      {...props}
      forms={formsAbout(props.forms, ['holdMeeting', 'moveMeeting', 'cancelMeeting', 'correctMeeting'], {
        meeting: id,
      })}
      title={label}
      due={state === 'PLANNED' ? on : undefined}
      facts={[
        t(`asked.meeting_state.${state}`),
        [longDay(held?.on ?? on, now), at && t('live.at', { time: at.replace(':', '.') })].filter(Boolean).join(' '),
        place,
      ]}
    >
      {!held && participants.length > 0 && <p>{t('asked.participants', { names: names(participants) })}</p>}
      {state === 'PLANNED' && agenda.length > 0 && (
        <ul className="part__rows">
          {agenda.map((point) => (
            <li key={point} dir="auto">
              {point}
            </li>
          ))}
        </ul>
      )}
      {cancelled && <Quote>{cancelled.reason}</Quote>}
      {held && <p>{t('asked.present', { names: names(held.present) })}</p>}
      {held?.summary && <Quote>{held.summary}</Quote>}
      {corrected.map(({ at: day, reason }) => (
        <p key={day} className="small soft">
          {t('asked.corrected', { day: dayOfMonth(day, now) })} <bdi>«{reason}»</bdi>
        </p>
      ))}
      {nextSteps.length > 0 && <AgreedSteps {...props} steps={nextSteps} />}
    </Row>
  );
}

function AgreedSteps({ steps, ...props }: AskedProps & { readonly steps: Meeting['nextSteps'] }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { shown, forms, onTaken } = props;
  return (
    <>
      <h4>{t('asked.agreed')}</h4>
      <ul className="asked__items">
        {steps.map(({ id, what, owner, dueOn, state }) => (
          <li key={id}>
            <p>
              <bdi>{what}</bdi>{' '}
              <span className="soft">
                {t('asked.step', { name: owner.name, day: dayOfMonth(dueOn, now) })} {t(`asked.step_state.${state}`)}
              </span>
            </p>
            <FormButtons
              caseId={shown.id}
              version={shown.version}
              forms={formsAbout(forms, ['completeNextStep', 'withdrawNextStep'], { step: id })}
              about={what}
              onTaken={onTaken}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
