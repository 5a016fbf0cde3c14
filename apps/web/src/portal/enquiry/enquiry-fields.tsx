import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { areasQuery } from '../areas.js';
import { Choice } from '../parts/choice.js';
import { TextField } from '../parts/text-field.js';
import { MOST_OF } from './enquiry-draft.js';
import type { EnquiryDraft, Faults, FieldFault, FieldName, StepName } from './enquiry-draft.js';

interface StepFieldsProps {
  readonly step: StepName;
  readonly draft: EnquiryDraft;
  readonly faults: Faults;
  readonly change: (field: FieldName, value: string) => void;
}

/** The fields of one step: two or three, so that a phone shows all of them. */
export function StepFields({ step, ...rest }: StepFieldsProps): ReactNode {
  if (step === 'who') return <WhoFields {...rest} />;
  return step === 'idea' ? <IdeaFields {...rest} /> : <ContactFields {...rest} />;
}

type FieldsProps = Omit<StepFieldsProps, 'step'>;

function WhoFields(props: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const field = useFields(props);
  return (
    <>
      <TextField
        {...field('organisation')}
        label={t('enquiry.organisation')}
        hint={t('enquiry.organisationHint')}
        autoComplete="organization"
      />
      <TextField
        {...field('number')}
        label={t('enquiry.number')}
        hint={t('enquiry.numberHint')}
        isOptional
        inputMode="numeric"
      />
    </>
  );
}

function IdeaFields(props: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const { data: areas = [] } = useQuery(areasQuery);
  const field = useFields(props);
  const options = [
    ...areas.map(({ id, name }) => ({ value: id, label: name })),
    { value: '', label: t('enquiry.noArea') },
  ];
  return (
    <>
      <TextField {...field('title')} label={t('enquiry.ideaTitle')} hint={t('enquiry.ideaTitleHint')} />
      <TextField
        {...field('description')}
        label={t('enquiry.description')}
        hint={t('enquiry.descriptionHint')}
        rows={6}
      />
      <Choice
        legend={t('enquiry.area')}
        name="area"
        value={props.draft.area}
        options={options}
        onChange={(value) => props.change('area', value)}
      />
    </>
  );
}

function ContactFields(props: FieldsProps): ReactNode {
  const { t } = useTranslation();
  const field = useFields(props);
  return (
    <>
      <TextField {...field('name')} label={t('enquiry.name')} autoComplete="name" />
      <TextField
        {...field('email')}
        label={t('enquiry.email')}
        hint={t('enquiry.emailHint')}
        type="email"
        autoComplete="email"
      />
      <TextField
        {...field('phone')}
        label={t('enquiry.phone')}
        hint={t('enquiry.phoneHint')}
        isOptional
        type="tel"
        autoComplete="tel"
      />
    </>
  );
}

function useFields({ draft, faults, change }: FieldsProps) {
  const words = useFaultWords();
  return (name: FieldName) => {
    const fault = faults[name];
    return {
      id: name,
      value: draft[name],
      onChange: (value: string) => change(name, value),
      error: fault && words(fault, name),
    };
  };
}

/** What is wrong, in words. */
function useFaultWords(): (fault: FieldFault, field: FieldName) => string {
  const { t } = useTranslation();
  const words = {
    required: t('portal.required'),
    number: t('enquiry.numberWrong'),
    email: t('portal.emailWrong'),
    phone: t('enquiry.phoneWrong'),
    refused: t('enquiry.refused'),
  };
  return (fault, field) => (fault === 'long' ? t('enquiry.tooLong', { most: MOST_OF[field] }) : words[fault]);
}
