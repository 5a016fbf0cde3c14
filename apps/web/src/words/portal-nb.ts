/** What entrepreneurs and the public read, in bokmål. */
export const portalWords = {
  portal: {
    municipality: 'Stafett',
    skip: 'Hopp til innholdet',
    title: 'Samarbeid med kommunen',
    lead: 'Her følger kommunen og sosiale entreprenører et samarbeid fra idé til effekt.',
    forStaff: 'Logg inn som ansatt',
    forEntrepreneurs: 'Logg inn som sosial entreprenør',
  },
};
