/** How much an entry matters, least first. */
const logLevels = ['debug', 'info', 'warning', 'error'] as const;

/** How much an entry matters. */
export type LogLevel = (typeof logLevels)[number];

/** The least that is logged, or nothing at all. */
export type Verbosity = LogLevel | 'off';

/** Verbosity until somebody says otherwise: anomalies, trainings and troubles are logged, but not every sample. */
const defaultVerbosity: Verbosity = 'info';

/** Whether an entry of this level is logged. */
export function isLogged(level: LogLevel, verbosity: Verbosity): boolean {
  return verbosity !== 'off' && logLevels.indexOf(level) >= logLevels.indexOf(verbosity);
}

/** Reads a stored verbosity; anything else is the default. */
export function readVerbosity(value: unknown): Verbosity {
  const known: readonly Verbosity[] = [...logLevels, 'off'];
  return known.find((one) => one === value) ?? defaultVerbosity;
}
