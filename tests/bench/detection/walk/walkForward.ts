import type { Prophet } from 'prophet-wasm';

import { adaptiveFits } from './adaptiveFits';
import { pagesOf } from './pagesOf';
import { scoreFits } from './scoreFits';
import type { Walk } from './walk';

/** The preset adaptive as time goes by. */
export function walkForward(prophet: Prophet): Walk {
  return (series, from) => pagesOf(scoreFits(prophet, series, adaptiveFits(prophet, series, from)), from);
}
