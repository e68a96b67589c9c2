import type { Clock } from 'foreband-prometheus';

import { findSource } from './rerun';
import { TrainingReader } from './TrainingReader';

const browserClock: Clock = {
  now: () => Date.now(),
  after: (delayMs, callback) => {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The reader of all panels of the page: two with the same query, or one that is opened in the editor, share what it stores. */
export const pageReader = new TrainingReader(findSource, browserClock);
