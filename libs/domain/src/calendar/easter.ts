const DAY_MILLIS = 86_400_000;

/**
 * Day number (days since 1970-01-01) of Easter Sunday in the Gregorian `year`: the Sunday after the
 * first ecclesiastical full moon of spring (Butcher's algorithm; Meeus, Astronomical Algorithms, ch. 8).
 */
export function easterDay(year: number): number {
  const moonYear = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * moonYear + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((moonYear + 11 * epact + 22 * toSunday) / 451);
  const daysAfter22March = epact + toSunday - 7 * correction;
  return Date.UTC(year, 2, 22 + daysAfter22March) / DAY_MILLIS;
}
