import { Observable } from 'rxjs';

import type { LiveClock } from '../live/clock';

interface Waiting {
  readonly moment: number;
  readonly ring: () => void;
}

const turn = () => new Promise((resolve) => setTimeout(resolve));

/** A clock that moves when told to, and meanwhile lets everything run that is due. */
export class FakeClock implements LiveClock {
  private readonly waiting = new Set<Waiting>();

  constructor(
    private time: number,
    /** Given the new time whenever it moves. */
    private readonly onMove: (time: number) => void = () => undefined,
  ) {
    onMove(time);
  }

  readonly now = (): number => this.time;
  readonly random = (): number => 0;

  readonly at = (moment: number): Observable<unknown> =>
    new Observable((subscriber) => {
      const entry: Waiting = {
        moment,
        ring: () => {
          this.waiting.delete(entry);
          subscriber.next(moment);
          subscriber.complete();
        },
      };
      this.waiting.add(entry);
      return () => this.waiting.delete(entry);
    });

  /** The moments that are waited for, soonest first. */
  get alarms(): readonly number[] {
    return [...this.waiting].map(({ moment }) => moment).sort((left, right) => left - right);
  }

  /** Moves on from alarm to alarm up to a moment, each time waiting until the next alarm is set. */
  async moveTo(moment: number): Promise<void> {
    for (let [next] = this.alarms; next !== undefined && next <= moment; [next] = this.alarms) {
      this.jumpTo(Math.max(this.time, next));
      await this.nextAlarm();
    }
    this.jumpTo(moment);
  }

  /** The page sleeps until a moment: nothing rings on the way, everything that was due does then. */
  jumpTo(moment: number): void {
    this.time = moment;
    this.onMove(moment);
    [...this.waiting].filter(({ moment: due }) => due <= moment).forEach(({ ring }) => ring());
  }

  /** Waits until somebody waits for an alarm: what had rung is over then. */
  async nextAlarm(): Promise<void> {
    while (this.waiting.size === 0) {
      await turn();
    }
  }
}
