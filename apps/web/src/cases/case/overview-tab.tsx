import { Link } from '@tanstack/react-router';
import { EnvelopeClosedIcon, PhoneIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { useNow } from '../../api/clock.js';
import { Due, LegalMark } from '../../ui/due.js';
import { dayOfMonth } from '../../words/dates.js';
import { WhyDate } from '../deadline/why-date.js';
import { Conditions } from './conditions.js';
import { useCase } from './case-query.js';
import type { Case } from './case-query.js';
import { Timeline } from './timeline.js';

/** What is outstanding, what happened last, and the people. */
export function OverviewTab(): ReactNode {
  const { t } = useTranslation();
  const shown = useCase();
  const now = useNow();
  const outstanding = [...shown.deadlines].sort((a, b) => a.dueOn.localeCompare(b.dueOn));
  return (
    <div className="columns">
      <div>
        <Enquiry shown={shown} now={now} />
        <section className="section" aria-labelledby="outstanding">
          <h2 id="outstanding">
            {t('case.outstanding')} <span className="section__count">{outstanding.length}</span>
          </h2>
          {outstanding.length === 0 && <p>{t('case.nothingOutstanding')}</p>}
          {outstanding.length > 0 && (
            <ul className="card">
              {outstanding.map((deadline) => (
                <Outstanding key={deadline.id} caseId={shown.id} deadline={deadline} now={now} />
              ))}
            </ul>
          )}
        </section>
        <Conditions shown={shown} now={now} />
        <section className="section" aria-labelledby="latest">
          <h2 id="latest">{t('case.latest')}</h2>
          <Timeline caseId={shown.id} most={9} />
          <Link to="/saker/$number/tidslinje" params={{ number: shown.number }} resetScroll={false}>
            {t('case.wholeTimeline')}
          </Link>
        </section>
      </div>
      <Side shown={shown} now={now} />
    </div>
  );
}

type Party = Case['deadlines'][number]['owedBy'];

interface OutstandingProps {
  readonly caseId: string;
  readonly deadline: Case['deadlines'][number];
  readonly now: Date;
}

function Outstanding({ caseId, deadline, now }: OutstandingProps): ReactNode {
  const { t } = useTranslation();
  const { label, owedBy, owedTo, dueOn, effect, nature, measure } = deadline;
  const owes = measure ? t('enquiry.measure', { name: owedBy.name ?? t('case.somebody') }) : owesOf(owedBy, owedTo, t);
  return (
    <li className="matter matter--flat">
      <Due on={dueOn} now={now} isLocked={nature === 'HOLD'} />
      <div>
        <div className="matter__title">
          <h3>{label}</h3>
          {effect === 'LEGAL' && <LegalMark />}
        </div>
        <p className="matter__case">{nature === 'DEBT' ? owes : t(`case.nature.${nature}`)}</p>
        <WhyDate caseId={caseId} deadline={deadline} now={now} />
      </div>
    </li>
  );
}

/** A creditor without a name is the leader, whoever that is; of others only the debtor is said. */
function owesOf(owedBy: Party, owedTo: Party, t: TFunction): string {
  const from = owedBy.name ?? t('case.somebody');
  if (owedTo.name !== undefined) return t('case.owes', { from, to: owedTo.name });
  return owedTo.role === 'leder' ? t('case.owesLeader', { from }) : t('myDay.owes', { name: from });
}

/** The entrepreneur with a phone number, who works on the case, and what was decided. */
function Side({ shown, now }: { readonly shown: Case; readonly now: Date }): ReactNode {
  const { t } = useTranslation();
  const { organisation, enquirer, owner, deputy, contact, gate, balances } = shown;
  const people = [
    [t('case.owner'), owner],
    [t('case.deputy'), deputy],
    [t('case.contact'), contact],
  ] as const;
  return (
    <aside className="side" aria-label={t('case.side')}>
      {(organisation ?? enquirer) && (
        <section>
          <h2>{t('case.entrepreneur')}</h2>
          {organisation && (
            <p className="strong" dir="auto">
              {organisation.name}
            </p>
          )}
          {organisation?.number && (
            <p className="small soft">
              {t('case.number', { number: organisation.number.replace(/(\d{3})(?=\d)/g, '$1\u00a0') })}
            </p>
          )}
          {enquirer && <p dir="auto">{enquirer.name}</p>}
          <Reach {...enquirer} />
          <p>
            <a href={`/p/${shown.number}`}>{t('relayPages.asTheySee')}</a>
          </p>
        </section>
      )}
      <section>
        <h2>{t('case.people')}</h2>
        <dl className="facts">
          {people.map(
            ([label, person]) =>
              person && (
                <div key={label}>
                  <dt>{label}</dt>
                  <dd>
                    {person.name}
                    {'away' in person && person.away && (
                      <span className="soft">
                        {' '}
                        {person.away.until
                          ? t('manager.awayUntil', { day: dayOfMonth(person.away.until, now) })
                          : t('manager.away')}
                      </span>
                    )}
                    {person === contact && <Reach {...contact} />}
                  </dd>
                </div>
              ),
          )}
        </dl>
      </section>
      {gate.decision && (
        <section>
          <h2>{gate.label}</h2>
          <p>{t('case.decided', { day: dayOfMonth(gate.decision.at, now), name: gate.decision.byName ?? '' })}</p>
          {gate.decision.reason && <p dir="auto">«{gate.decision.reason}»</p>}
        </section>
      )}
      {balances.hours && (
        <p className="small">{t('case.hours', { used: balances.hours.used, granted: balances.hours.granted })}</p>
      )}
    </aside>
  );
}

/** What was said or written at first, by whom, how and when. */
function Enquiry({ shown, now }: { readonly shown: Case; readonly now: Date }): ReactNode {
  const { t, i18n } = useTranslation();
  const { description, enquirer, channel, openedAt } = shown;
  if (!description) return null;
  const by = { day: dayOfMonth(openedAt, now), name: enquirer?.name ?? '' };
  const how = `enquiry.channel.${channel}`;
  return (
    <section className="section" aria-labelledby="enquiry">
      <h2 id="enquiry">{t('enquiry.title')}</h2>
      <blockquote className="quote" dir="auto">
        {description}
      </blockquote>
      <p className="small soft">
        <bdi>{t(enquirer ? 'enquiry.by' : 'enquiry.on', by)}</bdi> {i18n.exists(how) && t(how as 'enquiry.channel.web')}
      </p>
    </section>
  );
}

/** How somebody is reached. */
function Reach({ phone, email }: { readonly phone?: string | null; readonly email?: string | null }): ReactNode {
  return (
    <>
      {phone && (
        <p className="side__contact">
          <PhoneIcon aria-hidden /> <a href={`tel:${phone.replaceAll(' ', '')}`}>{phone}</a>
        </p>
      )}
      {email && (
        <p className="side__contact">
          <EnvelopeClosedIcon aria-hidden /> <a href={`mailto:${email}`}>{email}</a>
        </p>
      )}
    </>
  );
}
