/** @jest-environment jsdom */
import '../grafana/testing/browser';

import { parseTyped } from './NumberInput';

describe('parseTyped', () => {
  it.each([
    ['', undefined],
    [' ', undefined],
    ['2', 2],
    ['1.5', NaN],
    ['0', NaN],
    ['1001', NaN],
    ['many', NaN],
  ])('reads %j as %p where whole numbers from 1 to 1000 are expected', (typed, value) => {
    expect(parseTyped(typed, { min: 1, max: 1000, isInteger: true })).toBe(value);
  });
});
