import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client.js';

/** The municipality by its name; by the word where its operator has given none. */
export function useMunicipality(): string {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['installation'],
    queryFn: () => answerOf(api.GET('/api/v1/installation')),
    staleTime: Infinity,
  });
  return data?.municipality ?? t('portal.theMunicipality');
}
