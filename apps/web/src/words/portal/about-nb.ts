interface Page {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly {
    readonly title: string;
    readonly list?: readonly string[];
    readonly text?: readonly string[];
  }[];
}

/** The pages about the pages, by their address. */
export interface AboutText {
  readonly tilgjengelighet: Page;
  readonly personvern: Page;
}

/** In bokmål. Says no more than what docs/privacy.md and the tests of the web hold. */
export const about: AboutText = {
  tilgjengelighet: {
    title: 'Tilgjengelighet',
    lead: 'Alle skal kunne melde en idé og følge saken sin. Her står det hva vi har prøvd, og hva vi ikke har prøvd.',
    sections: [
      {
        title: 'Dette er prøvd',
        list: [
          'Sidene er gått gjennom med verktøyet axe etter WCAG 2.2, nivå A og AA, i lyst og mørkt utseende. Det fant ingen feil.',
          'Sidene er prøvd på en stor skjerm, på en telefon og på en smal skjerm (320 punkter). De må ikke rulles sidelengs.',
          'Skjemaene kan fylles ut med tastaturet alene. Feil står ved feltet, og en liste øverst fører dit.',
          'Farge sier aldri noe alene. Det står alltid et ord ved siden av.',
        ],
      },
      {
        title: 'Dette er ikke prøvd',
        list: [
          'Sidene er ikke prøvd av folk som bruker skjermleser til daglig.',
          'Sidene er ikke prøvd for hånd med 400 prosent forstørrelse, eller med farger for høy kontrast i Windows.',
          'Dokumenter som noen legger ved en sak, blir vist slik de er. Vi kan ikke love at de er tilgjengelige.',
          'Sidene trenger JavaScript.',
        ],
      },
      {
        title: 'Si fra til oss',
        text: [
          'Er det noe du ikke får til, så ring eller skriv til en av kontaktpersonene på forsiden. Da tar vi imot ideen på den måten som passer deg, og retter feilen.',
          'Får du ikke svar, kan du si fra til Tilsynet for universell utforming av ikt (uutilsynet).',
        ],
      },
    ],
  },
  personvern: {
    title: 'Personvern',
    lead: '{{municipality}} er ansvarlig for opplysningene. De brukes til samarbeidet om ideen din, og ikke til noe annet.',
    sections: [
      {
        title: 'Dette lagrer vi',
        list: [
          'Navnet ditt, e-postadressen og telefonnummeret, så vi kan svare deg.',
          'Virksomheten du taler for, og hvem andre som taler for den.',
          'Det du skriver og legger ved. Stedet der et bilde ble tatt, blir fjernet fra bildet.',
          'Hva som er gjort i saken, når, og av hvem.',
          'At du er logget inn, i høyst en halv dag.',
        ],
      },
      {
        title: 'Skriv ikke om innbyggere',
        text: ['Opplysninger om dem som bruker tilbudet, hører ikke hjemme her. Effekter skrives som tall for mange.'],
      },
      {
        title: 'Hvem ser det',
        list: [
          'De som arbeider med saken i kommunen, og de som taler for virksomheten.',
          'Den som har lenken til kvitteringen, ser hvor saken er. Da står verken navnet ditt eller meldingene der.',
          'Sidene henter ikke noe fra andre nettsteder, og ingen måler hva du gjør her.',
        ],
      },
      {
        title: 'Hvor lenge',
        list: [
          'Saken er et arkiv etter arkivloven. Kommunen bestemmer hvor lenge den blir tatt vare på.',
          'Navn og kontaktopplysninger står til de blir slettet. Du kan be om det.',
          'Innloggingen varer i høyst en halv dag, og lenken du logger inn med, virker i 15 minutter.',
          'Det du skriver og ikke sender, ligger bare i din egen nettleser, i høyst 30 dager.',
        ],
      },
      {
        title: 'Informasjonskapsler',
        text: ['Én, og bare når du logger inn: den sier at det er deg. Derfor spør vi ikke om samtykke.'],
      },
      {
        title: 'Dette kan du be om',
        list: [
          'Å få se alt som er lagret om deg.',
          'Å få rettet det som er galt.',
          'Å få slettet navnet, e-postadressen og telefonnummeret ditt.',
        ],
        text: [
          'Skriv til kontaktpersonen i saken din, eller spør etter personvernombudet i {{municipality}}. Du kan også klage til Datatilsynet.',
        ],
      },
    ],
  },
};
