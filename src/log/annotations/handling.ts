/** Verdicts and actions of people on an incident: read from the tags of its annotation. */
export interface Handling {
  /** Whether it was a real one, or a false alarm; undefined where nobody has said. */
  readonly isReal?: boolean;
  /** Who has acknowledged it: a login, empty where it has none; undefined where nobody has. */
  readonly acknowledgedBy?: string;
  /** Epoch ms until which it does not draw attention; undefined where nobody has snoozed it. */
  readonly snoozedUntil?: number;
  /** The threshold multiplier up to which it pages, as it was when it was labeled; undefined where that is not known. */
  readonly peakMultiplier?: number;
}

/** How an incident is handled at a moment, in one word, for its marker: what keeps it quiet comes before what does not. */
export type HandlingKind = 'falseAlarm' | 'snoozed' | 'acknowledged' | 'real' | 'open';

/**
 * The word for it.
 * @param handling undefined for an incident that nobody has touched.
 * @param now epoch ms: a snooze ends by itself.
 */
export function handlingKind(handling: Handling | undefined, now: number): HandlingKind {
  if (handling?.isReal === false) {
    return 'falseAlarm';
  }
  if (handling?.snoozedUntil !== undefined && handling.snoozedUntil > now) {
    return 'snoozed';
  }
  if (handling?.acknowledgedBy !== undefined) {
    return 'acknowledged';
  }
  return handling?.isReal === true ? 'real' : 'open';
}

/** Whether an incident still wants to be looked at: neither a false alarm nor snoozed. */
export function drawsAttention(handling: Handling | undefined, now: number): boolean {
  const kind = handlingKind(handling, now);
  return kind !== 'falseAlarm' && kind !== 'snoozed';
}

/**
 * Everything that is said of an incident, each in a few words; empty for one that nobody has touched.
 * @param clock writes epoch ms.
 */
export function handlingTexts(
  { isReal, acknowledgedBy, snoozedUntil = -Infinity }: Handling,
  now: number,
  clock: (time: number) => string,
): readonly string[] {
  const by = acknowledgedBy === undefined || acknowledgedBy === '' ? '' : ` by ${acknowledgedBy}`;
  return [
    ...(isReal === undefined ? [] : [isReal ? 'labeled real' : 'labeled a false alarm']),
    ...(acknowledgedBy === undefined ? [] : [`acknowledged${by}`]),
    ...(snoozedUntil > now ? [`snoozed until ${clock(snoozedUntil)}`] : []),
  ];
}
