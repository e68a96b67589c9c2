import { nameProblem, readLabels, ruleName } from './ruleChoices';

describe('ruleName(title)', () => {
  it.each([
    ['CPU usage', 'cpu-usage'],
    ['rate(load{job="node"}[5m])', 'rate-load-job-node-5m'],
    ['Größe', 'gr-e'],
    ['負荷', 'foreband'],
  ])('names the rules of %j %j', (title, name) => {
    expect(ruleName(title)).toBe(name);
    expect(nameProblem(name)).toBeUndefined();
  });
});

describe('readLabels(text)', () => {
  it('reads names and values with commas between', () => {
    expect(readLabels(' team=sre, tier = 1 ,')).toEqual({ kind: 'read', labels: { team: 'sre', tier: '1' } });
  });

  it('reads nothing as no labels', () => {
    expect(readLabels('')).toEqual({ kind: 'read', labels: {} });
  });

  it.each([
    ['team', '"team" is no label: write name=value, with commas between.'],
    ['team-a=sre', '"team-a=sre" is no label: write name=value, with commas between.'],
    ['severity=page', 'The rules set the label severity themselves: leave it out.'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readLabels(text)).toEqual({ kind: 'invalid', problem });
  });
});
