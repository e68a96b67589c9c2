import type { Clock } from 'foreband-prometheus';
import { EMPTY, filter, fromEvent, merge, take, timer, type Observable } from 'rxjs';

/** The time, and whatever else of the world a poll depends on. */
export interface LiveClock {
  /** Epoch ms. */
  readonly now: () => number;
  /** Emits once when that moment (epoch ms) has come; a page that was asleep hears of it as soon as it wakes. */
  readonly at: (moment: number) => Observable<unknown>;
  /** A number from 0 up to 1, for spreading retries. */
  readonly random: () => number;
}

// Browsers hold back the timers of hidden tabs, and none runs while the machine sleeps.
function wakings(): Observable<unknown> {
  return typeof document === 'undefined'
    ? EMPTY
    : merge(fromEvent(document, 'visibilitychange'), fromEvent(window, 'online'), fromEvent(window, 'focus'));
}

/** The browser's clock. */
export const browserClock: LiveClock = {
  now: () => Date.now(),
  at: (moment) =>
    merge(timer(Math.max(0, moment - Date.now())), wakings().pipe(filter(() => Date.now() >= moment))).pipe(take(1)),
  random: Math.random,
};

/** The same clock as a reader of ranges knows it. */
export function rangeClock({ now, at }: LiveClock): Clock {
  return {
    now,
    after: (delayMs, callback) => {
      const alarm = at(now() + delayMs).subscribe(callback);
      return () => alarm.unsubscribe();
    },
  };
}
