import { filterMatchers } from '../../src/promql/filterMatchers.js';

describe('filterMatchers(filters)', () => {
  it.each([
    [
      { key: 'a', operator: '=', value: 'x.y' },
      { label: 'a', operator: '=', value: 'x.y' },
    ],
    [
      { key: 'a', operator: '!=', value: '' },
      { label: 'a', operator: '!=', value: '' },
    ],
    [
      { key: 'a', operator: '=~', value: 'x.*' },
      { label: 'a', operator: '=~', value: 'x.*' },
    ],
    [
      { key: 'a', operator: '=|', value: 'x', values: ['x.1', 'y'] },
      { label: 'a', operator: '=~', value: '(x\\.1|y)' },
    ],
    [
      { key: 'a', operator: '!=|', value: 'x', values: ['x'] },
      { label: 'a', operator: '!~', value: 'x' },
    ],
  ])('turns the filter %j into the matcher %j', (filter, matcher) => {
    expect(filterMatchers([filter])).toEqual([matcher]);
  });

  it('leaves out a filter whose label is still being chosen', () => {
    expect(filterMatchers([{ key: '', operator: '=', value: '' }])).toEqual([]);
  });

  it('refuses an operator that Prometheus does not have', () => {
    expect(() => filterMatchers([{ key: 'a', operator: '<', value: '3' }])).toThrow('The filter a < 3');
  });
});
