import type { Walk, WalkedPage } from '../walk/walk';
import type { RuleBand } from './ruleBand';

/** The rules alert where a level has been outside its band for so long. */
const FOR_MS = 5 * 60_000;

/**
 * Recording rules with their alert (`for: 5m`) as time goes by: a page where the alert begins to fire. The score is how many
 * half bands the level is away from the middle: above 1 it is outside.
 */
export function walkRules(rules: (y: Float64Array, stepMs: number) => RuleBand): Walk {
  return ({ time, y }, from) => {
    const stepMs = time[1] - time[0];
    const { level, lower, upper } = rules(y, stepMs);
    const score = level.map((value, row) => Math.abs(2 * value - lower[row] - upper[row]) / (upper[row] - lower[row]));
    const nWaited = stepMs > FOR_MS ? 0 : Math.round(FOR_MS / stepMs);
    const pages: WalkedPage[] = [];
    let nOutside = 0;
    for (let row = 0; row < time.length; row++) {
      nOutside = level[row] < lower[row] || level[row] > upper[row] ? nOutside + 1 : 0;
      if (nOutside === nWaited + 1 && row >= from) {
        pages.push({ time: time[row], score: score[row], kind: 'spike', isFirst: true });
      }
    }
    return { time, score, threshold: new Float64Array(time.length).fill(1), pages };
  };
}
