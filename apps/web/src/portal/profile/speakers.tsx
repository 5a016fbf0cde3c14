import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useAttempts } from '../../api/attempts.js';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { AnswerView, SendingFailed } from '../parts/answer-view.js';
import { shownPhone } from '../parts/phone.js';
import { TextField } from '../parts/text-field.js';
import { useMe } from '../../access/me.js';

type Organisation = Schemas['Profile']['organisations'][number];
type Speaker = Schemas['OrganisationContact'];

const speakersKey = (organisation: string) => ['speakers', organisation] as const;

/** An organisation that she speaks for. Whoever speaks in all its cases sees who else does, and may name and end others. */
export function Speakers({ organisation }: { readonly organisation: Organisation }): ReactNode {
  const { t } = useTranslation();
  const { id, name, number, inAllCases } = organisation;
  return (
    <section className="block" aria-labelledby={`organisation-${id}`}>
      <h2 id={`organisation-${id}`}>{name}</h2>
      {number && <p className="soft small">{t('profile.number', { number })}</p>}
      {inAllCases ? <SpeakerList organisation={id} /> : <p>{t('profile.inOneCase')}</p>}
    </section>
  );
}

function SpeakerList({ organisation }: { readonly organisation: string }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, open] = useState(false);
  const [said, say] = useState('');
  const speakers = useQuery({
    queryKey: speakersKey(organisation),
    queryFn: async () => {
      const params = { path: { organisation } };
      return (await answerOf(api.GET('/api/v1/organisations/{organisation}/contacts', { params }))).items;
    },
  });
  return (
    <>
      <p>{t('profile.speakers')}</p>
      <AnswerView query={speakers}>
        {(found) => (
          <ul className="cards">
            {found.map((speaker) => (
              <SpeakerRow key={speaker.id} organisation={organisation} speaker={speaker} say={say} />
            ))}
          </ul>
        )}
      </AnswerView>
      <p role="status" className="said">
        {said}
      </p>
      {isOpen ? (
        <NewSpeaker
          organisation={organisation}
          done={(words) => {
            open(false);
            say(words);
          }}
        />
      ) : (
        <div className="actions">
          <button type="button" className="ds-button" data-variant="secondary" onClick={() => open(true)}>
            {t('profile.add')}
          </button>
        </div>
      )}
    </>
  );
}

interface SpeakerRowProps {
  readonly organisation: string;
  readonly speaker: Speaker;
  readonly say: (words: string) => void;
}

function SpeakerRow({ organisation, speaker, say }: SpeakerRowProps): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  const client = useQueryClient();
  const [isSure, ask] = useState(false);
  const { id, name, email, phone, collaboration, person } = speaker;
  const ending = useMutation({
    mutationFn: () => {
      const params = { path: { organisation, contact: id } };
      return answerOf(api.DELETE('/api/v1/organisations/{organisation}/contacts/{contact}', { params }));
    },
    onSuccess: () => {
      say(t('profile.ended', { name }));
      return client.invalidateQueries({ queryKey: speakersKey(organisation) });
    },
  });
  const isMe = person === me.user;
  return (
    <li className="card card--padded block">
      <p>
        <strong>{name}</strong>
        {isMe && ` (${t('profile.you')})`}
        <span className="soft small block-line">{[email, phone && shownPhone(phone)].filter(Boolean).join(' · ')}</span>
        {collaboration !== null && <span className="soft small block-line">{t('profile.oneCase')}</span>}
        {!speaker.confirmed && <span className="soft small block-line">{t('profile.unconfirmed')}</span>}
      </p>
      {!isMe && !isSure && (
        <button
          type="button"
          className="plain-button"
          aria-label={`${t('profile.end')}: ${name}`}
          onClick={() => ask(true)}
        >
          {t('profile.end')}
        </button>
      )}
      {isSure && (
        <div className="actions">
          <p>{t('profile.endSure', { name })}</p>
          <button type="button" className="ds-button" aria-disabled={ending.isPending} onClick={() => ending.mutate()}>
            {t('profile.end')}
          </button>
          <SendingFailed error={ending.error} />
          <button type="button" className="ds-button" data-variant="tertiary" onClick={() => ask(false)}>
            {t('portal.cancel')}
          </button>
        </div>
      )}
    </li>
  );
}

function NewSpeaker({
  organisation,
  done,
}: {
  readonly organisation: string;
  readonly done: (words: string) => void;
}): ReactNode {
  const { t } = useTranslation();
  const client = useQueryClient();
  const attempts = useAttempts();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [isChecked, check] = useState(false);
  const isAddress = /^\S+@\S+\.\S+$/.test(email.trim());
  const adding = useMutation({
    mutationFn: () => {
      const body = { name, email: email.trim() };
      const params = { path: { organisation }, header: { 'Idempotency-Key': attempts.keyOf(body) } };
      return answerOf(api.POST('/api/v1/organisations/{organisation}/contacts', { params, body }));
    },
    onSuccess: async (added) => {
      await client.invalidateQueries({ queryKey: speakersKey(organisation) });
      done(t('profile.added', { name: added.name, address: `${window.location.host}/p` }));
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    check(true);
    if (name.trim() !== '' && isAddress && !adding.isPending) adding.mutate();
  };
  return (
    <form className="block block--wide" onSubmit={submit} noValidate>
      <TextField
        label={t('profile.name')}
        value={name}
        onChange={setName}
        maxLength={200}
        error={isChecked && name.trim() === '' ? t('portal.required') : undefined}
      />
      <TextField
        label={t('profile.email')}
        type="email"
        value={email}
        onChange={setEmail}
        hint={t('profile.emailHint')}
        error={isChecked && !isAddress ? t('portal.emailWrong') : undefined}
      />
      <div className="actions">
        <button type="submit" className="ds-button" aria-disabled={adding.isPending}>
          {t('profile.add')}
        </button>
        <SendingFailed error={adding.error} />
        <button type="button" className="ds-button" data-variant="tertiary" onClick={() => done('')}>
          {t('portal.cancel')}
        </button>
      </div>
    </form>
  );
}
