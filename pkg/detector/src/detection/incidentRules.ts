/** How anomalies become incidents, the same everywhere: on screen, in the budget, in alert rules (`keep_firing_for: 3h`). */
export const incidentRules = {
  /** An incident is over after so long without an anomalous row, milliseconds. */
  quietMs: 3 * 3_600_000,
} as const;
