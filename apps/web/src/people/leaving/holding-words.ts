import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client.js';
import { useRoleNames, useUnitNames } from '../../api/register.js';

type Holding = Schemas['HoldingList']['items'][number];

/** What somebody holds, in a line. */
export function useHoldingWords(): (holding: Holding) => string {
  const { t } = useTranslation();
  const unitName = useUnitNames();
  const roleNames = useRoleNames();
  return ({ kind, collaboration, role, unit, area, absent }) =>
    [
      t(`leaving.kind.${kind}`),
      collaboration === null
        ? t('leaving.hiddenCase')
        : collaboration && `${collaboration.number} ${collaboration.title}`,
      role && (roleNames[role] ?? role),
      area,
      unit && unitName(unit),
      absent?.name,
    ]
      .filter(Boolean)
      .join(' · ');
}
