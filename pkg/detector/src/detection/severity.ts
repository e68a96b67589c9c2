/** Class of a point or an anomaly by its score. */
export type Severity = 'low' | 'medium' | 'high' | 'critical';

/** Scores at which a class begins, as in the original detector; below `medium` a score is 'low'. */
export const severityThresholds = { medium: 1.5, high: 2, critical: 3 } as const;

/** The class of a score: critical from 3, high from 2, medium from 1.5, else low (also for NaN). */
export function severityOf(score: number): Severity {
  if (score >= severityThresholds.critical) {
    return 'critical';
  }
  if (score >= severityThresholds.high) {
    return 'high';
  }
  return score >= severityThresholds.medium ? 'medium' : 'low';
}
