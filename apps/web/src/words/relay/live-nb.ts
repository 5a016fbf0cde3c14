/** What staff read of changes that others make, and of a lost line, in bokmål. */
export const liveWords = {
  live: {
    strips: 'Endringer',
    changed: 'Saken er endret siden du åpnet den:',
    at: 'kl. {{time}}',
    checking: 'Vi sjekker om det ble lagret.',
    see: 'Se endringen',
    anyway: 'Send likevel',
    listChanged: 'Noe er endret siden du åpnet siden.',
    seeList: 'Vis endringene',
    lost: 'Ingen forbindelse. Du ser siden slik den var kl. {{time}}. Det du skriver, blir tatt vare på.',
  },
};
