import type { Clock } from '../../src/range/clock.js';

/** Lets everything run that waits for no timer. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 100; turn++) {
    await Promise.resolve();
  }
}

interface Alarm {
  readonly moment: number;
  readonly ring: () => void;
}

/** A clock that moves when told to. */
export class FakeClock implements Clock {
  private readonly alarms = new Set<Alarm>();

  constructor(private time = 0) {}

  readonly now = (): number => this.time;

  readonly after = (delayMs: number, callback: () => void) => {
    const alarm: Alarm = { moment: this.time + delayMs, ring: callback };
    this.alarms.add(alarm);
    return () => void this.alarms.delete(alarm);
  };

  /** Resolves so much later (ms). */
  readonly sleep = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      this.after(delayMs, resolve);
    });

  /** Moves on by so much (ms), ringing on the way, in order. */
  async advance(byMs: number): Promise<void> {
    const end = this.time + byMs;
    await settle();
    for (let next = this.next(end); next !== undefined; next = this.next(end)) {
      this.alarms.delete(next);
      this.time = next.moment;
      next.ring();
      await settle();
    }
    this.time = end;
  }

  private next(end: number): Alarm | undefined {
    return [...this.alarms].filter(({ moment }) => moment <= end).sort((left, right) => left.moment - right.moment)[0];
  }
}
