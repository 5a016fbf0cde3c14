import { describeDemoCases, SHORT_STORIES } from './demo-cases.js';

/** Start instants over two years: ordinary days, month ends, nights, leap day, around New Year and Easter, July's quiet weeks. */
describeDemoCases(['2026-11-23T08:00', '2027-01-01T12:00', '2027-03-29T21:00', '2027-08-02T09:00', '2028-04-18T09:00']);

describeDemoCases(
  [
    '2026-11-25T23:30',
    '2026-11-27T14:30',
    '2026-12-24T10:00',
    '2026-12-28T09:00',
    '2027-01-04T07:15',
    '2027-02-28T23:30',
    '2027-03-22T08:00',
    '2027-03-27T12:00',
    '2027-03-30T08:30',
    '2027-05-18T09:00',
    '2027-07-14T09:00',
    '2027-09-30T15:00',
    '2027-10-31T02:30',
    '2027-12-01T09:00',
    '2028-01-03T09:00',
    '2028-02-29T09:00',
    '2028-05-16T09:00',
    '2028-07-31T09:00',
    '2028-10-12T09:00',
    '2028-11-21T00:05',
  ],
  SHORT_STORIES,
);
