import { PhoneIcon } from '@navikt/aksel-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { callAddress, shownPhone } from './phone.js';

/** Whom to call, by a button on a phone. */
export function ContactCard({
  title,
  contact: { name, phone, email },
  unit,
  note,
  children,
}: {
  readonly title: string;
  readonly contact: { readonly name: string; readonly phone?: string | null; readonly email?: string | null };
  readonly unit?: string;
  readonly note?: string | undefined;
  readonly children?: ReactNode;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="block" aria-labelledby="contact">
      <h2 id="contact">{title}</h2>
      <p>
        <strong>{name}</strong>
        {unit && <span className="soft small block-line">{unit}</span>}
        {email && (
          <a className="small block-line" href={`mailto:${email}`}>
            {email}
          </a>
        )}
      </p>
      {note && <p>{note}</p>}
      <div className="actions">
        {phone && (
          <a className="ds-button" data-variant="secondary" href={callAddress(phone)}>
            <PhoneIcon aria-hidden fontSize="1.4rem" />
            {t('portal.call', { phone: shownPhone(phone) })}
          </a>
        )}
        {children}
      </div>
    </section>
  );
}
