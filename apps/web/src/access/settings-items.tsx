import { Dropdown } from '@digdir/designsystemet-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeSettings, useDensity, useSettings } from './settings.js';

/** Settings that act at once, in the reader's menu. */
export function SettingsItems(): ReactNode {
  const { t } = useTranslation();
  const { density, singleKeys } = useSettings();
  const { mutate } = useChangeSettings();
  useDensity();
  const isTight = density === 'TIGHT';
  return (
    <>
      <Dropdown.Item>
        <Dropdown.Button aria-pressed={isTight} onClick={() => mutate({ density: isTight ? 'NORMAL' : 'TIGHT' })}>
          {t('settings.tight')}
          <State isOn={isTight} />
        </Dropdown.Button>
      </Dropdown.Item>
      <Dropdown.Item>
        <Dropdown.Button aria-pressed={singleKeys} onClick={() => mutate({ singleKeys: !singleKeys })}>
          {t('settings.singleKeys')}
          <State isOn={singleKeys} />
        </Dropdown.Button>
      </Dropdown.Item>
    </>
  );
}

function State({ isOn }: { readonly isOn: boolean }): ReactNode {
  const { t } = useTranslation();
  return (
    <span className="menu-state" aria-hidden>
      {isOn ? t('settings.on') : t('settings.off')}
    </span>
  );
}
