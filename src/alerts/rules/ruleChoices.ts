import type { Severity } from 'foreband-detector';

/** What a reader decides about rules. */
export interface RuleChoices {
  /** Name of the group: letters, figures, `_` and `-`. */
  readonly name: string;
  /** Severities that have an alert, at least one. */
  readonly severities: readonly Severity[];
  /** Labels of the alerts as typed: `team=sre, tier=1`. */
  readonly labels: string;
}

/** Foreband's own pages: an incident opens, and it becomes critical. */
export const usualSeverities: readonly Severity[] = ['critical', 'low'];

const MAX_LENGTH = 48;

/** A name for rules, from a title or an expression. */
export function ruleName(title: string): string {
  const name = title
    .toLowerCase()
    .replace(/[^a-z0-9_]+/g, '-')
    .slice(0, MAX_LENGTH)
    .replace(/^-+|-+$/g, '');
  return name === '' ? 'foreband' : name;
}

/** Why a name cannot be used; undefined where it can. */
export function nameProblem(name: string): string | undefined {
  return /^[a-zA-Z0-9_-]+$/.test(name) ? undefined : 'Use letters, figures, _ and - only.';
}

const LABEL = /^\s*([a-zA-Z_][a-zA-Z0-9_]*)\s*=\s*([^=]*?)\s*$/;
/** The labels that the rules set themselves. */
const RESERVED: ReadonlySet<string> = new Set(['alertname', 'foreband', 'severity']);

/** Labels, or why they cannot be read. */
export type ReadLabels =
  | { readonly kind: 'read'; readonly labels: Readonly<Record<string, string>> }
  | { readonly kind: 'invalid'; readonly problem: string };

/** Reads labels as they are typed: `team=sre, tier=1`. */
export function readLabels(text: string): ReadLabels {
  const written = text.split(',').filter((part) => part.trim() !== '');
  const pairs = written.map((part) => LABEL.exec(part));
  const wrong = written.find((_, place) => pairs[place] === null);
  if (wrong !== undefined) {
    return { kind: 'invalid', problem: `"${wrong.trim()}" is no label: write name=value, with commas between.` };
  }
  const entries = pairs.flatMap((pair) => (pair === null ? [] : [[pair[1], pair[2]] as const]));
  const reserved = entries.find(([name]) => RESERVED.has(name));
  return reserved === undefined
    ? { kind: 'read', labels: Object.fromEntries(entries) }
    : { kind: 'invalid', problem: `The rules set the label ${reserved[0]} themselves: leave it out.` };
}
