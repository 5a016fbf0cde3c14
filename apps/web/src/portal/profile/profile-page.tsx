import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import type { Schemas } from '../../api/client.js';
import { chooseLanguage } from '../../words/start-words.js';
import { AnswerView } from '../parts/answer-view.js';
import { Choice } from '../parts/choice.js';
import { shownPhone } from '../parts/phone.js';
import { Sessions } from './sessions.js';
import { SignedIn } from '../mine/signed-in.js';
import { Speakers } from './speakers.js';

type Profile = Schemas['Profile'];

/** What the municipality knows of her, for whom she speaks and who else does, and where she is signed in. */
export function ProfilePage(): ReactNode {
  return <SignedIn>{() => <OwnProfile />}</SignedIn>;
}

function OwnProfile(): ReactNode {
  const profile = useQuery({ queryKey: ['profile'], queryFn: () => answerOf(api.GET('/api/v1/me/profile')) });
  return <AnswerView query={profile}>{(shown) => <ShownProfile profile={shown} />}</AnswerView>;
}

function ShownProfile({ profile: { name, email, phone, organisations } }: { readonly profile: Profile }): ReactNode {
  const { t } = useTranslation();
  const rows = [
    [t('profile.name'), name],
    [t('profile.email'), email ?? t('profile.none')],
    [t('profile.phone'), phone === null ? t('profile.none') : shownPhone(phone)],
  ] as const;
  return (
    <>
      <div className="block">
        <p>
          <a href="/p">{t('profile.toCases')}</a>
        </p>
        <h1>{t('portal.profile')}</h1>
        <dl className="written">
          {rows.map(([label, value]) => (
            <div key={label}>
              <dt className="soft small">{label}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        <p className="soft small">{t('profile.toChange')}</p>
      </div>
      <Choice
        legend={t('profile.language')}
        name="language"
        value={i18next.language}
        options={[
          { value: 'nb', label: 'Norsk (bokmål)' },
          { value: 'en', label: 'English' },
        ]}
        onChange={(language) => chooseLanguage(language === 'en' ? 'en' : 'nb')}
      />
      {organisations.map((organisation) => (
        <Speakers key={organisation.id} organisation={organisation} />
      ))}
      <Sessions />
    </>
  );
}
