import {
  afterIncident,
  allDays,
  batches,
  bursts,
  changedNight,
  hourOf,
  evaluatedDay,
  nightlyJob,
  NOON,
  plant,
  spikes,
  STEP_HOURS,
  surgeAtNoon,
  TEN,
} from './plant';
import { OPS_DAYS, OPS_HISTORY_DAYS, type OpsDraft } from './opsSeries';

/** Goal of a detector on a kind: so many events found, at most so many false alarms. */
export interface Wanted {
  readonly nFound: number;
  readonly nFalse: number;
}

/** A kind of series. */
export interface OpsKind {
  readonly name: string;
  readonly wanted: Wanted;
  readonly draw: (draft: OpsDraft) => void;
}

/** The kinds of ops-like series, each with what is wanted on it. */
export const opsKinds: readonly OpsKind[] = [
  {
    name: 'nightly job of 30 min; a surge at noon',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      nightlyJob(draft);
      surgeAtNoon(draft);
    },
  },
  {
    name: 'the same, its start wandering by 5 min, its size by 15 %',
    wanted: { nFound: 1, nFalse: 1 },
    draw(draft) {
      const { random, add } = draft;
      allDays.forEach((day) => {
        const shift = STEP_HOURS * (Math.floor(3 * random.uniform()) - 1);
        add(hourOf(day, 2) + shift, 0.5, 12 * (1 + 0.15 * random.normal()));
      });
      surgeAtNoon(draft);
    },
  },
  { name: 'nightly job left out once', wanted: { nFound: 1, nFalse: 0 }, draw: (draft) => changedNight(draft, 0) },
  { name: 'nightly job twice as big once', wanted: { nFound: 1, nFalse: 0 }, draw: (draft) => changedNight(draft, 24) },
  {
    name: 'weekly job of 2 h',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      allDays.filter((day) => day % 7 === 6).forEach((day) => draft.add(hourOf(day, 3), 2, 12));
      surgeAtNoon(draft);
    },
  },
  {
    name: 'hourly job of 5 min',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      allDays.forEach((day) => Array.from({ length: 24 }, (_, hour) => draft.add(hourOf(day, hour), STEP_HOURS, 12)));
      surgeAtNoon(draft);
    },
  },
  {
    name: 'after an incident of 17 h: spikes of 14 deviations',
    wanted: { nFound: 11, nFalse: 0 },
    draw: (draft) => afterIncident(draft, 17),
  },
  { name: 'after an incident of 48 h', wanted: { nFound: 10, nFalse: 0 }, draw: (draft) => afterIncident(draft, 48) },
  {
    name: 'lasting shift and spikes after it',
    wanted: { nFound: 9, nFalse: 0 },
    draw(draft) {
      const shift = hourOf(OPS_HISTORY_DAYS + 1, TEN);
      draft.add(shift, 24 * OPS_DAYS, 10);
      draft.expect(shift, 1);
      spikes(draft, 8, OPS_HISTORY_DAYS + 4);
    },
  },
  {
    name: 'weekend step at midnight',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      allDays.filter((day) => day % 7 > 4).forEach((day) => draft.add(hourOf(day), 24, -12));
      surgeAtNoon(draft);
    },
  },
  {
    name: 'log-normal latency (noise that grows with the level)',
    wanted: { nFound: 1, nFalse: 1 },
    draw(draft) {
      const event = hourOf(evaluatedDay(draft), NOON);
      draft.change((_, hour) => {
        const isSlow = hour >= event && hour < event + 0.5;
        const usual = 0.2 * Math.exp(-0.6 * Math.cos((2 * Math.PI * (hour - 3)) / 24) + 0.25 * draft.random.normal());
        return isSlow ? 4 * usual : usual;
      });
      draft.expect(event, 0.5);
    },
  },
  {
    name: 'irregular bursts of 5 to 20 min; 4 h of one',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      bursts(draft);
      plant(draft, hourOf(evaluatedDay(draft), NOON), 4, 10);
    },
  },
  {
    name: 'slow drift of 5 days',
    wanted: { nFound: 1, nFalse: 1 },
    draw(draft) {
      const start = hourOf(evaluatedDay(draft, OPS_DAYS - 7), TEN);
      draft.change((y, hour) => y + 15 * Math.min(1, Math.max(0, (hour - start) / 120)));
      draft.expect(start, 120);
    },
  },
  {
    name: 'batch of 15 min every 100 min, stopped for 4 h',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      const stopped = hourOf(evaluatedDay(draft), TEN);
      batches(draft, stopped, 4);
      draft.expect(stopped, 4);
    },
  },
  {
    name: 'half of the usual for 4 h',
    wanted: { nFound: 1, nFalse: 0 },
    draw(draft) {
      const event = hourOf(evaluatedDay(draft), TEN);
      draft.change((y, hour) => (hour >= event && hour < event + 4 ? y / 2 : y));
      draft.expect(event, 4);
    },
  },
  { name: 'nothing at all', wanted: { nFound: 0, nFalse: 0 }, draw: () => undefined },
];
