import type { DecimalSign } from '../csvContent.js';

/** A number as written, before the whole file has said what its signs mean. */
export interface WrittenNumber {
  /** With the only comma or point taken for the decimal sign. NaN where missing. */
  readonly value: number;
  /** The unit behind the number or, for a currency, before it; empty for a plain number. */
  readonly unit: string;
  /** The decimal sign that the number proves; undefined where it has none, or could have either. */
  readonly proves?: DecimalSign;
  /** The sign that stands before exactly three digits, so that it may separate thousands just as well. */
  readonly open?: DecimalSign;
}

// Words of spreadsheets, databases and Prometheus where there is no value; infinities are none that can be fitted.
const MISSING: ReadonlySet<string> = new Set([
  ...['', '-', '–', '—', 'na', 'n/a', 'nan', 'null', 'none', 'undefined', 'unknown', 'unavailable', 'no data'],
  ...['inf', '+inf', '-inf', 'infinity', '+infinity', '-infinity', '∞', '+∞', '-∞'],
  // Errors of spreadsheets, in English and German.
  ...['#n/a', '#nv', '#div/0!', '#value!', '#wert!', '#ref!', '#bezug!', '#num!', '#zahl!', '#name?', '#null!'],
]);

const missing: WrittenNumber = { value: NaN, unit: '' };

// Most numbers are as simple as this.
const SIMPLE = /^(-?)(\d[\d.,]*) ?([A-Za-z%][A-Za-z%/]*)?$/;

const OPEN = /^[1-9]\d{0,2}[.,]\d{3}$/;

// Sign, currency, digits with their separators, exponent, unit.
const NUMBER =
  /^([+\-−]?)(\p{Sc}?)\s?((?:\d|[.,]\d)(?:[\d.,'’]|[ \u00a0\u202f](?=\d{3}))*)(e[+-]?\d+)?\s?((?:[\p{L}%‰°µ]|\p{Sc}).{0,29})?$/iu;

const SPACED = /^\d{1,3}(?:[ '’\u00a0\u202f]\d{3})+(?=[.,]|$)/;

// Groups of three, or as in India of two before the last.
const GROUPED: Readonly<Record<DecimalSign, RegExp>> = {
  ',': /^\d{1,3}(?:,\d{2,3})*,\d{3}$/,
  '.': /^\d{1,3}(?:\.\d{3})+$/,
};

function toNumber(digits: string, exponent: string): number {
  return Number(`${digits}${exponent}`);
}

/** A number with both signs: the later one is the decimal sign. */
function readBoth(digits: string, exponent: string): Omit<WrittenNumber, 'unit'> | undefined {
  const decimal = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const group = decimal === ',' ? '.' : ',';
  const place = digits.lastIndexOf(decimal);
  const [whole, decimals] = [digits.slice(0, place), digits.slice(place + 1)];
  return GROUPED[group].test(whole)
    ? { value: toNumber(`${whole.replaceAll(group, '')}.${decimals}`, exponent), proves: decimal }
    : undefined;
}

/** A number with one kind of sign, once or several times. */
function readOne(digits: string, sign: DecimalSign, exponent: string): Omit<WrittenNumber, 'unit'> | undefined {
  const isOnce = digits.indexOf(sign) === digits.lastIndexOf(sign);
  if (isOnce) {
    const value = toNumber(digits.replace(sign, '.'), exponent);
    return OPEN.test(digits) && exponent === '' ? { value, open: sign } : { value, proves: sign };
  }
  const isGrouped = GROUPED[sign].test(digits);
  return isGrouped
    ? { value: toNumber(digits.replaceAll(sign, ''), exponent), proves: sign === ',' ? '.' : ',' }
    : undefined;
}

function readDigits(digits: string, exponent: string): Omit<WrittenNumber, 'unit'> | undefined {
  const [hasComma, hasPoint] = [digits.includes(','), digits.includes('.')];
  if (hasComma && hasPoint) {
    return readBoth(digits, exponent);
  }
  return hasComma || hasPoint ? readOne(digits, hasComma ? ',' : '.', exponent) : { value: toNumber(digits, exponent) };
}

function readSpaced(digits: string, exponent: string): Omit<WrittenNumber, 'unit'> | undefined {
  const spaced = SPACED.exec(digits)?.[0] ?? '';
  return readDigits(`${spaced.replace(/\D/g, '')}${digits.slice(spaced.length)}`, exponent);
}

/** Reads one number, with its unit; undefined for any other text, and for a number beyond all bounds. */
export function parseNumber(text: string): WrittenNumber | undefined {
  const simple = SIMPLE.exec(text);
  if (simple !== null) {
    const [, sign, digits, unit = ''] = simple;
    return withSign(readDigits(digits, ''), sign, unit);
  }
  if (MISSING.has(text.toLowerCase())) {
    return missing;
  }
  const match = NUMBER.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, sign, currency, digits, exponent = '', unit = ''] = match;
  return withSign(readSpaced(digits, exponent), sign, `${currency}${unit.trim()}`);
}

function withSign(
  read: Omit<WrittenNumber, 'unit'> | undefined,
  sign: string,
  unit: string,
): WrittenNumber | undefined {
  if (read === undefined || !Number.isFinite(read.value)) {
    return undefined;
  }
  const isNegative = sign === '-' || sign === '−';
  return { value: isNegative ? -read.value : read.value, unit, proves: read.proves, open: read.open };
}
