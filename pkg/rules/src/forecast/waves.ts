import type { Model, Seasonality } from 'prophet-wasm';

import { call, operate } from '../promql/build.js';
import { rounded, type ScalarTerm } from './scalarSum.js';
import { shiftedNow, type ZoneShift } from './zoneShift.js';

interface Wave {
  /** Of the seasonality, seconds. */
  readonly periodSeconds: number;
  /** Waves within that period. */
  readonly harmonic: number;
  readonly sine: number;
  readonly cosine: number;
}

const TURN = 2 * Math.PI;

/** The harmonics of a mode's seasonalities, those of the same frequency added up. */
function wavesOf({ seasonalities, params }: Model, mode: Seasonality['mode']): readonly Wave[] {
  const waves = new Map<number, Wave>();
  let place = 0;
  for (const { periodMs, fourierOrder, mode: own } of seasonalities) {
    for (let harmonic = 1; harmonic <= fourierOrder; harmonic++, place += 2) {
      if (own === mode) {
        const [sine, cosine] = [params.beta[place], params.beta[place + 1]];
        const known = waves.get(periodMs / harmonic);
        waves.set(
          periodMs / harmonic,
          known === undefined
            ? { periodSeconds: periodMs / 1000, harmonic, sine, cosine }
            : { ...known, sine: known.sine + sine, cosine: known.cosine + cosine },
        );
      }
    }
  }
  return [...waves.values()];
}

/**
 * The seasonalities of a mode, in scaled units: a sin x + b cos x = A sin(x + phase), with a phase that holds the zone's first
 * offset. The time is taken within the period, since the sine of a large number has lost its last digits.
 */
export function waveTerms(
  model: Model,
  mode: Seasonality['mode'],
  shift: ZoneShift,
  scale: number,
): readonly ScalarTerm[] {
  return wavesOf(model, mode).map(({ periodSeconds, harmonic, sine, cosine }) => {
    const ahead = ((harmonic * shift.offsetMs) / (1000 * periodSeconds)) % 1;
    const phase = (Math.atan2(cosine, sine) + TURN * ahead) % TURN;
    const angle = operate(
      operate(operate(shiftedNow(shift), '%', periodSeconds), '*', (TURN * harmonic) / periodSeconds),
      phase < 0 ? '-' : '+',
      rounded(Math.abs(phase)),
    );
    return {
      factor: rounded(scale * Math.hypot(sine, cosine)),
      of: call('scalar', call('sin', call('vector', angle))),
    };
  });
}
