import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode, SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';
import { SendingFailed } from '../parts/answer-view.js';
import { TextField } from '../parts/text-field.js';

/** For an entrepreneur who is not signed in: a link by mail, or how the municipality has it otherwise. */
export function SignInPage(): ReactNode {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [isWrong, setWrong] = useState(false);
  const asking = useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/sign-in-links', { body: { email: email.trim() } })),
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isAddress = /^\S+@\S+\.\S+$/.test(email.trim());
    setWrong(!isAddress);
    if (isAddress) asking.mutate();
  };
  const returnTo = encodeURIComponent(window.location.pathname);
  return (
    <form className="block block--wide" onSubmit={submit} noValidate>
      <h1>{t('portal.signInTitle')}</h1>
      <p>{t('portal.signInLead')}</p>
      <TextField
        label={t('portal.email')}
        type="email"
        autoComplete="email"
        value={email}
        onChange={setEmail}
        error={isWrong ? t('portal.emailWrong') : undefined}
      />
      <div className="actions">
        <button type="submit" className="ds-button" aria-disabled={asking.isPending}>
          {t('portal.sendLink')}
        </button>
        <p role="status">{asking.data?.text}</p>
        <SendingFailed error={asking.error} />
        <a className="ds-button" data-variant="tertiary" href={`/api/v1/sign-in?as=contact&returnTo=${returnTo}`}>
          {t('portal.signInOther')}
        </a>
      </div>
    </form>
  );
}
