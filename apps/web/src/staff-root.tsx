import { createRootRoute, Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Shell } from './shell.js';

export const root = createRootRoute({ component: Shell, notFoundComponent: NotFound });

function NotFound(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="message">
      <h1>{t('state.notFoundTitle')}</h1>
      <Link to="/min-dag">{t('state.toMyDay')}</Link>
    </div>
  );
}
