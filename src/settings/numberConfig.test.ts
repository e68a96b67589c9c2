import { settingsTable } from 'foreband-engine';

import { numberConfig, parseTyped } from './numberConfig';

describe('parseTyped(typed, config)', () => {
  it.each([
    ['', undefined],
    [' ', undefined],
    ['2', 2],
    ['1.5', NaN],
    ['0', NaN],
    ['1001', NaN],
    ['many', NaN],
  ])('reads %j as %p where whole numbers from 1 to 1000 are expected', (typed, value) => {
    expect(parseTyped(typed, numberConfig(settingsTable.n))).toBe(value);
  });

  it('stores in milliseconds what is typed in days, and as a share what is typed in percent', () => {
    expect(parseTyped('28', numberConfig(settingsTable.trainingWindowMs))).toBe(28 * 86_400_000);
    expect(parseTyped('99.9', numberConfig(settingsTable.calibrationShare))).toBe(0.999);
  });
});

describe('numberConfig(setting).expectation', () => {
  it.each([
    ['n', 'a whole number from 1 to 1000'],
    ['thresholdMultiplier', '0.1 to 100'],
    ['trainingWindowMs', '0.0417 to 731 days'],
    ['calibrationShare', '50 to 99.9%'],
    ['minDeviationRelative', '0% or more'],
    ['limitMin', 'a number'],
    ['cycleMs', '1 to 527040 minutes'],
  ] as const)('of %s is %s', (name, text) => {
    expect(numberConfig(settingsTable[name]).expectation).toBe(text);
  });
});
