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

// Version 2 knew one score only, which a model goes on with until it is refitted.
function fromSecond(stored: Stored): Stored {
  const { settings } = stored;
  return {
    ...stored,
    version: 3,
    adaptive: null,
    settings: isRecord(settings) ? { ...settings, method: 'classic' } : settings,
  };
}

/** A stored model in the shape of the present version, as far as its own is an older one. Nothing is checked. */
export function migrateSavedModel(stored: Stored): Stored {
  const second = stored.version === 1 ? fromFirst(stored) : stored;
  return second.version === 2 ? fromSecond(second) : second;
}
