/** How to turn the numbers of a column into one unit. */
export interface UnitScale {
  /** The base unit, empty where the file writes none but multiples such as `K`. */
  readonly symbol: string;
  /** The size of a written unit in the base unit; undefined for a unit that cannot be turned into it. */
  readonly factorOf: (written: string) => number | undefined;
}

type Factors = readonly (readonly [unit: string, factor: number])[];

interface Family {
  readonly symbol: string;
  readonly factors: ReadonlyMap<string, number>;
}

function each(factor: number, ...units: readonly string[]): Factors {
  return units.map((unit) => [unit, factor]);
}

function prefixed(prefixes: Factors, ...units: readonly string[]): Factors {
  return prefixes.flatMap(([prefix, factor]) => units.map((unit) => [`${prefix}${unit}`, factor] as const));
}

const large: Factors = [
  ...each(1e3, 'k', 'K'),
  ...['M', 'G', 'T', 'P', 'E'].map((prefix, place) => [prefix, 1000 ** (place + 2)] as const),
];
const binary: Factors = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'].map((prefix, place) => [prefix, 1024 ** (place + 1)]);
// The micro sign and the Greek letter.
const small: Factors = [...each(1e-3, 'm'), ...each(1e-6, '\u00b5', '\u03bc', 'u'), ...each(1e-9, 'n')];

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const time = new Map([
  ...prefixed(small, 's'),
  ...each(1, 's', 'sec', 'secs', 'second', 'seconds'),
  ...each(MINUTE, 'min', 'mins', 'minute', 'minutes'),
  ...each(HOUR, 'h', 'hr', 'hrs', 'hour', 'hours'),
  ...each(DAY, 'd', 'day', 'days'),
  ...each(7 * DAY, 'w', 'week', 'weeks'),
  ...each(365 * DAY, 'year', 'years'),
]);

// Those of Grafana's unit "short" are words, those of its counts and currencies letters, those of Kubernetes binary.
const multiples = new Map([
  ...each(1, ''),
  ...[...large, ...binary, ...small],
  ...each(1e6, 'Mil', 'Mio'),
  ...each(1e9, 'B', 'Bil', 'Mrd'),
  ...[
    ...each(1e12, 'Tri'),
    ...each(1e15, 'Quadr'),
    ...each(1e18, 'Quint'),
    ...each(1e21, 'Sext'),
    ...each(1e24, 'Sept'),
  ],
]);

function dataFamily(...names: readonly [symbol: string, ...others: readonly string[]]): Family {
  return { symbol: names[0], factors: new Map([...each(1, ...names), ...prefixed([...large, ...binary], ...names)]) };
}

const families: readonly Family[] = [
  { symbol: '%', factors: new Map(each(1, '%')) },
  { symbol: 's', factors: time },
  dataFamily('B', 'bytes', 'Bytes'),
  dataFamily('b', 'bit', 'bits'),
  dataFamily('B/s', 'Bps'),
  dataFamily('b/s', 'bps', 'bit/s'),
];

// One letter alone is a multiple where it is a large one: a thousand, but hardly a thousandth, a meter or a minute.
function areMultiples(units: readonly string[]): boolean {
  const isSmall = units.length === 1 && small.some(([prefix]) => prefix === units[0]);
  return !isSmall && units.every((unit) => multiples.has(unit));
}

// `2.61K req/s` and `$2.61K`.
const COUNTED = /^(K|M|B|T) (.+)$/;
const CURRENCY = /^(\p{Sc})(.*)$/u;

function splitMultiple(written: string): readonly [unit: string, multiple: string] {
  const counted = COUNTED.exec(written);
  const currency = CURRENCY.exec(written);
  if (counted !== null) {
    return [counted[2], counted[1]];
  }
  return currency === null ? [written, ''] : [currency[1], currency[2].trim()];
}

const prefixes = new Map([...each(1, ''), ...large, ...small]);

// Units that nobody knows here, but that have their name in common: `980 Hz` beside `1.20 kHz`.
function scaleOfName(units: readonly string[]): UnitScale | undefined {
  const names = units.map((unit) => splitMultiple(unit)[0]);
  const symbol = names.reduce((shortest, name) => (name.length < shortest.length ? name : shortest));
  const factorOf = (written: string) => {
    const [unit, multiple] = splitMultiple(written);
    const prefix = unit.endsWith(symbol) ? prefixes.get(unit.slice(0, unit.length - symbol.length)) : undefined;
    const factor = multiples.get(multiple);
    return prefix === undefined || factor === undefined ? undefined : prefix * factor;
  };
  const isCommon = symbol !== '' && units.every((unit) => factorOf(unit) !== undefined);
  return isCommon ? { symbol, factorOf } : undefined;
}

/**
 * The base unit of a column, and what its units come to in it: percent, seconds, bytes, bits and their rates, multiples
 * of a plain number, or the common name of units that differ in a prefix (SI brochure, 9th edition, table 7; IEC
 * 80000-13 for binary prefixes; suffixes as in Grafana's value formats).
 * @param units all that the column has, at least one; empty for numbers without.
 * @returns undefined where they have nothing in common.
 */
export function unitScale(units: readonly string[]): UnitScale | undefined {
  const family = families.find(({ factors }) => units.every((unit) => factors.has(unit)));
  if (family !== undefined) {
    return { symbol: family.symbol, factorOf: (written) => family.factors.get(written) };
  }
  return areMultiples(units) ? { symbol: '', factorOf: (written) => multiples.get(written) } : scaleOfName(units);
}

/** A number in another unit. Dividing by a whole number keeps 477 ms at 0.477 s, to the last digit. */
export function scaled(value: number, factor: number): number {
  return factor < 1 ? value / Math.round(1 / factor) : value * factor;
}
