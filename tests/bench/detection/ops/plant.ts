import { OPS_DAYS, OPS_HISTORY_DAYS, type OpsDraft } from './opsSeries';

/** Hours of a row. */
export const STEP_HOURS = 1 / 12;
/** Hours of the day at which things are planted: away from midnight, where models change. */
export const NOON = 12;
export const TEN = 10;

/** Hours from the start of a series. */
export const hourOf = (day: number, hour = 0) => 24 * day + hour;

/** Days of a series. */
export const allDays = Array.from({ length: OPS_DAYS }, (_, day) => day);

/** A day that is evaluated, with a day before and after it. */
export const evaluatedDay = ({ random }: OpsDraft, to = OPS_DAYS - 1) =>
  OPS_HISTORY_DAYS + 1 + Math.floor(random.uniform() * (to - OPS_HISTORY_DAYS - 1));

/** Adds to a stretch, which should be found. */
export function plant(draft: OpsDraft, from: number, hours: number, size: number): void {
  draft.add(from, hours, size);
  draft.expect(from, hours);
}

/** Half an hour of 12. */
export const surgeAtNoon = (draft: OpsDraft) => plant(draft, hourOf(evaluatedDay(draft), NOON), 0.5, 12);

/** Half an hour at 02:00 of every night, of 12. */
export function nightlyJob(draft: OpsDraft, sizeOf: (day: number) => number = () => 12): void {
  allDays.forEach((day) => draft.add(hourOf(day, 2), 0.5, sizeOf(day)));
}

/** The nightly job, in one evaluated night of another size, which should be found. */
export function changedNight(draft: OpsDraft, size: number): void {
  const changed = evaluatedDay(draft);
  nightlyJob(draft, (day) => (day === changed ? size : 12));
  draft.expect(hourOf(changed, 2), 0.5);
}

/** Single rows, at least two fifths of their mean distance apart, so that none hides behind the incident of another. */
export function spikes(draft: OpsDraft, count: number, fromDay: number): void {
  const apart = (24 * (OPS_DAYS - fromDay)) / count;
  for (let place = 0; place < count; place++) {
    plant(draft, hourOf(fromDay) + (place + 0.2 + 0.6 * draft.random.uniform()) * apart, STEP_HOURS, 14);
  }
}

/** An incident of 30 in the history, a week or two before its end, and twelve spikes after it. */
export function afterIncident(draft: OpsDraft, hours: number): void {
  draft.add(hourOf(15 + Math.floor(8 * draft.random.uniform()), TEN), hours, 30);
  spikes(draft, 12, OPS_HISTORY_DAYS);
}

/** About three a day, 5 to 20 minutes long. */
export function bursts({ random, add }: OpsDraft): void {
  for (let hour = 0; hour < 24 * OPS_DAYS; hour += -8 * Math.log(1 - random.uniform())) {
    add(hour, STEP_HOURS * (1 + Math.floor(4 * random.uniform())), 10);
  }
}

/** A quarter of an hour every 100 minutes, but for a stretch. */
export function batches({ add }: OpsDraft, stoppedFrom: number, hours: number): void {
  for (let hour = 0; hour < 24 * OPS_DAYS; hour += 5 / 3) {
    if (hour + 0.25 <= stoppedFrom || hour >= stoppedFrom + hours) {
      add(hour, 0.25, 10);
    }
  }
}
