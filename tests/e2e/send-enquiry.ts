import { randomUUID } from 'node:crypto';
import { ApiClient } from '#support/api-client.js';
import type { TestInstallation } from '#support/test-installation.js';

/** Request body of the public form. */
export const enquiryBody = (title: string, area?: string): object => ({
  organisation: { name: `${title} AS` },
  contact: { name: 'Kontaktperson', email: 'kontakt@eksempel.example', phone: '+47 99 99 99 99' },
  title,
  description: 'Vi vil gjerne samarbeide med kommunen.',
  ...(area !== undefined && { area }),
});

/** Submits the public form. @returns the case's id. */
export async function sendEnquiry(
  { url }: Pick<TestInstallation, 'url'>,
  title: string,
  area?: string,
): Promise<string> {
  const key = `enquiry-${randomUUID()}`;
  const { status, body } = await ApiClient.anonymous(url).postUntilAnswered('/enquiries', enquiryBody(title, area), {
    key,
  });
  if (status !== 201) throw new Error(`POST /enquiries: ${status} ${JSON.stringify(body)}`);
  return String(body.id);
}
