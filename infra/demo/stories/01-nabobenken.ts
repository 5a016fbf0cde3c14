import type { Story } from '../story.js';

/** A new enquiry: the receipt is sent and promises a call and a case handler. */
export const nabobenken: Story = {
  organisation: 'Nabobenken Samvær AS',
  title: 'Gågrupper for eldre som sitter mye alene',
  description:
    'Vi samler eldre i små gågrupper med fast følge og en kaffekopp etterpå. Vi har tre grupper i nabokommunen og vil gjerne prøve det her, sammen med hjemmetjenesten og frivilligsentralen.',
  channel: 'web',
  area: 'helse-og-mestring',
  openedOn: (days) => days.calendarDay(-1),
  hour: 13,
  build: () => undefined,
};
