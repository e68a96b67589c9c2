import { placeEvents, scoreEvents, scoresByKind, scoresBySeverity, type EventScores } from 'foreband-detector';

import { eventPattern, flaggedPattern } from './notation.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Scores flags against events; both patterns have one character for 10 minutes. */
function score(truth: string, flags: string): EventScores {
  const detection = flaggedPattern(flags);
  return scoreEvents(detection, placeEvents(detection.time, detection.score, eventPattern(truth)));
}

describe('scoreEvents', () => {
  it.each([
    { truth: '..aaa.....', flags: '..###.....', found: 1, missed: 0, falseEvents: 0, what: 'found whole' },
    { truth: '..aaa.....', flags: '....#.....', found: 1, missed: 0, falseEvents: 0, what: 'found by its last point' },
    {
      truth: '..aaa.....',
      flags: '.#........',
      found: 0,
      missed: 1,
      falseEvents: 1,
      what: 'missed by a point before it',
    },
    {
      truth: '..aaa.....',
      flags: '.##.......',
      found: 1,
      missed: 0,
      falseEvents: 1,
      what: 'found, with a false point too',
    },
    { truth: 'aa..bb..cc', flags: '.#..##....', found: 2, missed: 1, falseEvents: 0, what: 'counted each' },
    { truth: '..........', flags: '..........', found: 0, missed: 0, falseEvents: 0, what: 'none' },
  ])('"$truth" flagged as "$flags": $what', ({ truth, flags, found, missed, falseEvents }) => {
    expect(score(truth, flags)).toMatchObject({ nFound: found, nMissed: missed, nFalse: falseEvents });
  });

  it('never rewards flagging more of an event: there is no point adjustment', () => {
    const one = score('aaaaaaaa..', '#.........');
    const all = score('aaaaaaaa..', '########..');
    expect([one.nFound, one.precision, one.recall]).toEqual([all.nFound, all.precision, all.recall]);
  });

  it('joins false points up to an hour apart to one false event', () => {
    expect(score('.'.repeat(20), '#.....#.............').nFalse).toBe(1);
    expect(score('.'.repeat(20), '#......#............').nFalse).toBe(2);
  });

  it('cuts a false event anew every four hours', () => {
    // 24 rows are four hours: the 25th row begins the second false event, the 49th the third.
    expect(score('.'.repeat(50), '#'.repeat(24)).nFalse).toBe(1);
    expect(score('.'.repeat(50), '#'.repeat(25)).nFalse).toBe(2);
    expect(score('.'.repeat(50), '#'.repeat(49)).nFalse).toBe(3);
  });

  it('classes events by the score in units of the threshold, where that is what severities are', () => {
    const detection = { ...flaggedPattern('#.......#...'), severityBy: 'threshold' as const };
    const threshold = detection.score.map((value) => value / 2.5);
    const frame = placeEvents(detection.time, detection.score, eventPattern('aa..........'));
    const { outcomes, falseEvents } = scoreEvents({ ...detection, threshold }, frame);
    expect([outcomes[0].severity, falseEvents[0].severity]).toEqual(['high', 'high']);
  });

  it('counts neither right nor false what is flagged where nobody knows the truth', () => {
    const detection = flaggedPattern('.##..!!!!!..##......#..');
    const unknown = [{ start: 5 * 10 * MINUTE, end: 9 * 10 * MINUTE }];
    const frame = placeEvents(detection.time, detection.score, eventPattern('.aa......bb............'), unknown);
    const { nFound, nFalse, unknownEvents } = scoreEvents(detection, frame);
    // Row 9 lies in an event, too, and what is known of a row comes first.
    expect([nFound, nFalse]).toEqual([2, 2]);
    expect(unknownEvents).toEqual([
      { start: 5 * 10 * MINUTE, end: 8 * 10 * MINUTE, peakScore: 4, severity: 'critical' },
    ]);
  });

  it('counts no false event in the tail of an incident that opened in an event, for a day', () => {
    const rows = 6 * 40;
    const flags = flaggedPattern('.'.repeat(10) + '#'.repeat(rows));
    const incidents = [{ start: flags.time[10], end: flags.time[rows + 9] }];
    const outcome = (truth: string) =>
      scoreEvents({ ...flags, incidents }, placeEvents(flags.time, flags.score, eventPattern(truth)));
    // The event's last row is the eleventh: 24 h are its tail, and the 15 h 50 min after that four false events.
    expect(outcome('..........aa')).toMatchObject({ nFound: 1, nFalse: 4 });
    // Opened before the event: somebody was paged for nothing.
    expect(outcome('...........aa').nFalse).toBeGreaterThan(9);
  });

  it('counts all alarms, true or false, joined over an hour and never cut', () => {
    expect(score('aaa'.padEnd(60, '.'), '#'.repeat(49)).nAlarms).toBe(1);
  });

  it('derives precision, recall and F1 from events', () => {
    const { precision, recall, f1 } = score('aa........bb........cc', '#.......#..............');
    expect([precision, recall, f1]).toEqual([1 / 2, 1 / 3, 2 / 5]);
  });

  it('counts false events by the day of scored rows', () => {
    // Twelve hours, of which half have no score.
    expect(score('.'.repeat(72), '#'.padEnd(36, '.').padEnd(72, ' '))).toMatchObject({
      observedMs: 6 * HOUR,
      falseEventsPerDay: 4,
    });
  });

  it('leaves out events without data, and those outside the rows', () => {
    const detection = flaggedPattern('...  ...#');
    const warmup = { kind: 'a', start: -20 * MINUTE, end: -10 * MINUTE, magnitude: NaN };
    const events = [warmup, ...eventPattern('...bb..cc')];
    const scores = scoreEvents(detection, placeEvents(detection.time, detection.score, events));
    expect(scores).toMatchObject({ nFound: 1, nMissed: 0, nWithoutData: 1 });
  });

  it('says when an event was found, counted from its first scored point', () => {
    const { outcomes, meanDelayMs, medianDelayMs } = score('aaaa....bbb....ccc', '..#.....  #.....#.');
    expect(outcomes.map(({ delayMs }) => delayMs / MINUTE)).toEqual([20, 0, 10]);
    expect(outcomes.map(({ foundAt }) => foundAt / MINUTE)).toEqual([20, 100, 160]);
    expect([meanDelayMs / MINUTE, medianDelayMs / MINUTE]).toEqual([10, 10]);
  });

  it('counts the delay until N of M confirmed it', () => {
    const detection = flaggedPattern('..###.');
    const confirmed = [{ start: 20 * MINUTE, end: 40 * MINUTE, confirmedAt: 40 * MINUTE }];
    const frame = placeEvents(detection.time, detection.score, eventPattern('..aaa.'));
    const { outcomes } = scoreEvents({ ...detection, anomalies: confirmed }, frame);
    expect(outcomes[0]).toMatchObject({ isFound: true, delayMs: 20 * MINUTE });
  });

  it('takes the severity of the strangest flagged point in the event', () => {
    const { outcomes, falseEvents } = score('aaa...bbb......', '#!....#......#!');
    expect(outcomes.map(({ severity, peakScore }) => [severity, peakScore])).toEqual([
      ['critical', 4],
      ['high', 2],
    ]);
    expect(falseEvents).toEqual([{ start: 130 * MINUTE, end: 140 * MINUTE, peakScore: 4, severity: 'critical' }]);
  });

  it('knows no rates where nothing happened', () => {
    const { precision, recall, f1, medianDelayMs } = score('....', '....');
    expect([precision, recall, f1, medianDelayMs]).toEqual([NaN, NaN, NaN, NaN]);
  });
});

describe('scoresByKind', () => {
  it('counts the events of each kind', () => {
    const { outcomes } = score('aa....bb....aa', '.#..........#.');
    expect(scoresByKind(outcomes)).toEqual([
      { kind: 'a', nEvents: 2, nFound: 2, recall: 1, medianDelayMs: 5 * MINUTE },
      { kind: 'b', nEvents: 1, nFound: 0, recall: 0, medianDelayMs: NaN },
    ]);
  });
});

describe('scoresBySeverity', () => {
  it('counts found and false events of each class, the worst first', () => {
    const scores = scoresBySeverity(score('aa............', '!.......#.....'));
    expect(scores.map(({ severity, nFound, nFalse }) => [severity, nFound, nFalse])).toEqual([
      ['critical', 1, 0],
      ['high', 0, 1],
      ['medium', 0, 0],
      ['low', 0, 0],
    ]);
    expect(scores.map(({ precision }) => precision)).toEqual([1, 0, NaN, NaN]);
  });
});
