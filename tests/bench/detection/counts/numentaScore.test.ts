import { numentaPart, numentaScore, probationRows } from './numentaScore';

const N_ROWS = 4032;
const evaluatedFrom = probationRows(N_ROWS);

// Windows and alarms of detectors whose results NAB publishes (github.com/numenta/NAB at ea702d7, `results/<detector>`; alarms
// are the rows at or above the detector's threshold for the standard profile).
const published = [
  {
    name: 'contextOSE, ec2_cpu_utilization_24ae8d',
    windows: [
      [3447, 3647],
      [3677, 3877],
    ],
    alarms: [151, 3547, 3777],
    score: 1.72310160415,
  },
  {
    name: 'contextOSE, ec2_cpu_utilization_825cc2',
    windows: [[1526, 1868]],
    alarms: [177, 861, 1640, 1768, 1897],
    score: 0.81109354691,
  },
  {
    name: 'contextOSE, ec2_cpu_utilization_fe7f93',
    windows: [
      [698, 832],
      [2064, 2198],
      [2535, 2669],
    ],
    alarms: [367, 760, 1255, 2130, 3921],
    score: 0.533858008357,
  },
  { name: 'contextOSE, ec2_cpu_utilization_c6585a', windows: [], alarms: [152, 731, 3610], score: -0.22 },
  {
    name: 'Numenta TM, ec2_cpu_utilization_53ea38',
    windows: [
      [1396, 1596],
      [2559, 2759],
    ],
    alarms: [4, 8, 85, 94, 98, 156, 446, 736, 993, 1019, 1149, 1508, 1515, 1520, 1592, 2667, 2684, 3093],
    score: 1.09502501691,
  },
];

const windowsOf = (pairs: readonly (readonly number[])[]) => pairs.map(([first, last]) => ({ first, last }));

describe('numentaPart({ windows, alarms, evaluatedFrom })', () => {
  it.each(published)('gives what NAB has published: $name', ({ windows, alarms, score }) => {
    expect(numentaPart({ windows: windowsOf(windows), alarms, evaluatedFrom }).raw).toBeCloseTo(score, 10);
  });

  it('counts neither windows nor alarms that are over before rows are evaluated', () => {
    expect(numentaPart({ windows: [{ first: 10, last: 20 }], alarms: [5, 15], evaluatedFrom: 21 })).toEqual({
      raw: 0,
      nWindows: 0,
    });
  });
});

describe('numentaScore(parts)', () => {
  const windows = [{ first: 1000, last: 1099 }];
  const scoreOf = (alarms: readonly number[]) => numentaScore([numentaPart({ windows, alarms, evaluatedFrom })]);

  it('is 0 for a detector that says nothing, and 100 for one that finds every window at its first row', () => {
    expect(scoreOf([])).toBe(0);
    expect(scoreOf([1000])).toBe(100);
  });

  it('falls below 0 where false alarms cost more than silence', () => {
    expect(scoreOf([700, 800])).toBeCloseTo((100 * -0.22) / 2, 10);
  });
});

describe('probationRows(nRows)', () => {
  it('are 15 % of the rows, at most 750', () => {
    expect([4032, 5000, 20_000].map(probationRows)).toEqual([604, 750, 750]);
  });
});
