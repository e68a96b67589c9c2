import type { TimeSpan } from 'foreband-detector';

/**
 * An excluded stretch for a reader. One that begins with time itself is everything before its end: "learn from here on"
 * makes such.
 * @param format writes epoch ms.
 */
export function exclusionText({ start, end }: TimeSpan, format: (time: number) => string): string {
  return start <= 0 ? `everything until ${format(end)}` : `${format(start)} to ${format(end)}`;
}
