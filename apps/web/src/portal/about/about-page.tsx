import { useQuery } from '@tanstack/react-query';
import i18next from 'i18next';
import type { ReactNode } from 'react';
import type { AboutText } from '../../words/portal/about-nb.js';
import { AnswerView } from '../parts/answer-view.js';
import { useMunicipality } from '../parts/municipality.js';

/** What the municipality says of its pages: how they can be used, and what is stored of those who use them. */
export function AboutPage({ of }: { readonly of: keyof AboutText }): ReactNode {
  const text = useQuery({
    queryKey: ['about', of],
    queryFn: async () => {
      const isEnglish = i18next.language === 'en';
      const { about } = isEnglish
        ? await import('../../words/portal/about-en.js')
        : await import('../../words/portal/about-nb.js');
      return about[of];
    },
    staleTime: Infinity,
  });
  const municipality = useMunicipality();
  const named = (words: string): string => words.replaceAll('{{municipality}}', municipality);
  return (
    <AnswerView query={text}>
      {({ title, lead, sections }) => (
        <article className="block block--wide">
          <h1>{title}</h1>
          <p>{named(lead)}</p>
          {sections.map(({ title: heading, text: paragraphs = [], list = [] }) => (
            <section key={heading} className="block">
              <h2>{heading}</h2>
              {list.length > 0 && (
                <ul className="plain-list">
                  {list.map((words) => (
                    <li key={words}>{named(words)}</li>
                  ))}
                </ul>
              )}
              {paragraphs.map((words) => (
                <p key={words}>{named(words)}</p>
              ))}
            </section>
          ))}
        </article>
      )}
    </AnswerView>
  );
}
