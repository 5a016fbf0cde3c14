import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useNow } from '../../api/clock.js';
import { dayOfMonth } from '../../words/dates.js';
import { formsAbout } from '../command/forms-query.js';
import { Quote, Row } from './row.js';
import type { AskedProps } from './row.js';

type Request = Schemas['InformationRequest'];

/** What the entrepreneur is asked to send: a row for each thing, with what was given. */
export function InformationRows(props: AskedProps): ReactNode {
  const { shown } = props;
  if (shown.information.length === 0) return null;
  return (
    <ul className="card">
      {shown.information.map((request) => (
        <RequestRow key={request.id} {...props} request={request} />
      ))}
    </ul>
  );
}

function RequestRow({ request, ...props }: AskedProps & { readonly request: Request }): ReactNode {
  const { t } = useTranslation();
  const now = useNow();
  const { id, askedAt, askedBy, dueOn, items, withdrawn, open } = request;
  const isHers = items.some(({ state }) => state === 'ASKED' || state === 'RETURNED');
  return (
    <Row
      {...props}
      forms={formsAbout(props.forms, ['acceptInformation', 'returnInformation', 'withdrawInformationRequest'], {
        request: id,
      })}
      title={items.map(({ what }) => what).join('; ')}
      due={open && isHers ? dueOn : undefined}
      facts={[
        askedBy && t('asked.askedBy', { name: askedBy.name, day: dayOfMonth(askedAt, now) }),
        open && isHers && t('asked.owes', { name: props.shown.organisation?.name ?? t('asked.entrepreneur') }),
        open && !isHers && t('asked.look'),
      ]}
    >
      {withdrawn && (
        <p className="small">
          {t('asked.withdrawn', { day: dayOfMonth(withdrawn.at, now) })} <bdi>«{withdrawn.reason}»</bdi>
        </p>
      )}
      <ol className="asked__items">
        {items.map(({ item, what, state, missing, given }) => (
          <li key={item}>
            <p>
              <bdi>{what}</bdi> <span className="soft">({t(`asked.information_state.${state}`)})</span>
            </p>
            {given.map(({ at, by, text, proof = [] }) => (
              <div key={at}>
                <p className="small soft">
                  {t('checklist.by', { name: by?.name ?? t('asked.entrepreneur'), day: dayOfMonth(at, now) })}
                </p>
                {text && <Quote>{text}</Quote>}
                {proof.length > 0 && <p className="small">{proof.map(({ title }) => title).join(', ')}</p>}
              </div>
            ))}
            {missing && state === 'RETURNED' && (
              <p className="small">
                {t('asked.missing')} <bdi>«{missing}»</bdi>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Row>
  );
}
