// Date, time, fraction, zone; the zone may be left out and a space may stand for the T, as RFC 3339 allows.
const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i;

const EPOCH = /^\d+(\.\d+)?$/;

const MINUTE = 60_000;

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || /^(Z|UTC)$/i.test(zone)) {
    return 0;
  }
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || '0');
  return (zone.startsWith('-') ? -minutes : minutes) * MINUTE;
}

/**
 * A moment in ISO 8601, as epoch milliseconds; NaN for any other text and for dates that do not exist. Without a zone it
 * is UTC: the same file must mean the same everywhere.
 */
export function parseIso8601(text: string): number {
  const match = ISO_8601.exec(text);
  if (match === null) {
    return NaN;
  }
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '0', zone] = match;
  const whole = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  // The 30th of February would have become the 2nd of March.
  const isReal = new Date(whole).toISOString().startsWith(`${year}-${month}-${day}T${hour}:${minute}:${second}`);
  return isReal ? whole + Math.floor(Number(`0.${fraction}`) * 1000 + 1e-6) - offsetMs(zone) : NaN;
}

/** A number of seconds or milliseconds since 1970, as it stands; NaN for any other text. */
export function parseEpoch(text: string): number {
  return EPOCH.test(text) ? Number(text) : NaN;
}

// As seconds this is the year 5138, as milliseconds 1973.
const FIRST_MILLISECONDS = 1e11;

/** Whether a file's numbers are seconds or milliseconds, judged by the largest of them. */
export function epochUnitOf(largest: number): 'epochSeconds' | 'epochMilliseconds' {
  return largest < FIRST_MILLISECONDS ? 'epochSeconds' : 'epochMilliseconds';
}
