import { isRecord } from './reading.js';

type Stored = Readonly<Record<string, unknown>>;

// Version 1, of Foreband's first release: the step stood beside the settings, and no evaluation was stored.
function fromFirst({ nLeftOut, stepMs, ...rest }: Stored): Stored {
  const { training, settings } = rest;
  const { nReadings, ...range } = isRecord(training) ? training : {};
  return {
    ...rest,
    version: 2,
    nExcluded: nLeftOut,
    training: isRecord(training) ? { ...range, nSamples: nReadings } : training,
    settings: isRecord(settings) && stepMs !== undefined ? { ...settings, stepMs } : settings,
  };
}

/** A stored model in the shape of the present version, as far as its own is an older one. Nothing is checked. */
export function migrateSavedModel(stored: Stored): Stored {
  return stored.version === 1 ? fromFirst(stored) : stored;
}
