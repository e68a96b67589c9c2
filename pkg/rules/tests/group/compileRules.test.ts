import { loadEngine, parseSettings, type DetectorSettings, type FittedModel } from 'foreband-engine';
import { findSyntaxProblem } from 'foreband-prometheus';
import { parse } from 'yaml';

import { toPrometheusRule } from '../../src/files/kubernetesRule';
import { toPrometheusFile } from '../../src/files/prometheusFile';
import { compileRules } from '../../src/group/compileRules';
import { groupSize } from '../../src/group/groupSize';
import type { Rule, RuleGroup } from '../../src/group/ruleGroup';
import type { RuleSource } from '../../src/group/ruleSource';
import { toPromql } from '../../src/promql/toPromql';

const STEP_MS = 600_000;
const DAY_MS = 86_400_000;
const settings = parseSettings({ stepMs: STEP_MS });
const nameOf = (rule: Rule) => (rule.kind === 'recording' ? rule.metric : rule.alert);

describe('compileRules(source)', () => {
  let fitted: FittedModel;
  let source: RuleSource;
  beforeAll(async () => {
    const engine = await loadEngine();
    const time = Float64Array.from({ length: 21 * 144 }, (_, row) => Date.UTC(2026, 0, 5) + row * STEP_MS);
    const y = time.map((at, row) => 40 + 20 * Math.sin((2 * Math.PI * at) / DAY_MS) + ((row * 7) % 5));
    fitted = engine.fit({ time, y, unit: 'other' }, settings);
    source = {
      name: 'load',
      expression: 'sum by (instance) (load)',
      series: [{ labels: { instance: 'a' }, fitted }],
      settings,
    };
  });
  const groupOf = (changed: Partial<RuleSource> = {}): RuleGroup => compileRules({ ...source, ...changed }).groups[0];
  const exprOf = (name: string, changed: Partial<DetectorSettings> = {}) => {
    const found = groupOf({ settings: { ...settings, ...changed } }).rules.find((rule) => nameOf(rule) === name);
    return found === undefined ? '' : toPromql(found.expression);
  };

  it('records what a rule needs before it', () => {
    const { rules } = groupOf();
    const metrics = rules.map(nameOf);
    rules.forEach((rule, place) => {
      const text = toPromql(rule.expression);
      expect(findSyntaxProblem(text)).toBeUndefined();
      const later = metrics.slice(place + 1).filter((metric) => text.includes(`${metric}{`));
      expect(later).toEqual([]);
    });
    expect(metrics.slice(0, 3)).toEqual(['foreband:yhat', 'foreband:y', 'foreband:residual']);
  });

  it('expires seven days after the training', () => {
    expect(groupOf().expires).toBe(fitted.training.end + 7 * DAY_MS);
    expect(exprOf('foreband:yhat')).toMatch(/ and vector\(time\(\)\) < 1769989800$/);
    expect(exprOf('ForebandModelOutOfDate')).toBe('vector(time()) >= 1769989800');
  });

  it('looks at windows that hold the same samples before and after Prometheus 3.0', () => {
    expect(exprOf('foreband:level')).toContain('[3h59m59s] offset 10m');
  });

  it('has an alert for each severity that is asked for', () => {
    const alertsOf = (severities?: RuleSource['severities']) =>
      groupOf({ severities }).rules.flatMap((rule) =>
        rule.kind === 'alerting' && rule.alert === 'ForebandAnomaly'
          ? [`${rule.severity}: ${toPromql(rule.expression)}`]
          : [],
      );
    expect(alertsOf()).toEqual([
      'low: foreband:incident{foreband="load"} >= 1',
      'critical: foreband:incident{foreband="load"} >= 3',
    ]);
    expect(alertsOf(['medium'])).toEqual(['medium: foreband:incident{foreband="load"} >= 1.5']);
  });

  it('mutes excluded spans, and compiles those alone that matter before it expires', () => {
    const end = fitted.training.end;
    const exclusions = [
      { start: end, end: end + DAY_MS },
      { start: end + 30 * DAY_MS, end: end + 31 * DAY_MS },
    ];
    const text = exprOf('foreband:anomaly', { exclusions });
    expect(text).toContain(
      `unless on () vector((time() >= bool ${end / 1000}) * (time() <= bool ${end / 1000 + 86_400})) > 0`,
    );
    expect(text).not.toContain(String((end + 30 * DAY_MS) / 1000));
  });

  it('makes a rule a series for forecasts, and one for numbers that differ', () => {
    const other = {
      ...fitted,
      adaptive: fitted.adaptive && { ...fitted.adaptive, state: { ...fitted.adaptive.state, scale: 7 } },
    };
    const { rules } = groupOf({
      series: [
        { labels: { instance: 'a "quoted"' }, fitted },
        { labels: { instance: 'b' }, fitted: other },
      ],
    });
    expect(rules.filter((rule) => nameOf(rule) === 'foreband:yhat')).toMatchObject([
      { labels: { instance: 'a "quoted"' } },
      { labels: { instance: 'b' } },
    ]);
    const scale = rules.find((rule) => nameOf(rule) === 'foreband:scale');
    expect(scale && toPromql(scale.expression)).toMatch(
      /^absent\(_\{instance="a \\"quoted\\""\}\) \* [\d.]+ or absent\(_\{instance="b"\}\) \* 7$/,
    );
  });

  it('refuses series whose model cannot be expressed, with the reason, and compiles the others', () => {
    const { model, adaptive } = fitted;
    const regressor = { name: 'rain', priorScale: 1, mode: 'additive', mean: 0, deviation: 1 } as const;
    const young = adaptive && { ...adaptive, state: { ...adaptive.state, ageMs: DAY_MS } };
    const { groups, refusals } = compileRules({
      ...source,
      series: [
        ...source.series,
        { labels: { instance: 'a' }, fitted },
        { labels: { instance: 'b' }, fitted: { ...fitted, model: { ...model, regressors: [regressor] } } },
        { labels: { instance: 'c' }, fitted: { ...fitted, adaptive: null } },
        { labels: { instance: 'd' }, fitted: { ...fitted, adaptive: young } },
        { labels: { foreband: 'e' }, fitted },
        { labels: { é: 'f' }, fitted },
      ],
    });
    expect(groups.map(({ source: own }) => own.series.length)).toEqual([1]);
    expect(refusals.map(({ reason }) => reason)).toEqual([
      'another series has the same labels',
      'its model needs the regressor rain, of which rules know nothing',
      'its model is classic; so far only adaptive ones can be compiled',
      'its model has seen less than two days, and is still learning: fit it again later',
      'it has the label foreband, which the rules need for themselves',
      'its label "é" has a name that only Prometheus 3 knows',
    ]);
  });

  it.each<readonly [string, Partial<RuleSource>]>([
    ['invalid name: a b (expected letters, figures, _ and -)', { name: 'a b' }],
    ['invalid expression: not PromQL at $x (expected PromQL without variables)', { expression: '$x' }],
    ['invalid n: 3 (expected 1: N of M cannot be compiled so far)', { settings: { ...settings, n: 3, m: 5 } }],
  ])('throws "%s"', (message, changed) => {
    expect(() => compileRules({ ...source, ...changed })).toThrow(new RangeError(message));
  });

  it('splits what one file should not hold', () => {
    const plain = {
      ...fitted,
      model: { ...fitted.model, seasonalities: [], params: { ...fitted.model.params, beta: [] } },
    };
    const series = Array.from({ length: 1001 }, (_, i) => ({ labels: { instance: `host-${i}` }, fitted: plain }));
    const { groups } = compileRules({ ...source, series });
    expect(groups.map(({ name, source: own }) => [name, own.series.length])).toEqual([
      ['load-1', 501],
      ['load-2', 500],
    ]);
    const noModels = groups.map(({ rules }) => rules.filter((rule) => nameOf(rule) === 'ForebandNoModel'));
    expect(noModels.map(({ length }) => length)).toEqual([1, 0]);
    expect(toPromql(noModels[0][0].expression)).toContain('foreband:yhat{foreband=~"load-1|load-2"}');
  });

  it('says what a group costs', () => {
    const group = groupOf();
    const { nSeries, nRecorded, bytes, evaluationMs } = groupSize(group);
    expect(nSeries).toBe(1);
    expect(nRecorded).toBe(new Set(group.rules.filter(({ kind }) => kind === 'recording').map(nameOf)).size);
    expect(bytes / toPrometheusFile([group]).length).toBeCloseTo(1, 0);
    expect(evaluationMs).toBeGreaterThan(0);
  });
});

describe('toPrometheusRule(groups, place)', () => {
  it('throws for a name that Kubernetes does not take', () => {
    expect(() => toPrometheusRule([], { name: 'CPU' })).toThrow(
      new RangeError('invalid name: CPU (expected lower-case letters, figures and -)'),
    );
  });

  it('gives a resource of the Prometheus Operator', () => {
    expect(parse(toPrometheusRule([], { name: 'cpu', namespace: 'monitoring', labels: { release: 'main' } }))).toEqual({
      apiVersion: 'monitoring.coreos.com/v1',
      kind: 'PrometheusRule',
      metadata: { name: 'cpu', namespace: 'monitoring', labels: { release: 'main' } },
      spec: { groups: [] },
    });
  });
});
