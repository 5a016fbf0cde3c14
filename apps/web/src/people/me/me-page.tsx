import { Button, Fieldset, Radio } from '@digdir/designsystemet-react';
import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { signOut, useMe } from '../../access/me.js';
import { useChangeSettings, useSettings } from '../../access/settings.js';
import { answerOf, api } from '../../api/client.js';
import { useRoleNames } from '../../api/register.js';
import { AsyncView } from '../../ui/async-view.js';
import { chosenScheme, chooseScheme } from '../../ui/color-scheme.js';
import { chooseLanguage } from '../../words/start-words.js';
import { AbsenceList } from '../absences/absence-list.js';
import { AddAbsence } from '../absences/add-absence.js';
import { MySessions } from './my-sessions.js';
import '../../ui/in-place.css';

/** One's own page: how things look, when one is away, where one is signed in. */
export function MePage(): ReactNode {
  const { t } = useTranslation();
  const { name, roles } = useMe();
  const roleNames = useRoleNames();
  return (
    <>
      <div className="page-head">
        <h1>{t('me.title')}</h1>
        <p>
          <strong>{name}</strong>
        </p>
        <p className="soft">{t('me.roles', { roles: roles.map((role) => roleNames[role] ?? role).join(', ') })}</p>
      </div>
      <Looks />
      <MyAbsences />
      <MySessions />
      <div className="block">
        <Button variant="secondary" onClick={() => void signOut()}>
          {t('me.signOut')}
        </Button>
      </div>
    </>
  );
}

function Looks(): ReactNode {
  const { t } = useTranslation();
  const [scheme, setScheme] = useState(chosenScheme);
  const { density, singleKeys } = useSettings();
  const { mutate } = useChangeSettings();
  return (
    <section aria-labelledby="looks">
      <h2 id="looks">{t('me.looks')}</h2>
      <p className="soft small">{t('me.kept')}</p>
      <div className="choices card card--padded">
        <Choice
          title={t('me.language')}
          value={i18next.language === 'en' ? 'en' : 'nb'}
          choices={[
            ['nb', 'Norsk'],
            ['en', 'English'],
          ]}
          onChange={chooseLanguage}
        />
        <Choice
          title={t('me.appearance')}
          value={scheme}
          choices={[
            ['light', t('me.light')],
            ['dark', t('me.dark')],
            ['system', t('me.system')],
          ]}
          onChange={(chosen) => {
            chooseScheme(chosen);
            setScheme(chosen);
          }}
        />
        <Choice
          title={t('me.density')}
          value={density}
          choices={[
            ['NORMAL', t('me.normal')],
            ['TIGHT', t('me.tight')],
          ]}
          onChange={(chosen) => mutate({ density: chosen })}
        />
        <Choice
          title={t('me.shortcuts')}
          description={t('me.shortcutsHelp')}
          value={singleKeys ? 'on' : 'off'}
          choices={[
            ['on', t('me.on')],
            ['off', t('me.off')],
          ]}
          onChange={(chosen) => mutate({ singleKeys: chosen === 'on' })}
        />
      </div>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly description?: string;
  readonly value: T;
  readonly choices: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ title, description, value, choices, onChange }: ChoiceProps<T>): ReactNode {
  return (
    <Fieldset data-size="sm">
      <Fieldset.Legend>{title}</Fieldset.Legend>
      {description && <Fieldset.Description>{description}</Fieldset.Description>}
      {choices.map(([code, words]) => (
        <Radio
          key={code}
          name={title}
          label={words}
          value={code}
          checked={code === value}
          onChange={() => onChange(code)}
        />
      ))}
    </Fieldset>
  );
}

function MyAbsences(): ReactNode {
  const { t } = useTranslation();
  const absences = useQuery({
    queryKey: ['my-absences'],
    queryFn: async () => (await answerOf(api.GET('/api/v1/me/absences'))).items,
  });
  return (
    <section className="block" aria-labelledby="my-absences">
      <h2 id="my-absences">{t('me.absences')}</h2>
      <p className="lead soft">{t('me.absencesLead')}</p>
      <AsyncView query={absences}>{(all) => <AbsenceList absences={all} isMine />}</AsyncView>
      <div className="actions">
        <AddAbsence isMine />
      </div>
    </section>
  );
}
