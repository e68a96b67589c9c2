/** The characters that may enclose a PromQL string. Between backticks nothing is escaped. */
export type Quote = '"' | "'" | '`';

/** A string literal of PromQL, taken apart. */
export interface StringLiteral {
  readonly quote: Quote;
  /** The text between the quotes, still escaped. */
  readonly content: string;
}

const simpleEscapes: Readonly<Record<string, string>> = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};

// The escapes of Go, which PromQL shares: https://prometheus.io/docs/prometheus/latest/querying/basics/#string-literals
const ESCAPE = /\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.))/gs;

function unescape(content: string): string {
  return content.replace(ESCAPE, (_, ...groups: ReadonlyArray<string | undefined>) => {
    const [hex, short, long, octal, plain = ''] = groups;
    const code = hex ?? short ?? long;
    if (code !== undefined) {
      return String.fromCodePoint(parseInt(code, 16));
    }
    return octal === undefined ? (simpleEscapes[plain] ?? plain) : String.fromCodePoint(parseInt(octal, 8));
  });
}

/** Escapes a text for the place between two quotes of this kind. Between backticks it must hold no backtick. */
export function escapeForQuote(text: string, quote: Quote): string {
  if (quote === '`') {
    return text;
  }
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll(quote, `\\${quote}`);
}

/** A text as a PromQL string. */
export function quoteString(text: string): string {
  return `"${escapeForQuote(text, '"')}"`;
}

/** Takes a literal apart; undefined for one whose closing quote is missing. */
export function splitLiteral(literal: string): StringLiteral | undefined {
  const quote = literal.at(0);
  if (quote !== '"' && quote !== "'" && quote !== '`') {
    return undefined;
  }
  const content = literal.slice(1, -1);
  const isClosed = literal.length >= 2 && literal.endsWith(quote);
  const endsEscaped = quote !== '`' && /(?<!\\)(\\\\)*\\$/.test(content);
  return isClosed && !endsEscaped ? { quote, content } : undefined;
}

/** The text a literal stands for. */
export function textOf({ quote, content }: StringLiteral): string {
  return quote === '`' ? content : unescape(content);
}
