import type { EvaluationBasis } from 'foreband-engine';

import { kindName } from './kindName';

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`;
}

/** Which kinds were not planted and why, in a sentence for each reason; empty where all were. */
export function leftOutText(leftOut: EvaluationBasis['leftOut']): string {
  const byReason = new Map<string, string[]>();
  for (const { kind, reason } of leftOut) {
    byReason.set(reason, [...(byReason.get(reason) ?? []), kindName(kind)]);
  }
  return [...byReason].map(([reason, names]) => `Not planted: ${listed(names)}, for ${reason}.`).join(' ');
}
